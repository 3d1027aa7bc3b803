/// A whole script or line.
public struct ProgramSyntax: Sendable {
    public var file: SourceFile
    public var statements: [StatementSyntax]
    public init(file: SourceFile, statements: [StatementSyntax]) {
        self.file = file
        self.statements = statements
    }
}

/// `{ … }`.
public struct BlockSyntax: Sendable {
    public var statements: [StatementSyntax]
    /// From `{` to `}`.
    public var range: SourceRange
    public init(statements: [StatementSyntax], range: SourceRange) {
        self.statements = statements
        self.range = range
    }
}

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

    public enum Prefix: String, Sendable { case plan, explain, curl }

    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A name where it is declared (`late`) or assigned (`$late`).
public struct NameSyntax: Sendable {
    public var name: String
    public var range: SourceRange
    public init(_ name: String, _ range: SourceRange) {
        self.name = name
        self.range = range
    }
}

/// `for p, i one by one in list status transit { … }`.
public struct ForSyntax: Sendable {
    public var name: NameSyntax
    public var index: NameSyntax?
    public var isOneByOne: Bool
    public var source: PipelineSyntax
    public var body: BlockSyntax
    /// From `for` to the source's end, for messages about the loop.
    public var headRange: SourceRange
    public init(
        name: NameSyntax, index: NameSyntax?, isOneByOne: Bool, source: PipelineSyntax, body: BlockSyntax,
        headRange: SourceRange
    ) {
        self.name = name
        self.index = index
        self.isOneByOne = isOneByOne
        self.source = source
        self.body = body
        self.headRange = headRange
    }
}

public struct IfBranchSyntax: Sendable {
    public var condition: ExpressionSyntax?
    public var body: BlockSyntax
    public init(condition: ExpressionSyntax?, body: BlockSyntax) {
        self.condition = condition
        self.body = body
    }
}

/// `define NAME(a, b = default) { … }`.
public struct DefineSyntax: Sendable {
    public var name: NameSyntax
    public var parameters: [FormalSyntax]
    public var body: BlockSyntax
    public init(name: NameSyntax, parameters: [FormalSyntax], body: BlockSyntax) {
        self.name = name
        self.parameters = parameters
        self.body = body
    }
}

/// `days`, `days: duration`, `days: duration = 10 days`.
public struct FormalSyntax: Sendable {
    public var name: NameSyntax
    public var kind: KindSyntax?
    public var defaultValue: ExpressionSyntax?
    public init(name: NameSyntax, kind: KindSyntax? = nil, defaultValue: ExpressionSyntax?) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
    }
}

/// `duration`, after the name of a parameter and a colon; the checker knows whether there is such a kind.
public struct KindSyntax: Sendable {
    /// Lower case.
    public var word: String
    public var range: SourceRange
    public init(_ word: String, _ range: SourceRange) {
        self.word = word
        self.range = range
    }

    public var kind: ParameterKind? { ParameterKind(rawValue: word) }
}

/// `param days = 10 "silent for more than"`, `param via: carrier`.
public struct ParamSyntax: Sendable {
    public var name: NameSyntax
    public var kind: KindSyntax?
    public var defaultValue: ExpressionSyntax?
    public var help: String?
    public init(name: NameSyntax, kind: KindSyntax? = nil, defaultValue: ExpressionSyntax?, help: String?) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        self.help = help
    }
}

public struct LimitSyntax: Sendable {
    public var amount: ExpressionSyntax
    /// `calls`, or a unit of time.
    public var unit: String
    public var range: SourceRange
    public init(amount: ExpressionSyntax, unit: String, range: SourceRange) {
        self.amount = amount
        self.unit = unit
        self.range = range
    }
}
