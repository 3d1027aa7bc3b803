import TMSBase
import TMSCommands
import TMSRuntime
import TrackingMore

/// Writes rows into a draft in one of the forms.
protocol RowWriter: AnyObject {
    func write(_ rows: [Value]) throws(SystemError)
    /// Ends the file and puts it under its name.
    func commit() throws(SystemError)
    func discard()
}

/// A JSON value on each line.
final class JSONLinesWriter: RowWriter {
    private let draft: FileDraft

    init(_ draft: FileDraft) { self.draft = draft }

    func write(_ rows: [Value]) throws(SystemError) {
        for row in rows { try draft.write(row.json.compactBytes() + [10]) }
    }

    func commit() throws(SystemError) { try draft.commit() }
    func discard() { draft.discard() }
}

/// One JSON array, a row on each line.
final class JSONArrayWriter: RowWriter {
    private let draft: FileDraft
    private var isFirst = true

    init(_ draft: FileDraft) { self.draft = draft }

    func write(_ rows: [Value]) throws(SystemError) {
        for row in rows {
            try draft.write(Array((isFirst ? "[\n" : ",\n").utf8) + row.json.compactBytes())
            isFirst = false
        }
    }

    func commit() throws(SystemError) {
        try draft.write(Array((isFirst ? "[]\n" : "\n]\n").utf8))
        try draft.commit()
    }

    func discard() { draft.discard() }
}
