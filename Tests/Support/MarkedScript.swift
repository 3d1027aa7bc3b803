public import TMSSyntax

/// A script with a `print` of a mark behind every top-level statement that may speak, so that each line of the
/// output can be given back to its statement.
public struct MarkedScript {
    public let original: SourceFile
    public let marked: SourceFile
    /// The lines on which the marked statements end, in order.
    private let ends: [Int]

    private static let sign: Character = "\u{1}"

    public init(_ script: SourceFile, vocabulary: Vocabulary) {
        original = script
        let parsed = parse(script, vocabulary: vocabulary)
        guard !parsed.hasErrors else {
            marked = script
            ends = []
            return
        }
        let speaking = parsed.program.statements.filter(\.speaks)
        ends = speaking.map { script.line(at: max($0.range.upper - 1, 0)) }
        var bytes = script.utf8
        for statement in speaking.reversed() {
            bytes.insert(contentsOf: Array("; print \"\(Self.sign)\"".utf8), at: statement.range.upper)
        }
        marked = SourceFile(name: script.name, text: String(decoding: bytes, as: UTF8.self))
    }

    /// What each statement printed; what comes after the last mark belongs to the statement that ended the run.
    public func outputs(of text: String) -> [ScriptRun.Output] {
        var result: [ScriptRun.Output] = []
        var lines: [String] = []
        var rest = ends[...]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.first != Self.sign {
                lines.append(String(line))
            } else if let end = rest.popFirst() {
                if !lines.isEmpty { result.append(ScriptRun.Output(line: end, lines: lines)) }
                lines = []
            }
        }
        let last = rest.first ?? original.line(at: original.utf8.count)
        if !lines.isEmpty { result.append(ScriptRun.Output(line: last, lines: lines)) }
        return result
    }

    /// A diagnostic about the marked text, told of the original: marks never stand before anything on a line.
    public func restored(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let location = diagnostic.location, location.file === marked else { return diagnostic }
        var diagnostic = diagnostic
        let range = SourceRange(restored(location.range.lower), restored(location.range.upper))
        diagnostic.location = SourceLocation(original, range)
        return diagnostic.movingFixIts { SourceRange(restored($0.lower), restored($0.upper)) }
    }

    private func restored(_ offset: Int) -> Int {
        let line = marked.line(at: offset) - 1
        guard original.lineStarts.indices.contains(line) else { return original.utf8.count }
        return original.lineStarts[line] + offset - marked.lineStarts[line]
    }
}

extension StatementSyntax {
    /// Whether running it can print, and whether something may stand behind it.
    fileprivate var speaks: Bool {
        switch kind {
        case .pipeline, .print, .for, .while, .if, .try, .limit, .prefixed, .help: true
        // Any other says nothing of its own.
        default: false
        }
    }
}
