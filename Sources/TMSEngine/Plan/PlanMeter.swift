import Synchronization
import TrackingMore

/// Counts the calls that a run would make while they are planned. Reads that only the plan needs go past it.
final class PlanMeter: RequestHandler {
    struct Counts: Sendable {
        /// By the calls a second that the service allows for them.
        var calls: [Int: Int] = [:]
        /// Reads that are paid for, by endpoint, in their order.
        var paidReads: [(endpoint: Endpoint, items: Int, calls: Int)] = []
        var byHand: [String] = []
    }

    private let next: any RequestHandler
    private let counts: Mutex<Counts>

    init(next: any RequestHandler) {
        self.next = next
        counts = Mutex(Counts())
    }

    var snapshot: Counts { counts.withLock { $0 } }

    func send(_ request: OutgoingRequest) async throws(APIError) -> APIAnswer {
        counts.withLock { counts in
            counts.calls[max(1, request.rate), default: 0] += 1
            if request.isWrite {
                if request.endpoint == nil {
                    counts.byHand.append("\(request.request.method.rawValue) \(request.request.path)")
                }
            } else if request.isHeldBackWhenPlanned, let endpoint = request.endpoint {
                let known = counts.paidReads.firstIndex { $0.endpoint.id == endpoint.id }
                if let known {
                    counts.paidReads[known].items += request.items
                    counts.paidReads[known].calls += 1
                } else {
                    counts.paidReads.append((endpoint, request.items, 1))
                }
            }
        }
        return try await next.send(request)
    }
}
