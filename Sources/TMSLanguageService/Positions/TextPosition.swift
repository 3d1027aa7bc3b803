public import TMSSyntax

/// A place as editors count it: line and column from 0, the column in units of a `PositionEncoding`.
public struct TextPosition: Sendable, Hashable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// What a column counts: the bytes of UTF-8, or the units of UTF-16 as the language server protocol does.
public enum PositionEncoding: Sendable, CaseIterable { case utf8, utf16 }

extension SourceFile {
    /// The line and column of a UTF-8 offset; `nil` outside of the text and inside of a character.
    public func textPosition(at offset: Int, in encoding: PositionEncoding) -> TextPosition? {
        guard offset >= 0, offset <= utf8.count, startsScalar(at: offset) else { return nil }
        let line = line(at: offset) - 1
        let column = utf8[lineStarts[line]..<offset].reduce(0) { $0 + encoding.units(of: $1) }
        return TextPosition(line: line, column: column)
    }

    /// The UTF-8 offset of a line and column; `nil` where the line ends before it, and inside of a character.
    public func offset(of position: TextPosition, in encoding: PositionEncoding) -> Int? {
        guard lineStarts.indices.contains(position.line), position.column >= 0 else { return nil }
        let isLast = position.line + 1 == lineStarts.count
        let end = isLast ? utf8.count : lineStarts[position.line + 1] - 1
        var offset = lineStarts[position.line]
        var column = 0
        while offset < end, column < position.column || !startsScalar(at: offset) {
            column += encoding.units(of: utf8[offset])
            offset += 1
        }
        return column == position.column && startsScalar(at: offset) ? offset : nil
    }

    private func startsScalar(at offset: Int) -> Bool { offset == utf8.count || utf8[offset] & 0xC0 != 0x80 }
}

extension PositionEncoding {
    /// The units that begin with this byte of UTF-8: in UTF-16 two where it begins a character of four bytes, and none
    /// where it goes on with one.
    fileprivate func units(of byte: UInt8) -> Int {
        switch self {
        case .utf8: 1
        case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
        }
    }
}
