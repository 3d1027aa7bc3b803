import TMSCommands
import TMSSyntax
import TrackingMore

/// `where is 300403513402?`, `wo ist …`, `¿dónde está …?`, `… 在哪里`: a question about one parcel, which means `show`.
struct WhereQuestion {
    /// The number it asks about, as it is sent.
    let number: String

    /// Nil for every other text: a question has one line, one number, a word that asks where, and nothing of the language.
    init?(_ text: String, _ vocabulary: Vocabulary) {
        let trimmed = DeskText.spaced(PlainText.trimmed(text))
        guard !trimmed.contains(where: { $0.isNewline || "|${}\"=;".contains($0) }) else { return nil }
        let numbers = TrackingNumber.numbers(in: trimmed)
        guard numbers.count == 1, let number = numbers.first else { return nil }
        let words = trimmed.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init)
        guard words.count <= 10, words.first != nil else { return nil }
        let asksLatin = words.contains { WhereQuestion.words.contains($0) }
        let asksOther = WhereQuestion.phrases.contains { trimmed.contains($0) }
        guard asksLatin || asksOther else { return nil }
        // `list where …` is a statement, right or wrong.
        if let first = words.first, !WhereQuestion.words.contains(first),
            !vocabulary.verbs(beginningWith: first).isEmpty
        {
            return nil
        }
        // Behind `where` a condition may have been meant: `where number is 300403513402`.
        if words.first == "where", !["is", "are", "can"].contains(words.dropFirst().first ?? "") { return nil }
        self.number = number
    }

    private static let words: Set<String> = [
        "where", "where's", "where’s", "wo", "où", "dónde", "donde", "waar", "dove", "dov'è", "dov’è", "onde",
    ]
    private static let phrases = ["在哪", "哪里", "到哪", "どこ"]
}
