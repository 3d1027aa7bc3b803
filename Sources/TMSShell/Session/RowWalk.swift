import Synchronization
public import TMSRuntime

/// Goes through the rows of the last table one by one: `next`, `back`.
public final class RowWalk: Sendable {
    public enum Step: Sendable {
        case row(Value)
        /// There are no rows beyond this end of the table, which has so many.
        case end(of: Int)
        /// No table has been shown.
        case noTable
    }

    private struct State {
        var rows: [Value]?
        /// The row that was looked at last, by its index; -1 before the first.
        var place = -1
    }

    private let state = Mutex(State())

    /// A table was shown.
    func begin(_ rows: [Value]) { state.withLock { $0 = State(rows: rows) } }

    /// One of the rows was shown on its own, or another parcel.
    func stand(on row: Value) {
        state.withLock { state in
            guard let rows = state.rows else { return }
            // The same parcel may have several rows.
            if rows.indices.contains(state.place), rows[state.place].isSameParcel(as: row) { return }
            if let place = rows.firstIndex(where: { $0.isSameParcel(as: row) }) { state.place = place }
        }
    }

    func step(_ distance: Int) -> Step {
        state.withLock { state in
            guard let rows = state.rows, !rows.isEmpty else { return .noTable }
            // Who has looked at none begins at the end from which they go.
            let start = state.place < 0 && distance < 0 ? rows.count : state.place
            let place = start + distance
            guard rows.indices.contains(place) else { return .end(of: rows.count) }
            state.place = place
            return .row(rows[place])
        }
    }
}

extension Value {
    /// Whether two rows tell of one parcel.
    fileprivate func isSameParcel(as other: Value) -> Bool {
        guard case .record(let one) = self, case .record(let two) = other else { return false }
        for name in ["number", "via"] {
            guard case .text(let mine) = one.field(name), case .text(let theirs) = two.field(name),
                mine.string == theirs.string
            else { return false }
        }
        return true
    }
}

extension Record {
    fileprivate func field(_ name: String) -> Value {
        if case .slot(let slot) = shape.lookup(name) { value(at: slot) } else { .nothing }
    }
}
