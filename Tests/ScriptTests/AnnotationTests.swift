import TMSSyntax
import TMSTestSupport
import Testing

struct AnnotationTests {
    private func file(_ text: String) -> SourceFile { SourceFile(name: "test.tms", text: text) }

    @Test func `output stands directly after its statement`() {
        let run = ScriptRun(outputs: [.init(line: 1, lines: ["1", ""]), .init(line: 4, lines: ["2"])])
        #expect(
            Annotation("print 1\nfor n in 1 .. 2 {\n  print $n\n}\n").with(run)
                == "print 1\n# 1\n#\nfor n in 1 .. 2 {\n  print $n\n}\n# 2\n")
    }

    @Test func `what stood there before is replaced, prose is kept`() {
        let text = "# A claim.\n\nprint 1\n# old\n# older\n\n# Why this line.\nprint 2\n# old\n"
        let run = ScriptRun(outputs: [.init(line: 3, lines: ["1"]), .init(line: 8, lines: ["2"])])
        #expect(Annotation(text).with(run) == "# A claim.\n\nprint 1\n# 1\n\n# Why this line.\nprint 2\n# 2\n")
    }

    @Test func `what is expected cannot change what is run`() {
        #expect(Annotation("print 1\n#^^ error: no\n\n# Prose.\nprint 2").source == "print 1\n#\n\n# Prose.\nprint 2\n")
    }

    @Test func `a comment that is indented is prose`() {
        let text = "for n in 1 .. 2 {\n  # each\n  print $n\n}\n"
        #expect(Annotation(text).with(ScriptRun()) == text)
    }

    @Test func `carets stand under the words, counted in characters`() {
        let text = file("print \"é\", $lat\n")
        let diagnostic = Diagnostic(
            .error, "E0201", "there is no variable `$lat`", at: SourceLocation(text, SourceRange(12, 16)),
            hint: "a hint")
        #expect(
            Annotation(text.text).with(ScriptRun(diagnostics: [diagnostic], status: 2))
                == "print \"é\", $lat\n#          ^^^^ error: there is no variable `$lat`; a hint\n# exit 2\n")
    }

    @Test func `in the first column the mark of the comment stands for a caret`() {
        let text = file("trak 1\n")
        let diagnostic = Diagnostic(.error, "E0203", "no verb", at: SourceLocation(text, SourceRange(0, 4)))
        #expect(Annotation(text.text).with(ScriptRun(diagnostics: [diagnostic])) == "trak 1\n#^^^ error: no verb\n")
    }

    @Test func `a diagnostic without a place stands at the end`() {
        let run = ScriptRun(diagnostics: [Diagnostic(.error, "E0900", "the file is not there")])
        #expect(Annotation("print 1\n").with(run) == "print 1\n# error: the file is not there\n")
    }

    @Test func `spaces at the end of a line are not written down`() {
        let run = ScriptRun(outputs: [.init(line: 1, lines: ["1   ", "  "])])
        #expect(Annotation("print 1\n").with(run) == "print 1\n# 1\n#\n")
    }

    @Test func `writing twice is writing once`() {
        let text = "print 1\n\n\n"
        let run = ScriptRun(outputs: [.init(line: 1, lines: ["1"])])
        let once = Annotation(text).with(run)
        #expect(Annotation(once).with(run) == once)
    }

    @Test func `a difference shows the lines that differ`() {
        let difference = Difference(expected: "a\nb\nc\n", found: "a\nx\nc\n")
        #expect(difference.description.contains("- b"))
        #expect(difference.description.contains("+ x"))
        #expect(!difference.description.contains("- c"))
    }
}
