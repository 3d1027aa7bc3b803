import TMSBase
import TMSCommands
import TMSSyntax
import TrackingMore

/// Decides whether a text that is no statement is one that somebody has pasted: a mail, a chat, a column, a label.
///
/// A mistyped statement is never taken for a mail. A line counts as a statement where its first word is one of the language,
/// or a slip away from one, unless plain words that the language has not make most of it; a number with a clause or a
/// carrier behind it counts too. A text is a paste where most of its lines are none, and its first line is none that does
/// something to a number. A text without a number, an order or an address in it is none either: nothing could be said of it.
struct PastedText {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// - Parameter text: one with mistakes.
    func isPaste(_ text: String) -> Bool {
        guard !DeskText(text).items.allSatisfy({ $0.sort == .order && !$0.isCertain }) else { return false }
        let lines = text.split(whereSeparator: \.isNewline).map { Line(String($0), vocabulary) }.filter { !$0.isBlank }
        guard let first = lines.first, !first.actsOnNumber else { return false }
        return lines.count { $0.sort == .words } > lines.count { $0.sort == .statement }
    }

    /// Whether a text that is no mistake is a column of numbers, one a line: they are looked up together, rather than shown
    /// one after the other.
    func isColumn(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).map { PlainText.trimmed(String($0)) }.filter { !$0.isEmpty }
        return lines.count > 1
            && lines.allSatisfy { line in
                !line.contains(" ") && (try? TrackingNumber.read(line)) != nil
            }
    }
}

/// A line, as far as it tells whether somebody meant a statement by it.
private struct Line {
    private let words: [String]
    private let known: Set<String>
    private let heads: Set<String>
    private let vocabulary: Vocabulary
    private let text: String

    init(_ text: String, _ vocabulary: Vocabulary) {
        self.text = text
        self.vocabulary = vocabulary
        words = text.split { $0.isWhitespace || ",;()".contains($0) }.map { $0.lowercased() }
        heads = Line.heads(vocabulary)
        known = Line.words(vocabulary)
    }

    enum Sort {
        case statement
        /// A number and nothing else.
        case number
        case words
    }

    var isBlank: Bool { words.isEmpty }

    /// It begins with a verb, exactly, and a number follows: whatever stands behind, it was to do something.
    var actsOnNumber: Bool {
        guard let first = words.first, heads.contains(first), words.count > 1 else { return false }
        if text.contains("|") || text.contains("$") || text.contains("{") { return true }
        return vocabulary.verbs(beginningWith: first).contains { vocabulary[$0].target != nil }
            && isNumber(words[1])
    }

    var sort: Sort {
        // Nobody types a tab between words: it comes from a spreadsheet.
        guard let first = words.first, !PlainText.trimmed(text).contains("\t") else { return .words }
        if let mark = text.first(where: { !$0.isWhitespace }), "$|{}@#".contains(mark), !isOrder(first) {
            return .statement
        }
        if isNumber(first) { return words.count == 1 ? .number : isNumberLine ? .statement : .words }
        guard isHead(first), !asksWhere else { return .words }
        return actsOnNumber || !isProse ? .statement : .words
    }

    /// `Where is my parcel?`
    private var asksWhere: Bool {
        words.first == "where" && words.count > 1 && ["is", "are", "can", "did", "has"].contains(words[1])
            && !text.contains("|") && !text.contains("$")
    }

    /// `300403513351 vai 4px`: a number alone means `show`, and its clauses may follow.
    private var isNumberLine: Bool {
        let next = words[1]
        let labels = vocabulary.bareNumberVerb.map { vocabulary[$0].clauses.map(\.label) } ?? []
        return next.hasPrefix("|") || text.contains("|") || labels.contains { isNearly(next, $0) }
            || words.count == 2 && vocabulary.meanings(next).contains(.carrier)
            || words.allSatisfy { isNumber($0) && $0.utf8.count >= 8 } && text.contains(",")
    }

    /// Four plain words or more that the language has not, and more of them than of those it has.
    private var isProse: Bool {
        guard !text.contains("|"), !text.contains("$"), !text.contains("{"), !text.contains("\"") else { return false }
        let plain = words.filter { word in word.allSatisfy { $0.isLetter || "'’.!?-:".contains($0) } }
        let foreign = plain.filter { word in
            let bare = word.filter(\.isLetter)
            return !known.contains(bare) && vocabulary.meanings(bare).isEmpty
        }
        return foreign.count >= 4 && foreign.count * 2 > plain.count
    }

    private func isHead(_ word: String) -> Bool {
        let bare = word.filter { $0.isLetter }
        guard !bare.isEmpty else { return false }
        return heads.contains(bare) || bare.utf8.count >= 4 && heads.contains { isNearly(bare, $0) }
    }

    private func isNearly(_ word: String, _ other: String) -> Bool {
        word == other || EditDistance.between(word, other) <= (other.utf8.count > 2 ? 1 : 0)
    }

    private func isNumber(_ word: String) -> Bool {
        word.utf8.count >= 5 && word.utf8.allSatisfy(TrackingNumber.isAllowed) && word.contains(where: \.isNumber)
    }

    private func isOrder(_ word: String) -> Bool {
        word.hasPrefix("#") && word.dropFirst().contains(where: \.isNumber)
    }

    /// What a statement or a stage begins with.
    private static func heads(_ vocabulary: Vocabulary) -> Set<String> {
        var heads = Set(vocabulary.verbs.compactMap(\.words.first))
        heads.formUnion(vocabulary.otherWords.verbs.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
        heads.formUnion(StatementWord.allCases.map(\.rawValue))
        heads.formUnion(StageWord.allCases.map(\.rawValue))
        return heads
    }

    /// Every word of the language that is no value.
    private static func words(_ vocabulary: Vocabulary) -> Set<String> {
        var words = heads(vocabulary)
        words.formUnion(vocabulary.verbs.flatMap { $0.words + $0.clauses.map(\.label) })
        words.formUnion(
            InnerWord.statements + InnerWord.stages + InnerWord.operators + InnerWord.dates + InnerWord.units)
        return words
    }
}
