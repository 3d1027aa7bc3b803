import TMSRuntime

/// Rows that come piece by piece: the pages of a list, the lines of a file, the outcomes of many calls.
protocol RowSource: AnyObject {
    /// The next rows; perhaps none of them, while more follow.
    func next() async throws(Failure) -> RowChunk
    /// How many rows it has in all; `nil` while it cannot know.
    var rowCount: Int? { get }
}

extension RowSource {
    var rowCount: Int? { nil }
}

struct RowChunk {
    var rows: [Value]
    var isLast: Bool
}
