internal import GRDB
import TrackingMore

extension ParcelTable {
    /// Moves every parcel whose next news has come by the account's clock, and counts them.
    ///
    /// - Parameter note: is handed each of them as it now stands.
    func moveDue(
        _ note: (Parcel) throws -> Void = { _ in }
    ) throws -> (moved: Int, delivered: Int, exceptions: Int) {
        var moved = 0
        var delivered = 0
        var exceptions = 0
        let due = try db.cachedStatement(
            sql: "SELECT \(ParcelTable.columns), status FROM parcel WHERE next_change <= ? LIMIT 2000")
        let move = try db.cachedStatement(
            sql: "UPDATE parcel SET status = ?, next_change = ?, stopped = ? WHERE id = ?")
        while true {
            let rows = try Row.fetchAll(due, arguments: [account.now])
            if rows.isEmpty { return (moved, delivered, exceptions) }
            for row in rows {
                var parcel = try parcel(row)
                let progression = parcel.progression(at: account.now)
                let status = parcel.status(progression)
                let before = try StoredRow(row).status(13)
                moved += 1
                if status != before, status == .delivered { delivered += 1 }
                if status != before, status == .exception { exceptions += 1 }
                parcel.stopped = parcel.stopped ?? progression.finished
                try move.execute(arguments: [status.code, progression.nextChange, parcel.stopped, parcel.row])
                try note(parcel)
            }
        }
    }
}
