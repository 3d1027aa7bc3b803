/// A field named in a stage.
public struct FieldSyntax: Sendable {
    public var name: String
    public var range: SourceRange
    public init(_ name: String, _ range: SourceRange) {
        self.name = name
        self.range = range
    }
}

public struct SortKeySyntax: Sendable {
    public var field: FieldSyntax
    public var isDescending: Bool
    public init(field: FieldSyntax, isDescending: Bool) {
        self.field = field
        self.isDescending = isDescending
    }
}

public struct AggregateSyntax: Sendable {
    public enum Function: String, Sendable, CaseIterable { case count, sum, average, median, min, max }
    public var function: Function
    /// `nil` for `count`.
    public var field: FieldSyntax?
    public var range: SourceRange
    public init(function: Function, field: FieldSyntax?, range: SourceRange) {
        self.function = function
        self.field = field
        self.range = range
    }
}
