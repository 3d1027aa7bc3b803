import TMSCommands
import TMSSyntax
import TMSTestSupport
import Testing

struct MarkedScriptTests {
    private func marked(_ text: String) -> MarkedScript {
        MarkedScript(SourceFile(name: "test.tms", text: text), vocabulary: Catalogue.standard.vocabulary)
    }

    @Test func `a mark stands behind every statement that may speak, before its comment`() {
        let script = marked("let n = 1\nprint $n # why\nexit 3\n")
        #expect(script.marked.text == "let n = 1\nprint $n; print \"\u{1}\" # why\nexit 3\n")
    }

    @Test func `output is given back to its statement, what ends the run included`() {
        let script = marked("print 1\nfor n in 1 .. 2 {\n  print $n\n}\n")
        let outputs = script.outputs(of: "1\n\u{1}\n1\n2\n")
        #expect(outputs.map(\.line) == [1, 4])
        #expect(outputs.map(\.lines) == [["1"], ["1", "2"]])
    }

    @Test func `a diagnostic is told of the words as they were written`() {
        let script = marked("print 1\nprint $n\n")
        let place = SourceLocation(
            script.marked, SourceRange(script.marked.lineStarts[1] + 6, script.marked.lineStarts[1] + 8))
        let restored = script.restored(Diagnostic(.error, "E0201", "no", at: place))
        #expect(restored.location.map { $0.file.slice($0.range) } == "$n")
    }

    @Test func `a text that cannot be read is left as it is`() {
        #expect(marked("print (").marked.text == "print (")
    }
}
