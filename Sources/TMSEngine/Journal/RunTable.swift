import TMSBase
import TMSCommands
import TMSRuntime
import TMSStore
import TrackingMore

/// Runs and their rows as rows of the language.
enum RunTable {
    private static let runs = Shape(keys: [
        "run", "when", "text", "status", "done", "already", "failed", "doubt", "calls", "quota",
    ])
    private static let rows = Shape(keys: ["row", "verb", "number", "via", "state", "code", "message"])

    static func row(of run: RunRecord) -> Value {
        .record(
            Record(
                shape: runs,
                values: [
                    .integer(run.number), .instant(Int(run.began)), .string(title(of: run)), .string(status(of: run)),
                    .integer(run.tally.done), .integer(run.tally.already), .integer(run.tally.failed),
                    .integer(run.tally.inDoubt),
                    run.end.map { .integer($0.calls) } ?? .nothing, run.end.map { .integer($0.quota) } ?? .nothing,
                ]))
    }

    static func row(of record: RowRecord, _ catalogue: Catalogue) -> Value {
        let (state, code, message): (String, Value, Value) =
            switch record.state {
            case .intended, .inDoubt: ("in doubt", .nothing, .nothing)
            case .done: ("done", .nothing, .nothing)
            case .already: ("already", .nothing, .nothing)
            case .failed(let code, let message): ("failed", .string(code), .string(message))
            }
        let verb = catalogue.verb(of: record.row.endpoint)?.line.verb ?? record.row.endpoint
        return .record(
            Record(
                shape: rows,
                values: [
                    .integer(record.place), .string(verb), record.row.number.map { .string($0) } ?? .nothing,
                    record.row.carrier.map { .string($0) } ?? .nothing, .string(state), code, message,
                ]))
    }

    private static func title(of run: RunRecord) -> String { run.work.title }

    static func status(of run: RunRecord) -> String {
        if run.isUnderWay { return "under way" }
        if run.isInterrupted { return "interrupted" }
        switch run.end?.status {
        case .ok?: return "done"
        case .partial?: return "partly failed"
        default: return "failed"
        }
    }
}
