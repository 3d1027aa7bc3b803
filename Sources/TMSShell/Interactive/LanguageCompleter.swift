public import LineEditor
public import TMSSyntax

/// Offers what could stand at the cursor: verbs, the labels a verb has left, values of a label's kind, stages, fields
/// and variables.
public struct LanguageCompleter: Completer {
    private let vocabulary: Vocabulary
    /// The names of the session's variables and definitions, asked anew each time.
    private let variables: () -> [String]
    private let definitions: () -> [String]

    public init(
        _ vocabulary: Vocabulary, variables: @escaping () -> [String] = { [] },
        definitions: @escaping () -> [String] = { [] }
    ) {
        self.vocabulary = vocabulary
        self.variables = variables
        self.definitions = definitions
    }

    public func completions(for text: String, cursor: Int) -> Completions {
        let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        let scan = LineScan(before)
        var (words, opener) = scan.command(before: cursor)
        var prefix = ""
        var start = cursor
        if let last = words.last, last.range.upperBound == cursor, last.kind != .mark {
            guard last.kind != .string else { return .none }
            words.removeLast()
            (prefix, start) = (last.text, last.range.lowerBound)
        }
        if scan.pieces.last?.kind == .comment { return .none }
        let candidates = candidates(prefix, words.map { $0.text.lowercased() }, opener)
        return Completions(replaces: start..<cursor, candidates: candidates)
    }

    private func candidates(_ prefix: String, _ words: [String], _ opener: String?) -> [Completion] {
        if prefix.hasPrefix("$") {
            return variables().filter { $0.hasPrefix(prefix.dropFirst()) }.sorted()
                .map { Completion("$" + $0, appendsSpace: false) }
        }
        // `let late = list …`, `for p in list …`: the command begins behind it.
        if let border = words.lastIndex(where: { $0 == "=" || $0 == "in" || $0 == "plan" || $0 == "curl" }),
            ["let", "for", "plan", "explain", "curl"].contains(words[0]) || words[0].hasPrefix("$"),
            verb(words) == nil
        {
            return candidates(prefix, Array(words[(border + 1)...]), "(")
        }
        let isStage = opener == "|"
        if let (verb, rest) = verb(words), !isStage || !isStageWord(words[0]) {
            let longer = verbWords(after: words).filter { $0.text.hasPrefix(prefix.lowercased()) }
            return longer + arguments(of: verb, rest, prefix)
        }
        if isStage, let first = words.first, isStageWord(first) { return stageWords(words, prefix) }
        if words.isEmpty || !verbWords(after: words).isEmpty { return beginnings(prefix, words, isStage: isStage) }
        return []
    }

    // MARK: - Beginnings

    private func beginnings(_ prefix: String, _ words: [String], isStage: Bool) -> [Completion] {
        let lower = prefix.lowercased()
        var found = verbWords(after: words)
        if words.isEmpty {
            let own = isStage ? LanguageWords.stages : LanguageWords.statements
            found = own.map { Completion($0.word, description: $0.summary) } + found
            found += definitions().sorted().map { Completion($0, description: "your own") }
        }
        var seen: Set<String> = []
        return found.filter { $0.text.hasPrefix(lower) && seen.insert($0.text).inserted }
    }

    /// What may follow in verbs of several words: `by status` after `count`.
    private func verbWords(after words: [String]) -> [Completion] {
        vocabulary.verbs.compactMap { verb in
            guard verb.words.count > words.count, Array(verb.words.prefix(words.count)) == words else { return nil }
            return Completion(verb.words.dropFirst(words.count).joined(separator: " "), description: verb.summary)
        }
    }

    /// The verb these words begin with, and the words behind it.
    private func verb(_ words: [String]) -> (Signature, [String])? {
        guard let first = words.first else { return nil }
        if first.first?.isNumber == true, let show = vocabulary.verbs.first(where: { $0.words == ["show"] }) {
            return (show, words)
        }
        for id in vocabulary.verbs(beginningWith: first) {
            let verb = vocabulary[id]
            if Array(words.prefix(verb.words.count)) == verb.words {
                return (verb, Array(words.dropFirst(verb.words.count)))
            }
        }
        return nil
    }

    // MARK: - Arguments

    private func arguments(of verb: Signature, _ words: [String], _ prefix: String) -> [Completion] {
        // Behind a label, or a comma in its list, stands a value.
        var place = words.count - 1
        while place >= 1, words[place] == "," { place -= 2 }
        if place >= 0, let clause = verb.clauses.first(where: { $0.label == words[place] }), let kind = clause.kind {
            return kind.candidates(prefix).map { Completion($0.word, description: $0.summary) }
        }
        let taken = verb.clauses.filter { words.contains($0.label) }
        let groups = Set(taken.compactMap(\.group))
        let labels = verb.clauses.filter { clause in
            !words.contains(clause.label) && !(clause.group.map(groups.contains) ?? false)
        }
        .map { Completion($0.label, description: $0.summary) }
        let ownSlot = words.isEmpty ? verb.subjects.first.map { $0.kind.candidates(prefix) } ?? [] : []
        let values = ownSlot.map { Completion($0.word, description: $0.summary) }
        return values + labels.filter { $0.text.hasPrefix(prefix.lowercased()) }
    }

    // MARK: - Stages

    private func isStageWord(_ word: String) -> Bool {
        LanguageWords.stages.contains { $0.word == word || $0.word.hasPrefix(word + " ") }
    }

    private func stageWords(_ words: [String], _ prefix: String) -> [Completion] {
        guard let last = words.last else { return [] }
        let lower = prefix.lowercased()
        let further = LanguageWords.stages.compactMap { stage -> Completion? in
            guard words.count == 1, stage.word.hasPrefix(last + " ") else { return nil }
            return Completion(String(stage.word.dropFirst(last.count + 1)), description: stage.summary)
        }
        if !further.isEmpty, last != "count" { return further.filter { $0.text.hasPrefix(lower) } }
        if last == "as" {
            return OutputFormat.allCases.map(\.rawValue).filter { $0.hasPrefix(lower) }.map { Completion($0) }
        }
        guard LanguageWords.beforeField.contains(last) else { return valueOfField(words, prefix) }
        let fields = vocabulary.schemas.first { $0.field(named: "silent") != nil }?.fields ?? []
        return fields.filter { $0.name.hasPrefix(lower) }.map { Completion($0.name, description: $0.summary) }
    }

    /// `where status is tr…`.
    private func valueOfField(_ words: [String], _ prefix: String) -> [Completion] {
        let fields = vocabulary.schemas.first { $0.field(named: "silent") != nil }
        for word in words.reversed().dropFirst() {
            guard let field = fields?.field(named: word) else { continue }
            let kind: ValueKind? =
                switch field.kind {
                case .status: .status
                case .carrier: .carrier
                case .country: .country
                default: nil
                }
            return kind?.candidates(prefix).map { Completion($0.word, description: $0.summary) } ?? []
        }
        return []
    }
}
