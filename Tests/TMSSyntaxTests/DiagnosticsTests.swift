import TMSSyntax
import Testing

@Suite struct DiagnosticsTests {
    @Test(arguments: Mistakes.all)
    func `a mistake is named where it is, once, with its remedy`(_ marked: String) {
        #expect(annotated(marked) == marked)
    }

    @Test(arguments: [
        "for p in $x {", "print (1", "print [1,", "list |", "print 1 +", "print 1,", "if $a is", "let a =",
    ])
    func `a text that ends too early is incomplete`(_ text: String) {
        let result = Sample.parse(text)
        #expect(result.isIncomplete)
        #expect(result.diagnostics.count == 1)
    }

    @Test(arguments: ["print \"a", "list status", "track 300403513351 via", "for p in", "print )", "list", ""])
    func `a text that is wrong or whole is not incomplete`(_ text: String) {
        #expect(!Sample.parse(text).isIncomplete)
    }

    @Test func `a misspelt label counts as given and takes its value along`() {
        let result = Sample.parse("track 300403513351 vai 4px tittle \"x\" to us")
        #expect(result.diagnostics.map(\.code) == ["E0107", "E0107"])
        #expect(result.program.outline == Sample.parse("track 300403513351 via 4px title \"x\" to us").program.outline)
    }

    @Test func `the fix-it of and beside or shows both readings`() throws {
        let text = "list | where a is b and c is d or e is f"
        let result = Sample.parse(text)
        let diagnostic = try #require(result.diagnostics.first)
        let file = result.program.file
        #expect(
            diagnostic.proposals.compactMap { $0.correctedText(in: file) } == [
                "list | where (a is b and c is d) or e is f", "list | where a is b and (c is d or e is f)",
            ])
        for fix in diagnostic.proposals {
            #expect(Sample.parse(try #require(fix.correctedText(in: file))).diagnostics.isEmpty)
        }
    }

    @Test(arguments: Mistakes.all)
    func `a fix-it lessens the mistakes`(_ marked: String) throws {
        let text = marked.split(separator: "\n").filter { !$0.hasPrefix("#") || $0.hasPrefix("#delete") }.joined(
            separator: "\n")
        let before = Sample.parse(text)
        for diagnostic in before.diagnostics where diagnostic.proposals.count == 1 {
            let whole = SourceRange(0, before.program.file.utf8.count)
            let after = Sample.parse(applying(diagnostic.proposals[0].edits, to: before.program.file, in: whole))
            #expect(after.diagnostics.count < before.diagnostics.count, "\(after.program.file.text)")
        }
    }

    @Test func `an unfinished statement does not hide the next ones`() {
        let result = Sample.parse("print (1 2\nlet x = 3\nlist statsu transit\nprint $x")
        #expect(result.diagnostics.map(\.code) == ["E0123", "E0107"])
        #expect(result.program.statements.count == 4)
    }

    @Test func `a hundred errors are enough`() {
        let result = Sample.parse(String(repeating: "list statsu transit\n", count: 1_000))
        #expect(result.diagnostics.count == 100)
    }

    @Test func `diagnostics come in the order of the text`() {
        let places = Sample.parse("list statsu transit\nprint 1 & 2\nlist statsu x\nprint “a”").diagnostics
            .compactMap { $0.location?.range.lower }
        #expect(places == places.sorted())
        #expect(places.count == 4)
    }
}
