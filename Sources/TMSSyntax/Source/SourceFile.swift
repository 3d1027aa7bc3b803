/// A text of tms with its name: a script, a line of the shell, the text after `-c`.
///
/// Positions are UTF-8 offsets. The file is shared by every diagnostic and instruction that points into it.
public final class SourceFile: Sendable, Equatable {
    /// What to call it in a message: `import-orders.tms`, `line 3`.
    public let name: String
    public let text: String
    /// The bytes of `text`.
    public let utf8: [UInt8]
    /// The offset at which each line begins; the first is 0.
    public let lineStarts: [Int]

    public init(name: String, text: String) {
        self.name = name
        self.text = text
        utf8 = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    public static func == (left: SourceFile, right: SourceFile) -> Bool { left === right }

    /// The line that holds `offset`, counted from 1.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The text of `range`, cut to the file's bounds.
    public func slice(_ range: SourceRange) -> String {
        let lower = min(max(range.lower, 0), utf8.count)
        let upper = min(max(range.upper, lower), utf8.count)
        return String(decoding: utf8[lower..<upper], as: UTF8.self)
    }
}

/// A stretch of a source file in UTF-8 offsets; empty when both ends are equal.
public struct SourceRange: Sendable, Hashable {
    public var lower: Int
    public var upper: Int

    public init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    public static let none = SourceRange(0, 0)

    /// The smallest range that holds both.
    public func joined(with other: SourceRange) -> SourceRange {
        SourceRange(min(lower, other.lower), max(upper, other.upper))
    }
}

/// A range with the file it lies in.
public struct SourceLocation: Sendable, Equatable {
    public var file: SourceFile
    public var range: SourceRange

    public init(_ file: SourceFile, _ range: SourceRange) {
        self.file = file
        self.range = range
    }
}
