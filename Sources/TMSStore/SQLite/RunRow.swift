internal import GRDB
import TMSBase

/// Rows of the table `run`, with what became of their writes.
enum RunRow {
    static func fetch(_ db: Database, _ clause: String, _ arguments: StatementArguments) throws -> [RunRecord] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT number, work, undoes, attempt, host, process, process_start, began, clock, seen, ended, status, calls, quota
                FROM run \(clause)
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            guard let work = Work(key: try row.value(1)) else { throw StoreError.damaged("a run has no work") }
            var run = RunRecord(
                number: try row.value(0), work: work, kind: try row.optional(2).map { .undo(of: $0) } ?? .work,
                attempt: try row.value(3),
                owner: RunOwner(host: try row.value(4), process: try row.value(5), start: try row.value(6)),
                began: try row.value(7), clock: try row.value(8), seen: try row.value(9))
            if let time: Double = try row.optional(10) {
                run.end = RunEnd(
                    time: time, status: ExitStatus(rawValue: try row.value(11)), calls: try row.value(12),
                    quota: try row.value(13))
            }
            run.tally = try tally(db, run.number)
            return run
        }
    }

    private static func tally(_ db: Database, _ run: Int) throws -> RowTally {
        let statement = try db.cachedStatement(sql: "SELECT state, count(*) FROM row WHERE run = ? GROUP BY state")
        var tally = RowTally()
        for row in try Row.fetchAll(statement, arguments: [run]) {
            let (state, count): (Int, Int) = (try row.value(0), try row.value(1))
            switch state {
            case RowState.doneNumber: tally.done += count
            case RowState.failedNumber: tally.failed += count
            case RowState.alreadyNumber: tally.already += count
            case RowState.intendedNumber, RowState.inDoubtNumber: tally.inDoubt += count
            default: throw StoreError.damaged("a row is in no known state")
            }
        }
        return tally
    }
}

extension RunKind {
    /// The run that is taken back.
    var undone: Int? { if case .undo(let run) = self { run } else { nil } }
}

extension Row {
    /// A value that must be there; anything else means that the file is damaged.
    func value<T: DatabaseValueConvertible>(_ index: Int) throws -> T {
        guard let value: T = try optional(index) else { throw StoreError.damaged("a value is missing") }
        return value
    }

    func optional<T: DatabaseValueConvertible>(_ index: Int) throws -> T? {
        let stored: DatabaseValue = self[index]
        if stored.isNull { return nil }
        guard let value = T.fromDatabaseValue(stored) else {
            throw StoreError.damaged("a value is not what it should be")
        }
        return value
    }
}
