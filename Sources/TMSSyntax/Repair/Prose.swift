/// A sentence, a link, a mail: a text that is no command, and may name parcels.
public struct Prose {
    let file: SourceFile
    let range: SourceRange
    let vocabulary: Vocabulary
    private let words: [LineWord]

    public init(file: SourceFile, range: SourceRange, vocabulary: Vocabulary) {
        self.file = file
        self.range = range
        self.vocabulary = vocabulary
        words = LineWord.words(in: range, of: file)
    }

    /// The numbers are looked up, and the orders; nothing else of the text is run.
    public var repairs: [Repair] {
        guard let show = vocabulary.bareNumberVerb else { return [] }
        let numbers = vocabulary.numbers(file.slice(range))
        guard numbers.count <= 10 else { return [] }
        var repairs =
            numbers.isEmpty ? [] : [lookUp("\(vocabulary[show].name) \(numbers.joined(separator: ", "))", numbers)]
        let orders = words.map(\.text).filter { $0.hasPrefix("#") && $0.dropFirst().contains(where: \.isNumber) }
        if let list = vocabulary.listingVerb, !orders.isEmpty {
            let quoted = orders.prefix(5).map {
                Quoting.string($0.filter { "#-_".contains($0) || $0.isLetter || $0.isNumber })
            }
            repairs.append(lookUp("\(vocabulary[list].name) orders \(quoted.joined(separator: ", "))", numbers))
        }
        if repairs.isEmpty, isSentence { repairs.append(lookUp(nil, numbers)) }
        return repairs
    }

    /// - Parameter line: `nil` where the text names nothing that could be looked up.
    private func lookUp(_ line: String?, _ numbers: [String]) -> Repair {
        var repair = Repair(line.map { Proposal("write `\($0)`", [Diagnostic.Edit(range, $0)]) })
        repair.code = "E0133"
        repair.message = "this is a text, and no command of tms"
        repair.range = range
        switch numbers.count {
        case 0: repair.hint = line == nil ? "a parcel is looked up by its number" : "it names an order"
        case 1: repair.hint = "it names the number \(numbers[0])"
        default: repair.hint = "it names \(numbers.count) numbers"
        }
        repair.isLast = false
        return repair
    }

    /// Whether no verb that writes, and nothing near a verb, begins it; one that looks things up may.
    var beginsWithoutVerb: Bool {
        guard let first = words.first else { return false }
        // A list, a variable or parentheses are code, whatever is wrong with the line.
        if let mark = file.slice(range).first(where: { !$0.isWhitespace }), "[($@".contains(mark) { return false }
        if StatementWord(rawValue: first.lower) != nil { return false }
        let begun = vocabulary.verbs(beginningWith: first.lower).map { vocabulary[$0] }
        let asked = [first.lower, words.prefix(2).map(\.lower).joined(separator: " ")]
            .compactMap { vocabulary.otherWords.verbs[$0] }
            .flatMap { name in vocabulary.verbs.filter { $0.name == name } }
        let verbs = begun + asked
        if !verbs.isEmpty { return begun.isEmpty && verbs.allSatisfy { $0.effect == .read || $0.effect == .none } }
        let isNearVerb = Suggestions.nearest(first.lower, in: vocabulary.verbs.compactMap(\.words.first)) != nil
        return !isNearVerb || words.count > 4
    }

    /// Whether a text of several lines reads as one: most of its lines begin with no verb at all.
    public static func holds(_ file: SourceFile, _ vocabulary: Vocabulary) -> Bool {
        let lines = (1...max(1, file.lineStarts.count)).map(file.lineRange)
            .filter { !file.slice($0).allSatisfy(\.isWhitespace) }
        guard lines.count > 1, lines.count <= 200, !lines.contains(where: { file.slice($0).hasPrefix("# ") }),
            lines.contains(where: { Prose(file: file, range: $0, vocabulary: vocabulary).isSentence })
        else { return false }
        let prose = lines.count { Prose(file: file, range: $0, vocabulary: vocabulary).beginsWithoutVerb }
        return prose * 2 > lines.count
    }

    /// Several words and a mark at the end.
    private var isSentence: Bool { words.count >= 4 && words.last?.mark.map { ".?!".contains($0) } == true }
}
