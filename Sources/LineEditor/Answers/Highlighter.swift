/// Answers how a text is coloured.
public protocol Highlighter {
    /// The coloured parts in the order of the text, not overlapping; the rest is drawn plain.
    func highlight(_ text: String) -> [StyledRun]
}

/// A part of a text, by UTF-8 offsets, and how it is drawn.
public struct StyledRun: Sendable, Equatable {
    public var range: Range<Int>
    public var style: Style

    public init(_ range: Range<Int>, _ style: Style) {
        self.range = range
        self.style = style
    }
}
