public import TMSSemantics
public import TMSSyntax
import TrackingMore

/// Everything that can be typed, by its name: one index for `help X`, for completion behind `help`, and for the law that
/// every "see: help X" of a message leads somewhere.
public struct HelpIndex: Sendable {
    private let vocabulary: Vocabulary
    private let byName: [String: [HelpTopic]]
    /// Every name there is help for, in the order of the alphabet.
    public let names: [String]
    /// Those of them that people use: without what the API calls its fields.
    public let offered: [String]

    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        let topics =
            Self.statements + Self.stages + HelpConcepts(vocabulary).topics + Self.functions
            + VocabularyHelp(vocabulary).topics + Self.kinds + Self.statuses
        var byName: [String: [HelpTopic]] = [:]
        for topic in topics {
            for name in Set(topic.names) { byName[name, default: []].append(topic) }
        }
        self.byName = byName
        let verbs = vocabulary.verbs.flatMap { [$0.name, $0.words.first ?? ""] }
        names = Set(byName.keys).union(verbs).sorted()
        let used = topics.flatMap { $0.sort == .field ? Array($0.names.prefix(1)) : $0.names }
        offered = Set(used).union(verbs).sorted()
    }

    /// The topics of one name, other than verbs.
    public func topics(named name: String) -> [HelpTopic] { byName[name] ?? [] }

    /// The page on a topic, or for `""` what there is; nil where there is none.
    public func page(on topic: String) -> String? {
        var words = topic.lowercased().split { $0 == " " || $0 == "?" }.map(String.init)
        // `help where?` asks twice.
        if words.first == "help", words.count > 1 { words.removeFirst() }
        let name = words.joined(separator: " ")
        if name.isEmpty { return HelpOverview(vocabulary).text }
        let verbs = HelpPage(vocabulary)
        var parts: [String] = []
        if let page = verbs.page(on: name) { parts.append(page) }
        parts += topics(named: name).sorted { $0.sort < $1.sort }.map(\.text)
        if parts.isEmpty, let page = verbs.clausePage(on: words) { parts.append(page) }
        if parts.isEmpty { parts += shared(by: words).map(\.text) }
        if parts.isEmpty, let meant = vocabulary.otherWords.verbs[name] {
            parts += verbs.page(on: meant).map { ["`\(name)` is called `\(meant)` here.", $0] } ?? []
        }
        if parts.isEmpty, let word = verbs.otherWord(name) { parts.append(word) }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }

    /// Of words that are a phrase together, such as `this week`: the topics that all of them belong to.
    private func shared(by words: [String]) -> [HelpTopic] {
        guard words.count > 1, let first = words.first else { return [] }
        return topics(named: first).filter { topic in words.allSatisfy(topic.names.contains) }.sorted {
            $0.sort < $1.sort
        }
    }

    /// The names nearest to a topic there is no help on, the nearest first.
    public func nearest(to topic: String) -> [String] {
        let topic = topic.lowercased()
        var left = names
        var found: [String] = []
        while found.count < 3, let name = Suggestions.nearest(topic, in: left) {
            found.append(name)
            left.removeAll { $0 == name }
        }
        return found
    }
}

// What the language declares.
extension HelpIndex {
    private static let statements = StatementWord.allCases.map { word in
        HelpTopic(
            .statement, word.phrase == word.rawValue ? [word.rawValue] : [word.phrase, word.rawValue],
            [word.usage, word.summary.sentence], examples: word.examples)
    }

    private static let stages = StageWord.allCases.map { word in
        let names = word == .count ? ["count", "count by"] : Set([word.phrase, word.rawValue]).sorted()
        return HelpTopic(
            .stage, names, ["… | " + word.usage, word.summary.sentence] + word.remarks, examples: word.examples)
    }

    private static let functions = Function.all.map { function in
        var needed: [String] = []
        if function.example.contains("$p") { needed.append("let p = show 300403513402") }
        if function.example.contains("$late") { needed.append("let late = list status transit") }
        if function.example.contains("$numbers") { needed.append("let numbers = [1, 2]") }
        return HelpTopic(
            .function, [function.name], [function.usage, function.summary],
            examples: [(needed + ["print " + function.example]).joined(separator: "\n")])
    }

    private static let kinds = ParameterKind.all.map { kind in
        HelpTopic(
            .kind, [kind.word], ["\(kind.word): a kind of value", "  " + kind.summary.sentence],
            examples: ["define tell(value: \(kind.word)) { print $value }"])
    }

    private static let statuses = Status.allCases.map { status in
        let words = Status.allWords.filter { $0.status == status }.map(\.word)
        let others = words.dropFirst().joined(separator: ", ")
        return HelpTopic(
            .status, words.flatMap { Set([$0, $0.replacing("-", with: " ")]).sorted() },
            ["\(status.rawValue)\(others.isEmpty ? "" : ", or \(others)"): a status", "  " + status.meaning.sentence],
            examples: ["list status \(status.rawValue)"])
    }
}

extension Function {
    /// `round(number, [places])`.
    public var usage: String {
        let parameters = parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
        return "\(name)(\(parameters.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
    }
}

extension String {
    /// With a capital and a full stop.
    var sentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
