import LineEditor
import TMSCommands
import TMSRuntime
import TMSSyntax

/// The statements of the history as rows of the language, the newest first.
enum StatementRows {
    private static let shape = Shape(keys: Schema.history.fields.map(\.name))

    /// - Parameter part: only statements that hold it.
    static func of(_ records: [HistoryRecord], holding part: String?) -> Value {
        .items(
            records.reversed().filter { record in part.map { record.text.contains($0) } ?? true }.map { record in
                let values: [Value] = [
                    .integer(record.number), record.when.map { .instant($0) } ?? .nothing, .string(record.text),
                    record.outcome.map { .string($0.rawValue) } ?? .nothing,
                    record.rows.map { .integer($0) } ?? .nothing,
                    record.place.isEmpty ? .nothing : .string(record.place),
                ]
                return .record(Record(shape: shape, values: values))
            })
    }
}
