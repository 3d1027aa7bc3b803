import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSSyntax

/// What the checker may know of the session and the files beside a script.
struct ShellContext: CheckContext {
    let variables: Set<String>
    let definitions: [String: Definition]
    let isInteractive: Bool
    /// Relative paths of lines that stand in no file begin here.
    let directory: String
    let literalValidator: LiteralValidator
    var outputFormat: OutputFormat?

    func library(_ path: String, relativeTo file: SourceFile) throws(Diagnostic) -> SourceFile? {
        let place = resolve(path, file)
        guard let bytes = try? FileReading.bytes(place) else { return nil }
        return try ScriptText(bytes, name: place, shownAs: path).file
    }

    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? {
        let path = FilePath.resolve(question.path, script: file.name, directory: directory)
        return DataHeader.columns(of: path, question.said)
    }

    func validate(encoding name: String) -> LiteralVerdict { DataHeader.validate(encoding: name) }

    func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict {
        literalValidator.validate(literal, as: kind)
    }

    func validate(word: String, as kind: ValueKind) -> LiteralVerdict {
        literalValidator.validate(word: word, as: kind)
    }
    func normalForm(of literal: String, as kind: ValueKind) -> String? {
        literalValidator.normalForm(of: literal, as: kind)
    }

    /// A library stands beside the script that uses it.
    private func resolve(_ path: String, _ file: SourceFile) -> String {
        if path.hasPrefix("/") { return path }
        guard let slash = file.name.lastIndex(of: "/") else { return directory == "." ? path : "\(directory)/\(path)" }
        return file.name[...slash] + path
    }
}
