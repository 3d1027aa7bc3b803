import Synchronization
import TMSRuntime
import TrackingMore

/// What the session has learned of the account: which carriers each number is tracked with, as far as there is room.
public final class AccountKnowledge: Sendable {
    /// Numbers kept in mind. A session that reads a million parcels begins anew now and then, and asks again for those
    /// it has forgotten.
    private static let room = 50_000

    /// So many failures of a session are explained by what else is known: each looks through all of it.
    private static let explanations = 20

    private let carriers = Mutex<[String: Set<String>]>([:])
    private let orders = Mutex<Set<String>>([])
    private let explained = Mutex(0)
    /// Codes of carriers that the built-in list lacks and an answer has named.
    private let codes = Mutex<Set<String>>([])

    public init() {}

    /// The same knowledge, for a run that only pretends: what it learns stays with it.
    func copy() -> AccountKnowledge {
        let copy = AccountKnowledge()
        let known = carriers.withLock { $0 }
        copy.carriers.withLock { $0 = known }
        let codes = codes.withLock { $0 }
        copy.codes.withLock { $0 = codes }
        return copy
    }

    /// The carriers a number is known to be tracked with, in order.
    public func carriers(of number: String) -> [String] {
        carriers.withLock { ($0[number.uppercased()] ?? []).sorted() }
    }

    private func learn(order: String) {
        orders.withLock { known in
            if known.count >= AccountKnowledge.room { known = [] }
            known.insert(order)
        }
    }

    /// The orders the session has seen, as they are written.
    var knownOrders: Set<String> { orders.withLock { $0 } }

    /// Every parcel the session has seen; empty once enough failures were explained.
    func parcelsToExplain() -> [HeldParcel]? {
        let isLeft = explained.withLock { count in
            count += 1
            return count <= Self.explanations
        }
        guard isLeft else { return nil }
        return carriers.withLock { known in
            known.flatMap { number, carriers in carriers.map { HeldParcel(number: number, carrier: $0) } }
        }
    }

    /// Whether an answer of the account or the service has named a carrier that the built-in list lacks.
    public func knowsCarrier(_ code: String) -> Bool { codes.withLock { $0.contains(code) } }

    private func learn(code: String) {
        guard Carrier(code: code) == nil, Carrier.isCode(code) else { return }
        codes.withLock { known in
            if known.count < AccountKnowledge.room { known.insert(code) }
        }
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

    /// Learns from rows of an answer that the account holds, whose fields have these names.
    func learn(from rows: [JSON], _ names: FieldRoles) {
        for row in rows {
            if let number = row[names.parcel.number]?.text, let carrier = row[names.parcel.carrier]?.text {
                learn(number, carrier)
                learn(code: carrier)
            } else if row[names.parcel.number] == nil, let code = row[names.carrier.code]?.text {
                // A row of `carriers`.
                learn(code: code)
            }
            if let order = row[names.parcel.order]?.text, !order.isEmpty { learn(order: order) }
        }
    }
}
