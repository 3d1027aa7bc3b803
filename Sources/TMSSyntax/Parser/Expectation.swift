/// What could stand at the end of a text that is being typed.
public enum Expectation: Hashable, Sendable {
    /// Words of the language: `by`, `otherwise`, `by status` after `count`.
    case words(String)
    /// A statement begins here.
    case statement
    /// A command or a value: after `let n =`, `in`, `(`.
    case source
    /// What stands after `|`.
    case stage
    /// `count`, `median` …: what stands after `group by via |`.
    case aggregate
    /// The label of a clause that the command has not been given.
    case clause(VerbID, Int)
    /// What may be said of a file.
    case fileClause(FileClause)
    /// The value of that.
    case fileValue(FileClause)
    /// A value of a definition's parameter, by its place.
    case argument(of: String, Int)
    /// The kind of a parameter: `duration`.
    case kind
    /// A value of a slot or clause.
    case value(ValueKind)
    /// The name of a field of rows of this schema; `nil` where they are not known.
    case field(of: String?)
    /// A value that is no field.
    case operand
    /// What the field on the left is compared with, in rows of this schema.
    case beside(field: String, of: String?)
    /// `days`, after a number.
    case unit
    /// `json`, after `as`.
    case format
}

/// Reads a text that is being typed and says what could stand at its end, in the order the parser looked for it.
public func expectations(atEndOf file: SourceFile, vocabulary: Vocabulary) -> [Expectation] {
    let parser = Parser(file, vocabulary)
    parser.expectations = []
    _ = parser.program()
    var seen: Set<Expectation> = []
    return (parser.settled ?? parser.expectations ?? []).filter { seen.insert($0).inserted }
}

/// The fields of the rows in a pipeline that is being typed, as far as its words tell.
struct RowNames {
    /// The schema they began with.
    var schema: String?
    /// Fields that a stage has made.
    private(set) var added: [String] = []
    /// Nothing else is left of them.
    private(set) var isGrouped = false

    mutating func pass(_ stage: StageSyntax) {
        switch stage.kind {
        case .set(let field, _): added.append(field.name)
        case .rename(let names): added += names.map(\.to.name)
        case .aggregate(let by, let aggregates):
            isGrouped = true
            added =
                by.map(\.name)
                + aggregates.map { [$0.function.rawValue, $0.field?.name].compactMap { $0 }.joined(separator: "_") }
        default: break
        }
    }
}

extension Parser {
    /// Notes what may stand where the text ends.
    func expects(_ expectation: @autoclosure () -> Expectation) {
        guard expectations != nil, kind == .end, !isPanicking else { return }
        expectations?.append(expectation())
    }

    /// Notes what must stand where the text ends: nothing else may.
    func demands(_ expectation: @autoclosure () -> Expectation) {
        guard expectations != nil, kind == .end, !isPanicking else { return }
        expectations?.append(expectation())
        stopExpecting()
    }

    /// A value, or where bare words name fields a field.
    func demandOperand(_ mode: WordMode) {
        if mode != .text { expectFields() }
        demands(.operand)
    }

    func demandField() {
        expectFields()
        if kind == .end { stopExpecting() }
    }

    private func expectFields() {
        for name in rows.added { expects(.words(name)) }
        if !rows.isGrouped { expects(.field(of: rows.schema)) }
    }

    /// Whether the text ends at this token and it is asked what could follow.
    func isExpecting(_ token: Token) -> Bool { expectations != nil && token.kind == .end }

    /// From here on the parser only finds its way out.
    func stopExpecting() {
        guard let found = expectations else { return }
        settled = found
        expectations = nil
    }
}
