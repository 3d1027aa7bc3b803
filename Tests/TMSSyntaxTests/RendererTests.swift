import TMSBase
@_spi(ProposalGate) import TMSSyntax
import Testing

@Suite struct RendererTests {
    private func render(_ text: String, _ renderer: DiagnosticRenderer = DiagnosticRenderer()) -> String {
        shown(text).map(renderer.render).joined(separator: "\n")
    }

    /// With the proposals as if they had passed the gate, which stands above the parser.
    private func shown(_ text: String) -> [Diagnostic] {
        Sample.parse(text).diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.settle(.passed(diagnostic.proposals))
            return diagnostic
        }
    }

    @Test func `the line, the carets, the hint and the corrected line are shown`() {
        #expect(
            render("track 300403513351 vai 4px") == """
                error E0107: `track` has no clause `vai`
                  1 │ track 300403513351 vai 4px
                    │                    ^^^ did you mean `via`?
                    = track 300403513351 via 4px
                """)
    }

    @Test func `characters of double width move the carets by two columns`() {
        #expect(
            render("print 挂号 & 1").contains("\n    │            ^ write `and`"))
    }

    @Test func `a further place has a label of its own`() {
        #expect(
            render("print (1 2)") == """
                error E0123: expected `)`, found `2`
                  1 │ print (1 2)
                    │       - opened here
                    │          ^
                """)
    }

    @Test func `the file is named where a script is read`() {
        let text = render("\nlist statsu x", DiagnosticRenderer(showsFile: true))
        #expect(text.hasPrefix("test:2:6: error E0107"))
    }

    @Test func `colour is only there when asked for`() {
        #expect(!render("get 12345").contains("\u{1B}"))
        #expect(render("get 12345", DiagnosticRenderer(usesColour: true)).contains("\u{1B}[31m"))
    }

    @Test func `a script cannot steer the terminal`() {
        #expect(!render("print 'a\u{1B}[2J' 2").contains("\u{1B}"))
    }

    @Test func `a long line is cut around the place`() {
        let text = render("print " + String(repeating: "long ", count: 100) + "& x", DiagnosticRenderer(width: 60))
        for line in text.split(separator: "\n").dropFirst() { #expect(DisplayWidth.of(String(line)) <= 60) }
        #expect(text.contains("…"))
    }

    @Test func `JSON is one line with both kinds of columns`() throws {
        let diagnostic = try #require(Sample.parse("print \"é😀\" x vai").diagnostics.first)
        #expect(
            diagnostic.json == #"{"severity":"error","code":"E0110","message":"did not expect `x` here","file":"test","#
                + #""start":{"line":1,"utf8":16,"utf16":13},"end":{"line":1,"utf8":17,"utf16":14}}"#)
        let fixed = try #require(shown("get 12345").first).json
        #expect(
            fixed.contains(
                #""fixIts":[{"message":"write `show`","isSafe":false,"edits":[{"start":{"line":1,"utf8":1,"utf16":1}"#))
        #expect(!fixed.contains("\n"))
    }
}
