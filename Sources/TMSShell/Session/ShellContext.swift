import TMSCommands
import TMSEngine
import TMSSemantics
import TMSSyntax

/// What the checker may know of the session and the files beside a script.
struct ShellContext: CheckContext {
    let variables: Set<String>
    let definitions: [String: Definition]
    let isInteractive: Bool
    /// Relative paths of lines that stand in no file begin here.
    let directory: String
    let judgeOfLiterals: LiteralJudge
    var outputFormat: OutputFormat?

    func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? {
        let place = resolve(path, file)
        guard let bytes = try? FileReading.bytes(place) else { return nil }
        return SourceFile(name: place, text: String(decoding: bytes, as: UTF8.self))
    }

    func header(of path: String, relativeTo file: SourceFile) -> [String]? {
        DataHeader.columns(of: FilePath.resolve(path, script: file.name, directory: directory))
    }

    func judge(_ literal: String, as kind: ValueKind) -> LiteralVerdict {
        judgeOfLiterals.judge(literal, as: kind)
    }

    /// A library stands beside the script that uses it.
    private func resolve(_ path: String, _ file: SourceFile) -> String {
        if path.hasPrefix("/") { return path }
        guard let slash = file.name.lastIndex(of: "/") else { return directory == "." ? path : "\(directory)/\(path)" }
        return file.name[...slash] + path
    }
}
