import TMSCommands
import TMSSemantics
import TMSSyntax

// The words for what the parser looks for.
extension LanguageService {
    /// - Parameter own: the definitions of the session and of the text.
    func words(_ expectation: Expectation, isBegun: Bool, own: [String: DefineSyntax]) -> [CompletionItem] {
        let own = own.values.sorted { $0.name.name < $1.name.name }.map {
            CompletionItem($0.name.name, .definition, $0.parameters.isEmpty ? "your own" : $0.usage)
        }
        return switch expectation {
        case .words(let words): words.utf8.contains { $0 >= 0x61 } ? [CompletionItem(words, .label)] : []
        case .statement: statements + [Self.open] + verbs + own
        case .source: verbs + [Self.open] + own + functions
        case .stage: stages + verbs + own
        case .aggregate: stages.filter { AggregateSyntax.Function(rawValue: $0.text) != nil }
        case .clause(let verb, let index): vocabulary[verb].clauses.element(at: index).map { [item($0)] } ?? []
        case .field(let schema): fields(of: schema, isBegun: isBegun)
        case .operand: InnerWord.constants.map { CompletionItem($0, .constant) } + functions
        case .unit: Self.units.map { CompletionItem($0, .duration) }
        case .format: OutputFormat.allCases.map { CompletionItem($0.rawValue, .constant) }
        case .kind: ParameterKind.all.map { CompletionItem($0.word, .kind, $0.summary) }
        case .fileClause(let clause): [CompletionItem(clause.rawValue, .label, clause.summary)]
        case .fileValue(let clause): clause.words.map { CompletionItem($0, .constant) }
        case .value, .beside, .argument: []
        }
    }

    static let open = CompletionItem("open", .label, "read a data file")
    private static let units = ["days", "day", "h", "hours", "min", "weeks", "week", "s"]

    private var statements: [CompletionItem] {
        StatementWord.allCases.filter { !$0.isPartner }.map { CompletionItem($0.phrase, .statement, $0.summary) }
    }

    private var stages: [CompletionItem] {
        StageWord.allCases.flatMap { stage in
            [CompletionItem(stage.phrase, .stage, stage.summary)]
                + (stage == .count ? [CompletionItem("count by", .stage, "how many of each")] : [])
        }
    }

    private var verbs: [CompletionItem] {
        vocabulary.verbs.map { verb in
            let effect = LineEffect(verb.effect, isIrreversible: verb.isIrreversible)
            return CompletionItem(verb.name, TokenRole.verb(VerbID(0), effect).tokenClass, verb.summary)
        }
    }

    private var functions: [CompletionItem] {
        Function.all.map { CompletionItem($0.name + "(", .function, $0.summary, appendsSpace: false) }
    }

    private func item(_ clause: Clause) -> CompletionItem { CompletionItem(clause.label, .label, clause.summary) }

    /// Names of the service come up once a name is begun.
    private func fields(of name: String?, isBegun: Bool) -> [CompletionItem] {
        let fields = schema(name)?.fields ?? []
        let friendly = fields.map { field in
            let sample = surroundings.sample(field.name)
            return CompletionItem(
                field.name, .field, sample.map { "\($0) · \(field.summary)" } ?? field.summary)
        }
        guard isBegun else { return friendly }
        return friendly
            + fields.compactMap { field in field.wireName.map { CompletionItem($0, .field, field.summary) } }
    }

    /// Rows of a variable or a file: parcels, as likely as not.
    private func schema(_ name: String?) -> Schema? { name.flatMap(vocabulary.schema) ?? vocabulary.parcelSchema }

    /// `help count by st…`: what `help` tells of; `nil` where the statement is no such request.
    func helpTopics(after file: SourceFile) -> [CompletionItem]? {
        let tokens = file.lexicalTokens.tokens.filter { $0.kind != .end }
        let begin = tokens.lastIndex { $0.endsStatement }.map { $0 + 1 } ?? 0
        let words = tokens[begin...].map { file.slice($0.range).lowercased() }
        guard words.first == "help" else { return nil }
        let begun = words.dropFirst()
        let summaries = Dictionary(verbs.map { ($0.text, $0.summary) }) { first, _ in first }
        return HelpIndex(vocabulary).offered.filter {
            $0.split(separator: " ").map(String.init).starts(with: begun)
        }.map { name in
            let rest = name.split(separator: " ").dropFirst(begun.count)
            return CompletionItem(rest.joined(separator: " "), .text, summaries[name] ?? "")
        }.filter { !$0.text.isEmpty }
    }
}

// Values.
extension LanguageService {
    func values(_ kind: ValueKind, _ prefix: String) -> [CompletionItem] {
        let tokenClass = TokenRole.value(kind).tokenClass
        let isNamed = [ValueKind.carrier, .country, .language].contains(kind)
        return kind.candidates(prefix).map {
            CompletionItem($0.word, tokenClass, $0.summary, name: isNamed ? $0.summary : "")
        }
    }

    /// `where status is tr…`.
    func values(besides field: String, of name: String?, _ prefix: String) -> [CompletionItem] {
        guard let kind = schema(name)?.field(named: field)?.kind, kind.form == .code || kind.form == .boolean else {
            return []
        }
        return values(kind, prefix)
    }
}

extension Token {
    /// Whether a statement or a stage may begin behind it.
    fileprivate var endsStatement: Bool {
        switch kind {
        case .pipe, .semicolon, .newline, .leftBrace, .rightBrace, .leftParen: true
        case .word, .variable, .string, .literalString, .stringOpen, .stringText, .fillOpen, .fillClose, .stringClose,
            .rightParen, .leftBracket, .rightBracket, .comma, .assign, .equal, .notEqual, .less, .lessOrEqual,
            .greater, .greaterOrEqual, .star, .percent, .question, .doubleQuestion, .bad, .end:
            false
        }
    }
}
