import TMSSyntax
import Testing

/// Texts that the fuzzer or the generator of programs once broke a law with.
@Suite struct FindingTests {
    @Test func `a lone hash is no word, for at a line's end it would be a comment`() {
        #expect(Sample.parse("print #; print 2").diagnostics.map(\.code) == ["E0101"])
        #expect(Sample.parse("print ＃, 2").hasErrors)
        #expect(Sample.parse("print #1, a#").diagnostics.isEmpty)
    }

    @Test func `a line may end after the sign of a param and of a set`() {
        #expect(Sample.parse("param days =\n  10").program.outline == "(param days 10 no-help)")
        #expect(Sample.parse("list | set late =\n  1 + 1").diagnostics.isEmpty)
        #expect(Sample.parse("param days =").isIncomplete)
    }

    @Test func `the first word of a longer verb is text in parentheses`() {
        #expect(Sample.parse("print (count)").program.outline == "(print (group 'count))")
        #expect(Sample.parse("print (count + 1)").program.outline == "(print (group (+ 'count 1)))")
        #expect(Sample.parse("print (count by status)").program.outline.hasPrefix("(print (pipeline"))
    }
}
