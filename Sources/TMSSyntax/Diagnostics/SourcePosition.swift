/// A place as people and editors count it: lines and columns from 1.
public struct SourcePosition: Sendable, Equatable {
    public var line: Int
    /// In characters.
    public var column: Int
    /// In UTF-8 bytes.
    public var utf8Column: Int
    /// In UTF-16 units, as the language server protocol counts (there from 0).
    public var utf16Column: Int
}

extension SourceFile {
    public func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        let lower = lineRange(line).lower
        let before = slice(SourceRange(lower, max(lower, offset)))
        return SourcePosition(
            line: line, column: before.count + 1, utf8Column: before.utf8.count + 1,
            utf16Column: before.utf16.count + 1)
    }
}
