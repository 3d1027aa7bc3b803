/// A file of data that rows were read from.
public final class DataFile: Sendable {
    /// What the script calls it.
    public let name: String
    public init(name: String) { self.name = name }
}

/// Where a row was read, and how it stood there.
public struct RowOrigin: Sendable {
    public let file: DataFile
    /// From 1.
    public let line: Int
    /// All its cells, under the names that the file gives them.
    public let record: Record

    /// `orders.csv:4711`.
    public var place: String { "\(file.name):\(line)" }
}

/// Where some rows of a table stand in their file.
public struct TablePlace: Sendable {
    /// The columns as the file names them; it names the file.
    public let header: Shape
    public internal(set) var lines: RowLines

    public init(header: Shape, lines: RowLines) {
        self.header = header
        self.lines = lines
    }
}

/// The lines on which the rows of a block stand. Mostly each stands on the line behind the one before it, and then one
/// number says it for all of them.
public struct RowLines: Sendable {
    private var first = 0
    private var count = 0
    /// The line of each row where they do not follow each other.
    private var others: [Int] = []

    public init() {}

    /// The lines of rows that are known one by one.
    public init(_ lines: [Int]) { for line in lines { append(line) } }

    /// The next row stands on this line.
    @inline(__always)
    public mutating func append(_ line: Int) {
        if count == 0 { first = line }
        if !others.isEmpty || line != first + count { appendOther(line) }
        count += 1
    }

    @inline(never)
    private mutating func appendOther(_ line: Int) {
        if others.isEmpty { others = (0..<count).map { first + $0 } }
        others.append(line)
    }

    public subscript(row: Int) -> Int { others.indices.contains(row) ? others[row] : first + row }
}

extension Record {
    /// Where the row was read that this one is, or was made of with `set`, `show` and their like; `nil` for a row that
    /// comes from no file.
    public var origin: RowOrigin? {
        if let block {
            guard let place = block.place, let file = place.header.file else { return nil }
            let own = shape === place.header ? self : Record(shape: place.header, block: block, row: row)
            return RowOrigin(file: file, line: place.lines[row], record: own)
        }
        switch source {
        case .record(let original)?: return original.origin
        case .integer(let line)?: return shape.file.map { RowOrigin(file: $0, line: line, record: self) }
        default: return nil
        }
    }
}
