import TMSRuntime
import TMSSyntax

/// Rows that come piece by piece: the pages of a list, the lines of a file, the outcomes of many calls.
protocol RowSource: AnyObject {
    /// The next rows; perhaps none of them, while more follow.
    func next() async throws(Failure) -> RowChunk
    /// How many rows it has in all; `nil` while it cannot know.
    var rowCount: Int? { get }
    /// Whether its rows come without a call.
    var isFree: Bool { get }
    /// Whether it is gone through to its end although nobody looks at its rows.
    var mustBeDone: Bool { get }
    /// Whether it says of each of its rows that it was not sent, once the run has ended.
    var tellsRest: Bool { get }
}

/// Rows of a file, which come without a call.
protocol FileRowSource: RowSource {
    func nextRows() throws(Failure) -> RowChunk
}

extension FileRowSource {
    var isFree: Bool { true }
    func next() async throws(Failure) -> RowChunk { try nextRows() }
}

extension RowSource {
    var rowCount: Int? { nil }
    var isFree: Bool { false }
    var mustBeDone: Bool { false }
    var tellsRest: Bool { false }
}

struct RowChunk {
    var rows: [Value]
    var isLast: Bool
    /// Rows of a file that cannot be read, among those that can.
    var failed: [Failure] = []
    /// What is to be said of the source, once.
    var notes: [Diagnostic] = []
}
