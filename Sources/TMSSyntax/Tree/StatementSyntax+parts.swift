public import TMSBase

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

    public var kind: ParameterKind? { ParameterKind.named(word) }
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
    /// As it was typed: a word of `LimitUnit`, or a mistake.
    public var unit: String
    public var unitRange: SourceRange
    public var range: SourceRange
    public init(amount: ExpressionSyntax, unit: String, unitRange: SourceRange? = nil, range: SourceRange) {
        self.amount = amount
        self.unit = unit
        self.unitRange = unitRange ?? range
        self.range = range
    }
}

/// What a `limit` counts. Each amount counts for itself.
public enum LimitUnit: Sendable, Hashable {
    case calls, quota
    case time(DurationUnit)

    public init?(_ word: String) {
        switch word.lowercased() {
        case "call", "calls": self = .calls
        case "quota": self = .quota
        case let word:
            guard let unit = DurationUnit(written: word) else { return nil }
            self = .time(unit)
        }
    }

    /// Whether both count the same thing: two lengths of time do, whatever their units.
    public func isOfKind(_ other: LimitUnit) -> Bool {
        switch (self, other) {
        case (.time, .time): true
        default: self == other
        }
    }

    /// Every word that may stand behind an amount.
    public static let words = ["calls", "call", "quota"] + DurationUnit.allCases.flatMap(\.spellings)
}
