import Synchronization
import TMSRuntime
import TrackingMore

/// What the session has learned of the account: which couriers each number is tracked with, as far as there is room.
public final class AccountKnowledge: Sendable {
    /// Numbers kept in mind. A session that reads a million parcels begins anew now and then, and asks again for those
    /// it has forgotten.
    private static let room = 50_000

    private let carriers = Mutex<[String: Set<String>]>([:])

    public init() {}

    /// The same knowledge, for a run that only pretends: what it learns stays with it.
    func copy() -> AccountKnowledge {
        let copy = AccountKnowledge()
        let known = carriers.withLock { $0 }
        copy.carriers.withLock { $0 = known }
        return copy
    }

    /// The couriers a number is known to be tracked with, in order.
    public func carriers(of number: String) -> [String] {
        carriers.withLock { ($0[number.uppercased()] ?? []).sorted() }
    }

    func learn(_ number: String, _ carrier: String) {
        guard !number.isEmpty, !carrier.isEmpty else { return }
        carriers.withLock { known in
            if known.count >= AccountKnowledge.room { known = [:] }
            known[number.uppercased(), default: []].insert(carrier)
        }
    }

    func forget(_ number: String, _ carrier: String) {
        carriers.withLock { known in
            known[number.uppercased()]?.remove(carrier)
            if known[number.uppercased()]?.isEmpty == true { known[number.uppercased()] = nil }
        }
    }

    /// Learns from rows of an answer that the account holds.
    func learn(from rows: [JSON]) {
        for row in rows {
            if let number = row["tracking_number"]?.text, let carrier = row["carrier_code"]?.text {
                learn(number, carrier)
            }
        }
    }
}
