/// Reads what people write behind `list`, phrase by phrase: a clause, a field with a comparison, a status, a set of rows, a
/// time, a stage without its pipe. Gives the line with everything in its place, or `nil` where a word is not understood:
/// nothing is ever left out that could have meant something.
struct ListReader {
    let vocabulary: Vocabulary
    let signature: Signature
    let schema: Schema?
    let words: [LineWord]
    let file: SourceFile
    /// Months as two dates.
    let spellsOutMonths: Bool
    /// Which of the fields that hold countries a country alone is looked for in, and whether one stood alone.
    let countryChoice: Int
    var hasLoneCountry = false

    var position = 0
    var clauses: [String] = []
    var conditions: [String] = []
    var stages: [String] = []
    /// What was taken otherwise than it was written.
    var remarks: [String] = []
    /// What is said where a time is meant that only the calendar of today could tell: `this year`.
    var untold: String?

    init?(_ line: MistakenLine, from first: Int, spellsOutMonths: Bool = false, countryChoice: Int = 0) {
        guard let listing = line.vocabulary.listingVerb else { return nil }
        vocabulary = line.vocabulary
        signature = vocabulary[listing]
        schema = signature.returns.flatMap(vocabulary.schema(named:))
        words = Array(line.words.dropFirst(first))
        file = line.file
        self.spellsOutMonths = spellsOutMonths
        self.countryChoice = countryChoice
    }

    /// The fields that hold a country, where parcels go before where they come from.
    var countryFields: [Field] {
        let fields = schema?.fields.filter { $0.kind == .country } ?? []
        return fields.filter { $0.name == "to" } + fields.filter { $0.name != "to" }
    }

    mutating func read() -> String? {
        while position < words.count {
            let before = position
            guard
                readStage() || readClause() || readField() || readSet() || readStatus() || readTime() || readFiller()
                    || readValue()
            else { return nil }
            guard position > before else { return nil }
        }
        var line = ([signature.name] + clauses.filter { !$0.isEmpty }).joined(separator: " ")
        if !conditions.isEmpty {
            let isMixed = conditions.count > 1
            let parts = conditions.map { isMixed && $0.contains(" or ") ? "(\($0))" : $0 }
            line += " | where " + parts.joined(separator: " and ")
        }
        return ([line] + stages).joined(separator: " | ")
    }
}

// MARK: - Looking at words

extension ListReader {
    func word(_ offset: Int = 0) -> String? {
        let place = position + offset
        return words.indices.contains(place) && !words[place].isQuoted ? words[place].lower : nil
    }

    /// Takes these words where they stand.
    mutating func take(_ phrase: String) -> Bool {
        let parts = phrase.split(separator: " ").map(String.init)
        guard parts.indices.allSatisfy({ word($0) == parts[$0] }) else { return false }
        position += parts.count
        return true
    }

    mutating func takeAny(_ phrases: [String]) -> Bool {
        for phrase in phrases where take(phrase) { return true }
        return false
    }

    /// The longest run of up to four words that means something, with how many they are.
    func longest<Meaning>(_ meaning: (String) -> Meaning?) -> (value: Meaning, typed: String, count: Int)? {
        for count in stride(from: min(4, words.count - position), through: 1, by: -1) {
            let run = words[position..<position + count]
            if run.dropLast().contains(where: { $0.mark != nil || $0.isQuoted }) { continue }
            let typed = run.map(\.text).joined(separator: " ")
            if let value = meaning(typed.lowercased()) { return (value, typed, count) }
        }
        return nil
    }

    func status(_ typed: String) -> String? {
        if let meant = vocabulary.otherWords.statuses[typed] { return meant }
        return vocabulary.normalForm(typed, .status)
    }

    /// The field that people call by a word.
    func field(_ word: String) -> Field? {
        schema?.field(named: word) ?? vocabulary.otherWords.fields[word].flatMap { schema?.field(named: $0) }
    }

    func clause(_ word: String) -> Clause? {
        let label = signature.clauses.contains { $0.label == word } ? word : vocabulary.otherWords.fields[word] ?? word
        return signature.clauses.first { $0.label == label }
    }

    /// Whether something of its own begins here, so that a value before it has ended.
    func beginsPhrase(at offset: Int = 0) -> Bool {
        guard let word = word(offset) else { return false }
        if clause(word) != nil || beginsStage(at: offset)
            || ["and", "or", "but", "who", "sorted", "ordered"].contains(word)
        {
            return true
        }
        guard let field = field(word), let next = self.word(offset + 1) else { return false }
        return Comparison.starts(with: next) || field.kind == .country && vocabulary.normalForm(next, .country) != nil
    }

    /// The words as they were typed.
    func typed(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return file.slice(words[first].range.joined(with: words[last].range))
    }
}

/// How people write comparisons, and how tms does.
struct Comparison {
    let typed: String
    let meant: String

    private init(_ typed: String, _ meant: String) {
        self.typed = typed
        self.meant = meant
    }

    static let all = pairs.map { Comparison($0, $1) }

    private static let pairs: [(String, String)] = [
        ("is not", "is not"), ("isn't", "is not"), ("not in", "not in"), ("does not contain", "not contains"),
        ("is over", "over"), ("is under", "under"), ("is", "is"), ("=", "is"), ("==", "is"), ("equals", "is"),
        ("!=", "is not"), ("<>", "is not"), ("over", "over"), ("above", "over"), ("more than", "over"),
        ("longer than", "over"), ("older than", "over"), ("at least", ">="), ("under", "under"), ("below", "under"),
        ("less than", "under"), (">=", ">="), ("<=", "<="), (">", ">"), ("<", "<"), ("contains", "contains"),
        ("containing", "contains"), ("like", "contains"), ("has", "contains"), ("starts with", "starts with"),
        ("ends with", "ends with"), ("matches", "matches"), ("in", "in"), ("before", "before"), ("after", "after"),
        ("since", "since"), ("for", "over"), ("not", "is not"),
    ]

    /// Between a moment and a day.
    static let ofDays: [Comparison] = [
        (">=", "since"), (">", "after"), ("is over", "after"), ("over", "after"), ("above", "after"),
        ("later than", "after"), ("<", "before"), ("is under", "before"), ("under", "before"), ("below", "before"),
        ("earlier than", "before"),
    ].map { Comparison($0, $1) }

    static func starts(with word: String) -> Bool {
        all.contains { $0.typed.split(separator: " ").first.map(String.init) == word }
    }
}
