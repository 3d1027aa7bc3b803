import Synchronization

/// What the pages of a list have found out about the ones to come: how many rows there are, and at which row a page
/// begins. It holds while nobody writes to the account, and spares each page the way through those before it.
final class Bookmarks: Sendable {
    /// A list in an account that has not changed.
    struct Place: Hashable {
        let filter: ParcelFilter
        let newestFirst: Bool
        let now: Int
        let changes: Int
    }

    private struct Entry {
        var total: Int
        /// The last row given before an offset, the latest last.
        var ends: [(offset: Int, row: Int)] = []
        var used: Int
    }

    private struct State {
        var entries: [Place: Entry] = [:]
        var uses = 0
    }

    private static let lists = 32
    private static let pages = 8

    private let state = Mutex(State())

    func total(_ place: Place) -> Int? { state.withLock { $0.entries[place]?.total } }

    func row(before offset: Int, _ place: Place) -> Int? {
        state.withLock { $0.entries[place]?.ends.last { $0.offset == offset }?.row }
    }

    /// - Parameter end: the offset behind a page, and the last row on it.
    func note(_ total: Int, _ place: Place, _ end: (offset: Int, row: Int)?) {
        state.withLock { state in
            state.uses += 1
            var entry = state.entries[place] ?? Entry(total: total, used: state.uses)
            entry.used = state.uses
            if let end {
                entry.ends.removeAll { $0.offset == end.offset }
                entry.ends.append(end)
                if entry.ends.count > Bookmarks.pages { entry.ends.removeFirst() }
            }
            state.entries[place] = entry
            guard state.entries.count > Bookmarks.lists else { return }
            if let oldest = state.entries.min(by: { $0.value.used < $1.value.used }) {
                state.entries[oldest.key] = nil
            }
        }
    }
}
