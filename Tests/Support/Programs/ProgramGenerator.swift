import TMSBase
public import TMSSyntax

/// Writes whole programs at random: every statement, stage, clause and form of a literal, in any spacing, with comments
/// wherever they may stand. All of them parse; most pass the checker, for names, fields and kinds are kept track of.
///
/// The same seed gives the same program.
public struct ProgramGenerator {
    let vocabulary: Vocabulary
    let parcel: [Column]
    var random: SeededRandom
    /// Innermost last.
    var scopes: [[Variable]] = [[]]
    var definitions: [(name: String, count: Int)] = []
    /// How many `for` and `while` enclose this place.
    var loops = 0
    var isInDefinition = false
    /// A line may not end here: inside `{ … }` of a string, or of a block on one line.
    var isOnOneLine = false
    /// The statement follows `try`.
    var isTried = false
    var depth = 0
    private var names = 0

    public init(seed: UInt64, vocabulary: Vocabulary) {
        random = SeededRandom(seed: seed)
        self.vocabulary = vocabulary
        let schema = vocabulary.schemas.first { $0.field(named: "silent") != nil }
        parcel = (schema?.fields ?? []).map { Column(name: $0.name, shape: Shape($0.kind)) }
    }

    public mutating func program() -> String {
        var text = head()
        for _ in 0..<(1 + random.below(7)) { text += statement(isTop: true) + statementEnd() }
        if random.once(in: 40) {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        }
        return text
    }

    /// `#!`, comments, `read only` and `param`s, which stand at the top; then the definitions.
    private mutating func head() -> String {
        var text = random.once(in: 40) ? "#!/usr/bin/env tms\n" : ""
        if random.once(in: 5) { text += blankLines() }
        for _ in 0..<(random.once(in: 4) ? 1 + random.below(2) : 0) { text += param() + statementEnd() }
        for _ in 0..<(random.once(in: 3) ? 1 + random.below(2) : 0) { text += define() + statementEnd() }
        return text
    }

    mutating func newName() -> String {
        names += 1
        return random.pick(["n", "late", "p_", "größe", "_x", "号"]) + String(names)
    }
}

/// What is known of a value.
indirect enum Shape {
    case number, text, date, duration, truth, list
    case row([Column])
    case rows([Column])
    case unknown

    init(_ kind: ValueKind) {
        self =
            switch kind.form {
            case .text, .identifier, .code: .text
            case .date: .date
            case .duration: .duration
            case .number: .number
            case .boolean: .truth
            case .dateRange, .record, .list, .any, .choice: .unknown
            }
    }
}

struct Column {
    var name: String
    var shape: Shape
}

struct Variable {
    var name: String
    var shape: Shape
    /// May be given a new value of its kind: not what a `for` brings.
    var isAssignable = true
}

// Names in reach.
extension ProgramGenerator {
    mutating func declare(_ name: String, _ shape: Shape, isAssignable: Bool = true) {
        scopes[scopes.count - 1].append(Variable(name: name, shape: shape, isAssignable: isAssignable))
    }

    mutating func inScope<Result>(_ body: (inout ProgramGenerator) -> Result) -> Result {
        scopes.append([])
        depth += 1
        defer {
            depth -= 1
            scopes.removeLast()
        }
        return body(&self)
    }

    mutating func variable(where holds: (Shape) -> Bool) -> Variable? {
        let found = scopes.joined().filter { holds($0.shape) }
        return found.isEmpty ? nil : random.pick(found)
    }

    /// `list` in the middle of an expression must not nest for ever.
    var isDeep: Bool { depth > 5 }

    mutating func nested<Result>(_ body: (inout ProgramGenerator) -> Result) -> Result {
        depth += 1
        defer { depth -= 1 }
        return body(&self)
    }
}
