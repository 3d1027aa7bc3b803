public import LineEditor
import TMSSemantics
public import TMSSyntax

/// Offers what could stand at the cursor. The parser reads the text before it and says what it looks for there; this
/// knows the words.
public struct LanguageCompleter: Completer {
    private let vocabulary: Vocabulary
    /// The names of the session's variables and definitions, asked anew each time.
    private let variables: () -> [String]
    private let definitions: () -> [String: DefineSyntax]

    public init(
        _ vocabulary: Vocabulary, variables: @escaping () -> [String] = { [] },
        definitions: @escaping () -> [String: DefineSyntax] = { [:] }
    ) {
        self.vocabulary = vocabulary
        self.variables = variables
        self.definitions = definitions
    }

    public func completions(for text: String, cursor: Int) -> Completions {
        let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        let last = LineScan(before).pieces.last
        if last?.kind == .comment { return .none }
        guard let last, last.range.upperBound == cursor, last.kind != .mark, last.kind != .separator else {
            return Completions(replaces: cursor..<cursor, candidates: candidates("", after: before))
        }
        if last.kind == .string { return variables(in: last) }
        if last.kind == .variable { return Completions(replaces: last.range, candidates: variables(last.text)) }
        let earlier = String(decoding: text.utf8.prefix(last.range.lowerBound), as: UTF8.self)
        return Completions(replaces: last.range, candidates: candidates(last.text, after: earlier))
    }

    private func candidates(_ prefix: String, after text: String) -> [Completion] {
        if let topics = topics(after: text) { return topics.filter { $0.text.hasPrefix(prefix.lowercased()) } }
        var seen: Set<String> = []
        return expectations(atEndOf: SourceFile(name: "line", text: text), vocabulary: vocabulary)
            .flatMap { candidates(prefix, resolved($0, in: text)) }.filter { seen.insert($0.text).inserted }
    }

    /// A value of the kind that a definition declares, of the session or of the text itself.
    private func resolved(_ expectation: Expectation, in text: String) -> Expectation {
        guard case .argument(let name, let place) = expectation else { return expectation }
        let parameters = (definitions()[name] ?? Self.definition(name, in: text, vocabulary))?.parameters ?? []
        guard parameters.indices.contains(place), let kind = parameters[place].kind?.kind else { return expectation }
        return .value(kind.valueKind)
    }

    private static func definition(_ name: String, in text: String, _ vocabulary: Vocabulary) -> DefineSyntax? {
        for statement in parse(SourceFile(name: "line", text: text), vocabulary: vocabulary).program.statements {
            if case .define(let definition) = statement.kind, definition.name.name == name { return definition }
        }
        return nil
    }

    private func candidates(_ prefix: String, _ expectation: Expectation) -> [Completion] {
        if case .value(let kind) = expectation { return values(kind, prefix) }
        if case .beside(let field, let schema) = expectation { return values(besides: field, of: schema, prefix) }
        let lower = prefix.lowercased()
        return words(expectation, isBegun: !prefix.isEmpty).filter { $0.text.lowercased().hasPrefix(lower) }
    }
}

// The words for what the parser looks for.
extension LanguageCompleter {
    private func words(_ expectation: Expectation, isBegun: Bool) -> [Completion] {
        switch expectation {
        case .words(let words): words.utf8.contains { $0 >= 0x61 } ? [Completion(words)] : []
        case .statement: named(statements) + named([Self.open]) + verbs + own
        case .source: verbs + named([Self.open]) + own + functions
        case .stage: named(stages) + verbs + own
        case .aggregate: named(stages.filter { AggregateSyntax.Function(rawValue: $0.word) != nil })
        case .clause(let verb, let index): [Completion(vocabulary[verb].clauses[index])]
        case .field(let schema): fields(of: schema, isBegun: isBegun)
        case .operand: ["true", "false", "empty"].map { Completion($0) } + functions
        case .unit: ["days", "day", "h", "hours", "min", "weeks", "week", "s"].map { Completion($0) }
        case .format: OutputFormat.allCases.map { Completion($0.rawValue) }
        case .kind: ParameterKind.allCases.map { Completion($0.rawValue, description: $0.summary) }
        case .value, .beside, .argument: []
        }
    }

    private static let open = (word: "open", summary: "read a data file")

    private var statements: [(word: String, summary: String)] {
        StatementWord.allCases.filter { !$0.isPartner }.map { ($0.phrase, $0.summary) }
    }

    private var stages: [(word: String, summary: String)] {
        StageWord.allCases.flatMap { stage in
            [(stage.phrase, stage.summary)] + (stage == .count ? [("count by", "how many of each")] : [])
        }
    }

    /// `help count by st…`: what `help` tells of.
    private func topics(after text: String) -> [Completion]? {
        let pieces = LineScan(text).pieces
        let words = pieces[(pieces.lastIndex { $0.kind == .separator }.map { $0 + 1 } ?? 0)...].map {
            $0.text.lowercased()
        }
        guard words.first == "help" else { return nil }
        let begun = words.dropFirst()
        return verbs.filter { $0.text.split(separator: " ").map(String.init).starts(with: begun) }.map { verb in
            let rest = verb.text.split(separator: " ").dropFirst(begun.count)
            return Completion(rest.joined(separator: " "), description: verb.description)
        }.filter { !$0.text.isEmpty }
    }

    private func named(_ words: [(word: String, summary: String)]) -> [Completion] {
        words.map { Completion($0.word, description: $0.summary) }
    }

    private var verbs: [Completion] { vocabulary.verbs.map { Completion($0.name, description: $0.summary) } }

    private var own: [Completion] { definitions().keys.sorted().map { Completion($0, description: "your own") } }

    private var functions: [Completion] {
        Function.all.map { Completion($0.name + "(", description: $0.summary, appendsSpace: false) }
    }

    /// Names of the service come up once a name is begun.
    private func fields(of name: String?, isBegun: Bool) -> [Completion] {
        let fields = schema(name)?.fields ?? []
        let friendly = fields.map { Completion($0.name, description: $0.summary) }
        guard isBegun else { return friendly }
        return friendly
            + fields.compactMap { field in field.wireName.map { Completion($0, description: field.summary) } }
    }

    private func schema(_ name: String?) -> Schema? {
        // Rows of a variable or a file: parcels, as likely as not.
        name.flatMap(vocabulary.schema) ?? vocabulary.schemas.first { $0.field(named: "silent") != nil }
    }
}

// Values.
extension LanguageCompleter {
    private func values(_ kind: ValueKind, _ prefix: String) -> [Completion] {
        kind.candidates(prefix).map { Completion($0.word, description: $0.summary) }
    }

    /// `where status is tr…`.
    private func values(besides field: String, of name: String?, _ prefix: String) -> [Completion] {
        switch schema(name)?.field(named: field)?.kind {
        case .status: values(.status, prefix)
        case .carrier: values(.carrier, prefix)
        case .country: values(.country, prefix)
        case .boolean: values(.boolean, prefix)
        default: []
        }
    }

    private func variables(_ prefix: String) -> [Completion] {
        variables().filter { $0.hasPrefix(prefix.dropFirst()) }.sorted()
            .map { Completion("$" + $0, appendsSpace: false) }
    }

    /// `"late: {$p…`.
    private func variables(in string: LineScan.Piece) -> Completions {
        let name = string.text.utf8.reversed().prefix { $0 == 0x5F || $0 >= 0x80 || $0.isLetterOrDigit }.count
        let start = string.range.upperBound - name - 1
        let before = string.text.utf8.dropLast(name + 1)
        guard string.text.first == "\"", string.text.utf8.dropLast(name).last == UInt8(ascii: "$"),
            let brace = before.lastIndex(of: UInt8(ascii: "{")), !before[brace...].contains(UInt8(ascii: "}"))
        else { return .none }
        let prefix = "$" + String(decoding: string.text.utf8.suffix(name), as: UTF8.self)
        return Completions(replaces: start..<string.range.upperBound, candidates: variables(prefix))
    }
}

extension Completion {
    fileprivate init(_ clause: Clause) { self.init(clause.label, description: clause.summary) }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
