import TMSCommands
import TMSSyntax
import TrackingMore

/// Calls of commands that run side by side, waiting until they fill a request.
struct CallQueue {
    /// One call of a command.
    struct Item {
        /// The number of the command.
        let command: Int
        /// Which of its calls it is.
        let place: Int
        let call: EndpointCall
        /// It is only planned.
        let isPlanned: Bool
    }

    /// Calls that go out as one request.
    struct Request {
        fileprivate(set) var items: [Item]
        fileprivate let isBulk: Bool

        var batch: CallBatch { CallBatch(calls: items.map(\.call), isBulk: isBulk).settled }
        var isPlanned: Bool { items.first?.isPlanned ?? false }
    }

    private struct Key: Hashable {
        let kind: BatchKey
        let isPlanned: Bool
    }

    /// In the order they became full.
    private var full: [Request] = []
    private var open: [Key: Request] = [:]

    var isEmpty: Bool { full.isEmpty && open.isEmpty }

    /// How many calls of the kind of this request wait, those in it included.
    func count(like request: Request) -> Int {
        let id = request.items.first?.call.endpoint.id
        return (full + open.values).reduce(request.items.count) { count, other in
            other.items.first?.call.endpoint.id == id ? count + other.items.count : count
        }
    }

    mutating func add(_ item: Item) {
        guard item.call.goesInBulk, let limit = item.call.endpoint.bulk?.limit else {
            full.append(Request(items: [item], isBulk: false))
            return
        }
        let key = Key(kind: BatchKey(item.call), isPlanned: item.isPlanned)
        var request = open.removeValue(forKey: key) ?? Request(items: [], isBulk: true)
        request.items.append(item)
        if request.items.count >= limit { full.append(request) } else { open[key] = request }
    }

    /// The next request to be sent: one that is full.
    mutating func takeFull() -> Request? { full.isEmpty ? nil : full.removeFirst() }

    /// One that nothing more will fill: that of the verb which stands first in the script, so that what follows it there
    /// has the chance to be filled.
    mutating func takePartial() -> Request? {
        let first = open.min { place(of: $0.value) < place(of: $1.value) }
        return first.flatMap { open.removeValue(forKey: $0.key) }
    }

    /// Takes out what waits for these commands.
    mutating func withdraw(_ commands: Set<Int>) {
        full = full.compactMap { $0.without(commands) }
        open = open.compactMapValues { $0.without(commands) }
    }

    private func place(of request: Request) -> (Int, Int) {
        // A request always has an item.
        request.items.first.map { ($0.call.verbRange.lower, $0.command) } ?? (0, 0)
    }
}

extension CallQueue.Request {
    fileprivate func without(_ commands: Set<Int>) -> Self? {
        var rest = self
        rest.items.removeAll { commands.contains($0.command) }
        return rest.items.isEmpty ? nil : rest
    }
}
