import TMSSyntax
import Testing

/// Section 1 of the language: words, numbers and what removes ambiguity.
@Suite struct WordsTests {
    private func value(_ text: String) -> String {
        let outline = Sample.parse("print \(text)").program.outline
        return String(outline.dropFirst("(print ".count).dropLast())
    }

    @Test(arguments: ["14", "300403513351", "0", "-5", "3.5", "0.25", "123456789012345"])
    func `a literal that prints as typed is a number`(_ text: String) {
        #expect(value(text) == text)
    }

    @Test(arguments: [
        "0012345678905", "12E45678", "1Z999AA10123456784", "4px", "9400110200881234567", "3.50", "1.0", "-0", ".5",
        "5.",
        "00", "1.2.3", "2026-2-30", "RB123456785CN", "1234567890123456",
    ])
    func `any other literal is text and keeps its characters`(_ text: String) {
        #expect(value(text) == "'" + text)
    }

    @Test(arguments: ["a-b", "a.b", "a/b", "a_b", "a@b.cn", "a:b", "a+b", "a#b", "o'brien", "größe", "挂号", "نعم", "é"])
    func `words hold letters of any script and some marks`(_ text: String) {
        #expect(value(text) == "'" + text)
    }

    @Test(arguments: ["2026-03-05", "2026-03-05T14:30", "2026-03-05T14:30:00Z", "2026-02-28", "2024-02-29"])
    func `an ISO date is a date`(_ text: String) {
        #expect(value(text) == "(date \(text))")
    }

    @Test func `position decides and not spelling`() {
        #expect(Sample.parse("edit 300403513351 to to").program.outline == "(verb-2 300403513351 (:1 'to))")
        #expect(Sample.parse("edit 300403513351 to in").program.outline == "(verb-2 300403513351 (:1 'in))")
        #expect(Sample.parse("edit 300403513351 via post").program.outline == "(verb-2 300403513351 (:0 'post))")
        #expect(Sample.parse("edit 300403513351 title show").program.outline == "(verb-2 300403513351 (:2 'show))")
        #expect(Sample.parse("edit 300403513351 title true").program.outline == "(verb-2 300403513351 (:2 'true))")
    }

    @Test(arguments: ["LIST Status transit", "list STATUS transit", "List status transit"])
    func `verbs and labels ignore case`(_ text: String) {
        #expect(Sample.parse(text).program.outline == "(verb-3 (:0 'transit))")
    }

    @Test func `a comment is a hash and a space`() {
        #expect(Sample.parse("#!/usr/bin/tms\nlist # all\n#\n#\tx").program.outline == "(verb-3)")
        #expect(Sample.parse("print a #b").hasErrors)
        #expect(Sample.parse("order #1234").program.outline == "(call-verb order '#1234)")
    }

    @Test func `a newline or a semicolon ends a statement`() {
        #expect(Sample.parse("list; list\r\nlist\n\n;;list").program.statements.count == 4)
    }

    @Test func `never does a line go on after a label`() {
        let result = Sample.parse("list status\nlist")
        #expect(result.diagnostics.map(\.code) == ["E0108"])
    }

    @Test(arguments: ["list\n  | take 3", "list |\n take 3", "list |\n\n# why\n take 3", "list\n# why\n| take 3"])
    func `a line goes on at a pipe`(_ text: String) {
        #expect(Sample.parse(text).program.outline == "(pipe (verb-3) (take 3))")
    }

    @Test(arguments: ["print 1 +\n2", "print (1\n+ 2)", "print (\n1 + 2\n)", "print 1 + # one\n 2"])
    func `a line goes on in parentheses and after an operator`(_ text: String) {
        #expect(Sample.parse(text).diagnostics.isEmpty)
        #expect(Sample.parse(text).program.statements.count == 1)
    }

    @Test func `double quotes read escapes and fill braces and single quotes keep all`() {
        #expect(value(#""\n\t\"\\\{a}\u{20AC}""#) == #"(string "\n\t\"\\\{a}€")"#)
        #expect(value(#"'{a}\n'"#) == #"(string "\{a}\\n")"#)
        #expect(value(#""a{$b}c""#) == #"(string "a" $b "c")"#)
        #expect(value(#""""#) == "(string)")
    }

    @Test(arguments: [
        ("print “a b”", "print \"a b\""), ("print ‘a b’", "print 'a b'"), ("print\u{A0}a", "print a"),
        ("ｓｈｏｗ　３００４０３５１３３５１", "show 300403513351"), ("print （１ ＋ ２）", "print (1 + 2)"),
        ("show RA1234\u{200B}5678CN", "show RA12345678CN"), ("list ｜ take ３", "list | take 3"),
        ("print don’t", "print don't"), ("print “it {$b} is”", "print \"it {$b} is\""), ("\u{FEFF}list", "list"),
    ])
    func `pasted characters are read as what was meant`(_ pasted: String, _ meant: String) {
        let result = Sample.parse(pasted)
        #expect(!result.hasErrors)
        #expect(result.diagnostics.count == (pasted.hasPrefix("\u{FEFF}") ? 0 : 1))
        #expect(result.program.outline == Sample.parse(meant).program.outline)
        for diagnostic in result.diagnostics {
            #expect(diagnostic.code == "W0101")
            #expect(diagnostic.proposals.first?.correctedText(in: result.program.file) == meant)
        }
    }

    @Test func `pasted characters inside straight quotes stay`() {
        #expect(value("\"“a”\u{A0}１\"") == "(string \"“a”\u{A0}１\")")
        #expect(Sample.parse("print \"“a”\"").diagnostics.isEmpty)
    }

    @Test func `a path is glued to its variable`() {
        #expect(value("$p.number") == "(member $p number)")
        #expect(value("$rows[0].number") == "(member (index $rows 0) number)")
        #expect(Sample.parse("print $p .number").hasErrors)
    }
}
