import TMSBase
public import TMSSyntax

/// Help on verbs as plain text, written from the vocabulary.
public struct HelpPage: Sendable {
    private let vocabulary: Vocabulary

    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The page on a verb, or on all verbs that begin with a word; nil where there is none.
    ///
    /// `help track all` shows every clause, `help track` the first few.
    func page(on topic: String) -> String? {
        var words = topic.split(separator: " ").map(String.init)
        let showsAll = words.count > 1 && words.last == "all"
        if showsAll { words.removeLast() }
        let name = words.joined(separator: " ")
        let found = vocabulary.verbs.filter { $0.name == name || $0.name.hasPrefix(name + " ") }
        if let own = found.first(where: { $0.name == name }) {
            return page(own, showsAll: showsAll)
        }
        guard let first = found.first else { return nil }
        return found.count == 1 ? page(first, showsAll: showsAll) : overview(found)
    }

    /// `help track via`: one clause of a verb.
    func clausePage(on words: [String]) -> String? {
        guard let label = words.last,
            let verb = vocabulary.verbs.first(where: { $0.words == Array(words.dropLast()) }),
            let clause = verb.clauses.first(where: { $0.label == label })
        else { return nil }
        let example = verb.examples.first { $0.contains(" \(label) ") } ?? verb.examples.first ?? verb.name
        return "\(verb.name) … \(Self.usage(clause))\n\(clause.summary)\n  \(example)\nSee: help \(verb.name)"
    }

    /// Every verb with what it must be given, a line each.
    func overview() -> String { overview(vocabulary.verbs) }

    /// `courier`, `failed attempt`, `late`: what tms calls it.
    func otherWord(_ word: String) -> String? {
        let others = vocabulary.otherWords
        if let field = others.fields[word] { return "`\(word)` is called `\(field)`." }
        if let status = others.statuses[word] { return "`\(word)` is the status `\(status)`." }
        guard let rows = others.sets[word] else { return others.absentVerbs[word] }
        let condition = rows.condition.map { " | where \($0)" } ?? ""
        let clauses = rows.clauses.isEmpty ? "" : " " + rows.clauses
        return "tms has no word `\(word)`; perhaps: list\(clauses)\(condition)"
    }

    private func overview(_ verbs: [Signature]) -> String {
        let width = verbs.map { Self.usage($0, short: true).count }.max() ?? 0
        return verbs.map { DisplayWidth.pad(Self.usage($0, short: true), to: width) + "  " + $0.summary }.joined(
            separator: "\n")
    }

    private func page(_ verb: Signature, showsAll: Bool) -> String {
        var lines = [Self.usage(verb, short: false), verb.summary]
        let shown = showsAll ? verb.clauses : Array(verb.clauses.prefix(6))
        let entries =
            verb.subjects.map { ($0.name, $0.summary) } + shown.map { (Self.usage($0), $0.summary) }
        let width = entries.map(\.0.count).max() ?? 0
        lines += entries.map { "  " + DisplayWidth.pad($0.0, to: width) + "  " + $0.1 }
        if shown.count < verb.clauses.count {
            lines.append("  (\(verb.clauses.count - shown.count) more: help \(verb.name) all)")
        }
        if let wayBack = verb.wayBack {
            lines.append("It asks first, or needs --yes; \(wayBack).")
        } else if verb.isIrreversible {
            lines.append("It cannot be taken back: it asks first, or needs --yes.")
        }
        lines += verb.examples.map { "  " + $0 }
        lines.append(calls(of: verb))
        lines.append("See: " + related(to: verb).map { "help \($0)" }.joined(separator: ", "))
        return lines.joined(separator: "\n")
    }

    /// The API's line, and what it costs.
    private func calls(of verb: Signature) -> String {
        if let request = verb.request { return "API: " + request }
        if verb.effect == .read, let shape = verb.calls {
            let page = shape.page.map { "pages of \(Count.text($0)) parcels" }
            return "API: \(page ?? "up to \(shape.batch) parcels in one call") · quota: none"
        }
        return verb.effect == .none
            ? "It makes no call of the API." : "API: the calls of what it does, each at its price."
    }

    /// Those it declares; else the verbs that take the same and do something else to it.
    private func related(to verb: Signature) -> [String] {
        if !verb.related.isEmpty { return verb.related }
        let kind = verb.subjects.first?.kind
        var effects: Set = [verb.effect]
        let others = vocabulary.verbs.filter { other in
            other.name != verb.name && other.words.first != verb.words.first
                && (kind == nil ? other.subjects.isEmpty : other.subjects.first?.kind == kind)
                && effects.insert(other.effect).inserted
        }
        let neighbours = vocabulary.verbs.filter { $0.name != verb.name && $0.words.first == verb.words.first }
        return (neighbours.prefix(2) + others.prefix(3)).map(\.name) + ["verbs"]
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

    /// A clause with what stands behind its label: `via CARRIER`.
    public static func usage(_ clause: Clause) -> String {
        guard let kind = clause.kind else { return clause.label }
        return clause.label + " " + kind.placeholder + (clause.isList ? ", …" : "")
    }
}
