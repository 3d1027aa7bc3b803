import TMSSemantics
import TMSSyntax

func checked(_ text: String, _ context: TestContext = TestContext()) -> CheckedProgram {
    let file = SourceFile(name: "test.tms", text: text)
    return check(parse(file, vocabulary: .test), vocabulary: .test, context: context)
}

/// What is wrong with a text: the code and the words that are underlined, `E0201 $lat`.
func diagnosticCodes(_ text: String, _ context: TestContext = TestContext()) -> [String] {
    checked(text, context).diagnostics.map(summary)
}

/// A line at the prompt of the shell.
func diagnosticCodesAtPrompt(_ text: String, knowing variables: Set<String> = []) -> [String] {
    diagnosticCodes(text, TestContext(variables: variables, isInteractive: true))
}

/// The corrected text, by the first fix-it of the first diagnostic that has one.
func corrected(_ text: String) -> String? {
    guard let fixIt = checked(text).diagnostics.flatMap(\.fixIts).first else { return nil }
    var bytes = Array(text.utf8)
    for edit in fixIt.edits.sorted(by: { $0.range.lower > $1.range.lower }) {
        bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func summary(_ diagnostic: Diagnostic) -> String {
    guard let location = diagnostic.location else { return diagnostic.code }
    return "\(diagnostic.code) \(location.file.slice(location.range))"
}
