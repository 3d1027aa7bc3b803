public import TMSSyntax

/// Help as plain text, written from the vocabulary.
public struct HelpPage: Sendable {
    private let vocabulary: Vocabulary

    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The page on a verb, on all verbs that begin with a word, or for `""` the list of all verbs; nil for an unknown topic.
    ///
    /// `help track all` shows every clause, `help track` the first few.
    public func page(on topic: String) -> String? {
        var words = topic.lowercased().split(separator: " ").map(String.init)
        if words.isEmpty { return overview(vocabulary.verbs) }
        let showsAll = words.count > 1 && words.last == "all"
        if showsAll { words.removeLast() }
        let name = words.joined(separator: " ")
        let meant = vocabulary.nearMisses[name] ?? name
        let found = vocabulary.verbs.filter { $0.name == meant || $0.name.hasPrefix(meant + " ") }
        guard let first = found.first else { return nil }
        return found.count == 1 ? page(first, showsAll: showsAll) : overview(found)
    }

    private func overview(_ verbs: [Signature]) -> String {
        let width = verbs.map { Self.usage($0, short: true).count }.max() ?? 0
        return verbs.map { Self.padded(Self.usage($0, short: true), width) + "  " + $0.summary }.joined(separator: "\n")
    }

    private func page(_ verb: Signature, showsAll: Bool) -> String {
        var lines = [Self.usage(verb, short: false), verb.summary]
        let shown = showsAll ? verb.clauses : Array(verb.clauses.prefix(6))
        let entries =
            verb.subjects.map { ($0.name, $0.summary) } + shown.map { (Self.usage($0), $0.summary) }
        let width = entries.map(\.0.count).max() ?? 0
        lines += entries.map { "  " + Self.padded($0.0, width) + "  " + $0.1 }
        if shown.count < verb.clauses.count {
            lines.append("  (\(verb.clauses.count - shown.count) more: help \(verb.name) all)")
        }
        if verb.isIrreversible { lines.append("It cannot be taken back: it asks first, or needs --yes.") }
        lines += verb.examples.map { "  " + $0 }
        return lines.joined(separator: "\n")
    }

    /// A verb with what it must be given: `track NUMBER`.
    public static func usage(_ verb: Signature) -> String { usage(verb, short: true) }

    private static func usage(_ verb: Signature, short: Bool) -> String {
        var subjects = verb.subjects.map { $0.isRequired ? $0.name : "[\($0.name)]" }
        // Slots of one name stand for several words.
        for place in subjects.indices.reversed() where place > 0 && subjects[place] == subjects[place - 1] {
            subjects.remove(at: place)
        }
        let required = verb.clauses.filter { $0.isRequired && $0.group == nil }.map(usage)
        let groups = Dictionary(grouping: verb.clauses.filter { $0.group != nil }) { $0.group ?? "" }
        let choices = groups.sorted { $0.key < $1.key }.map { group in
            let words = group.value.map(\.label).joined(separator: "|")
            return group.value.contains { $0.isRequired } ? words : "[\(words)]"
        }
        let hasOptional = verb.clauses.contains { !$0.isRequired && $0.group == nil }
        let rest = hasOptional && !short ? ["[clauses]"] : []
        return ([verb.name] + subjects + required + choices + rest).joined(separator: " ")
    }

    private static func usage(_ clause: Clause) -> String {
        guard let kind = clause.kind else { return clause.label }
        return clause.label + " " + kind.placeholder + (clause.isList ? ", …" : "")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension ValueKind {
    /// The word that stands for such a value in help: `CARRIER`.
    public var placeholder: String {
        switch self {
        case .parcel, .trackingNumber: "NUMBER"
        case .carrier: "CARRIER"
        case .country: "COUNTRY"
        case .status: "STATUS"
        case .language: "LANGUAGE"
        case .text: "TEXT"
        case .email: "EMAIL"
        case .phone: "PHONE"
        case .number: "N"
        case .boolean: "true|false"
        case .date: "DATE"
        case .dateRange: "RANGE"
        case .duration: "DURATION"
        case .path: "FILE"
        case .record: "RECORD"
        case .any: "VALUE"
        case .choice(let words): words.joined(separator: "|")
        }
    }
}
