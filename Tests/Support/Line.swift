public import TMSCommands
public import TMSRuntime
public import TMSSyntax

/// A line of a script as a command with evaluated arguments: what the parser and the machine would hand over.
public struct Line: Sendable {
    public let file: SourceFile
    public var call: CommandCall

    /// - Parameters:
    ///   - text: the line; every value is looked for in it, so that ranges are real.
    ///   - clauses: label and value, in order.
    public init(
        _ text: String, verb name: String, subjects: [[Value]] = [], clauses: [(String, CallValue)] = [],
        catalogue: Catalogue = .standard
    ) {
        file = SourceFile(name: "test.tms", text: text)
        let id = catalogue.verb(named: name) ?? VerbID(-1)
        let signature = catalogue.vocabulary[id]
        let file = file
        func range(_ word: String) -> SourceRange {
            guard let found = text.range(of: word) else { return SourceRange(0, text.utf8.count) }
            let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            return SourceRange(lower, lower + word.utf8.count)
        }
        func word(_ values: [Value]) -> SourceRange { values.first.map { range($0.plainText) } ?? range(name) }
        call = CommandCall(
            verb: id, subjects: subjects.map { CallArgument($0, word($0)) },
            clauses: clauses.map { label, value in
                let index = signature.clauses.firstIndex { $0.label == label } ?? -1
                let valueRange = if case .values(let values) = value { word(values) } else { range(label) }
                return CallClause(index: index, value: value, labelRange: range(label), range: valueRange)
            },
            location: SourceLocation(file, SourceRange(0, text.utf8.count)), verbRange: range(name))
    }

    /// The text a diagnostic underlines.
    public func underlined(_ diagnostic: Diagnostic) -> String? { diagnostic.location.map { file.slice($0.range) } }
}

extension String {
    fileprivate func range(of word: String) -> Range<String.Index>? {
        guard !word.isEmpty else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
