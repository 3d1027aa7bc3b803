import Synchronization
import TrackingMore

/// The faults in force. They live as long as the process and are never stored.
final class FaultBoard: Sendable {
    private struct Entry {
        let fault: Fault
        var calls: Int
        let end: Double
    }

    private let entries = Mutex<[Entry]>([])

    /// - Parameter uptime: real seconds, from any beginning.
    func add(_ fault: Fault, uptime: Double) {
        let entry =
            switch fault.extent {
            case .calls(let count): Entry(fault: fault, calls: count, end: .infinity)
            case .seconds(let seconds): Entry(fault: fault, calls: .max, end: uptime + seconds)
            case .always: Entry(fault: fault, calls: .max, end: .infinity)
            }
        entries.withLock { $0.append(entry) }
    }

    func clear() { entries.withLock { $0 = [] } }

    /// The faults that befall this call; those counted in calls are one call nearer to their end.
    func take(for endpoint: Endpoint, uptime: Double) -> [Fault.Kind] {
        entries.withLock { entries in
            entries.removeAll { $0.end <= uptime || $0.calls <= 0 }
            var kinds: [Fault.Kind] = []
            for index in entries.indices where FaultBoard.befalls(entries[index].fault, endpoint) {
                kinds.append(entries[index].fault.kind)
                if entries[index].calls != .max { entries[index].calls -= 1 }
            }
            return kinds
        }
    }

    /// What is left of each fault.
    func current(uptime: Double) -> [Fault] {
        entries.withLock { entries in
            entries.compactMap { entry in
                guard entry.end > uptime, entry.calls > 0 else { return nil }
                let extent: Fault.Extent =
                    switch entry.fault.extent {
                    case .calls: .calls(entry.calls)
                    case .seconds: .seconds(entry.end - uptime)
                    case .always: .always
                    }
                return Fault(entry.fault.kind, for: extent, only: entry.fault.endpoint)
            }
        }
    }

    private static func befalls(_ fault: Fault, _ endpoint: Endpoint) -> Bool {
        guard fault.endpoint == nil || fault.endpoint == endpoint.id else { return false }
        switch fault.kind {
        case .timeoutAfterWrite: return endpoint.effect.isWrite
        case .halfBatch: if case .array = endpoint.payload { return true } else { return false }
        case .refuse, .slow, .garbage: return true
        }
    }
}
