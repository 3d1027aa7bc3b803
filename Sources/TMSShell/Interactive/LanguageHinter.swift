public import LineEditor
public import TMSSyntax

/// Suggests how a line may go on: as a line of the history did, or with what the verb still needs.
public struct LanguageHinter: Hinter {
    private let vocabulary: Vocabulary
    private let history: HistoryHinter

    public init(_ vocabulary: Vocabulary, history: History) {
        self.vocabulary = vocabulary
        self.history = HistoryHinter(history)
    }

    public func hint(for text: String) -> String? {
        if text.isEmpty { return nil }
        if let earlier = history.hint(for: text) { return earlier }
        guard text.hasSuffix(" ") else { return nil }
        let words = LineScan(text).pieces.map { $0.text.lowercased() }
        for verb in vocabulary.verbs where verb.words == words {
            // The usual example shows most; without one the name of what comes first does.
            let name = words.joined(separator: " ") + " "
            if let example = verb.examples.first(where: { $0.hasPrefix(name) }) {
                return String(example.dropFirst(name.count))
            }
        }
        return nil
    }
}
