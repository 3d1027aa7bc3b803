/// One statement.
public struct StatementSyntax: Sendable {
    public indirect enum Kind: Sendable {
        case `let`(NameSyntax, PipelineSyntax)
        /// `$n = …`; the variable must exist.
        case assign(NameSyntax, PipelineSyntax)
        case `for`(ForSyntax)
        case `while`(ExpressionSyntax, BlockSyntax)
        /// The branches in order; the last may have no condition (`else`).
        case `if`([IfBranchSyntax])
        case `break`
        case `continue`
        case `return`(PipelineSyntax?)
        case exit(ExpressionSyntax?)
        case wait(ExpressionSyntax)
        case define(DefineSyntax)
        case `try`(BlockSyntax, otherwise: BlockSyntax)
        case param(ParamSyntax)
        case use(ExpressionSyntax)
        case readOnly
        case print([ExpressionSyntax])
        case fail(ExpressionSyntax)
        case expect(ExpressionSyntax, message: ExpressionSyntax?)
        /// `limit 200 calls, 30 min { … }`.
        case limit([LimitSyntax], BlockSyntax)
        /// `plan`, `explain`, `curl` before a statement.
        case prefixed(Prefix, StatementSyntax)
        /// `track?`: asks for help on a word.
        case help(String)
        /// A pipeline on its own; shows its result at top level. A number alone is a `show` command.
        case pipeline(PipelineSyntax)
        /// A `try`/`otherwise` body or `{ }` written as a statement of its own is not in the grammar;
        /// this is text the parser had to skip.
        case missing
    }

    public enum Prefix: String, Sendable, CaseIterable { case plan, explain, curl }

    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A word that begins a statement other than a pipeline, or goes on with one.
public enum StatementWord: String, Sendable, CaseIterable {
    case `let`, `for`, `if`, `while`, define, `try`, print, expect, fail, plan, explain, curl, wait, limit, exit
    case `return`, `break`, `continue`, use, param, read, `else`, otherwise

    /// What is typed: `read only`.
    public var phrase: String { self == .read ? "read only" : rawValue }

    /// Stands after the block of another statement, never at the beginning.
    public var isPartner: Bool { self == .else || self == .otherwise }

    /// A statement follows it.
    var precedesStatement: Bool {
        switch self {
        case .try, .otherwise, .plan, .explain, .curl: true
        case .let, .for, .if, .while, .define, .print, .expect, .fail, .wait, .limit, .exit, .return, .break, .continue,
            .use, .param, .read, .else:
            false
        }
    }

    public var summary: String {
        switch self {
        case .let: "name rows or a value"
        case .for: "do something for every row"
        case .if: "only when a condition holds"
        case .while: "as long as a condition holds"
        case .define: "a command of your own"
        case .try: "go on when something fails"
        case .print: "write a line"
        case .expect: "stop unless this holds"
        case .fail: "stop with a message"
        case .plan: "show what would be sent, send nothing"
        case .explain: "how a statement would be run"
        case .curl: "the same call for curl"
        case .wait: "pause"
        case .limit: "allow so many calls"
        case .exit: "leave"
        case .return: "end a definition"
        case .break: "leave a loop"
        case .continue: "go on with the next row"
        case .use: "definitions of another file"
        case .param: "a value the caller may set"
        case .read: "a promise to change nothing"
        case .else: "when the condition does not hold"
        case .otherwise: "what to do when it fails"
        }
    }
}

// What help says of it.
extension StatementWord {
    /// The whole statement: `for NAME in ROWS { … }`.
    public var usage: String {
        switch self {
        case .let: "let NAME = VALUE"
        case .for: "for NAME[, INDEX] [one by one] in ROWS { … }"
        case .if: "if CONDITION { … } else if CONDITION { … } else { … }"
        case .while: "while CONDITION { … }"
        case .define: "define NAME(PARAMETER: KIND = DEFAULT, …) { … return VALUE }"
        case .try: "try STATEMENT otherwise STATEMENT"
        case .print: "print VALUE, …"
        case .expect: "expect CONDITION [, MESSAGE]"
        case .fail: "fail MESSAGE"
        case .plan: "plan STATEMENT"
        case .explain: "explain STATEMENT"
        case .curl: "curl STATEMENT"
        case .wait: "wait DURATION"
        case .limit: "limit N calls, N quota, DURATION { … }"
        case .exit: "exit [STATUS]"
        case .return: "return [VALUE]"
        case .break: "break"
        case .continue: "continue"
        case .use: "use FILE"
        case .param: "param NAME[: KIND] [= DEFAULT] [\"what it is\"]"
        case .read: "read only"
        case .else: "if CONDITION { … } else { … }"
        case .otherwise: "try STATEMENT otherwise STATEMENT"
        }
    }

    /// Lines that show it at work, each a program.
    public var examples: [String] {
        switch self {
        case .let: ["let late = list status transit | where silent over 5 days"]
        case .for: ["for p in list status exception { print $p.number, $p.event }"]
        case .if, .else:
            ["if (list status exception | count) is 0 { print \"all is well\" } else { print \"look\" }"]
        case .while: ["let n = 3\nwhile $n > 0 { $n = $n - 1 }"]
        case .define, .return:
            ["define late(days: number) { return (list | where silent over $days days) }\nprint len(late(5))"]
        case .try, .otherwise: ["try show 300403513402 otherwise print $error.message"]
        case .print: ["print \"it is {today()}\", 1 + 1"]
        case .expect: ["expect (list status expired | count) under 10, \"too many expired\""]
        case .fail: ["fail \"no orders today\""]
        case .plan: ["plan edit 300403513402 title \"blue lamp\""]
        case .explain: ["explain list status transit | where silent over 5 days"]
        case .curl: ["curl show 300403513402 via 4px"]
        case .wait: ["wait 5 s"]
        case .limit: ["limit 200 calls, 500 quota, 30 min { list status exception | refresh }"]
        case .exit: ["exit 3"]
        case .break: ["for n in 1 .. 10 { if $n is 3 { break } }"]
        case .continue: ["for n in 1 .. 10 { if $n is 3 { continue }; print $n }"]
        case .use: ["use \"advice.tms\""]
        case .param: ["param days: number = 10 \"silent for more than so many days\"\nprint $days"]
        case .read: ["read only\nlist | count"]
        }
    }
}

// MARK: - What is inside

extension SyntaxWalker {
    @inlinable public mutating func walk(_ block: BlockSyntax) { visit(block.statements) }

    @inlinable public mutating func walk(_ statement: StatementSyntax) {
        switch statement.kind {
        case .let(_, let pipeline), .assign(_, let pipeline), .pipeline(let pipeline): visit(pipeline)
        case .for(let loop):
            visit(loop.source)
            visit(loop.body)
        case .while(let condition, let body):
            visit(condition)
            visit(body)
        case .if(let branches):
            for branch in branches {
                if let condition = branch.condition { visit(condition) }
                visit(branch.body)
            }
        case .return(let pipeline): if let pipeline { visit(pipeline) }
        case .exit(let status): if let status { visit(status) }
        case .wait(let value), .fail(let value), .use(let value): visit(value)
        case .define(let definition):
            for formal in definition.parameters { if let value = formal.defaultValue { visit(value) } }
            visit(definition.body)
        case .try(let body, let otherwise):
            visit(body)
            visit(otherwise)
        case .param(let parameter): if let value = parameter.defaultValue { visit(value) }
        case .print(let values): visit(values)
        case .expect(let condition, let message):
            visit(condition)
            if let message { visit(message) }
        case .limit(let limits, let body):
            for limit in limits { visit(limit.amount) }
            visit(body)
        case .prefixed(_, let inner): visit(inner)
        case .break, .continue, .readOnly, .help, .missing: break
        }
    }
}

extension StatementSyntax {
    /// The word of a statement that may run what is inside any number of times.
    public var repeatingWord: StatementWord? {
        switch kind {
        case .for: .for
        case .while: .while
        case .let, .assign, .if, .break, .continue, .return, .exit, .wait, .define, .try, .param, .use, .readOnly,
            .print, .fail, .expect, .limit, .prefixed, .help, .pipeline, .missing:
            nil
        }
    }

    /// The blocks directly in it, in order; of `plan`, `explain` and `curl` those of the statement behind.
    public var blocks: [BlockSyntax] {
        var inside = BlocksInside()
        inside.walk(self)
        return inside.blocks
    }
}

private struct BlocksInside: SyntaxWalker {
    var blocks: [BlockSyntax] = []

    mutating func visit(_ block: BlockSyntax) { blocks.append(block) }
    mutating func visit(_ pipeline: PipelineSyntax) {}
    mutating func visit(_ value: ExpressionSyntax) {}
}
