import Synchronization
import TrackingMore

/// The calls that have been sent and not been answered yet, and the way to give them up: what they ask for is then in
/// doubt.
public final class CallsUnderWay: Sendable {
    /// What was given up.
    public struct GivenUp: Sendable, Equatable {
        /// Calls of any kind.
        public var calls = 0
        /// Parcels that those of them were about which change the account.
        public var changes = 0
        /// Calls that only read, for quota.
        public var paidReads = 0
    }

    private struct Call {
        let end: @Sendable () -> Void
        var isGivenUp = false
    }

    private struct State {
        var calls: [Int: Call] = [:]
        var count = 0
        var givenUp = GivenUp()
    }

    private let state = Mutex(State())

    public init() {}

    /// Does what sends a call and waits for its answer. It goes on when the run is cancelled, and ends when it is given
    /// up.
    func wait(
        for request: OutgoingRequest, _ exchange: @escaping @Sendable () async -> Result<APIAnswer, APIError>
    ) async -> Result<APIAnswer, APIError> {
        let task = Task { await exchange() }
        let place = state.withLock { state in
            state.count += 1
            state.calls[state.count] = Call(end: { task.cancel() })
            return state.count
        }
        let result = await task.value
        return state.withLock { state in
            let call = state.calls.removeValue(forKey: place)
            guard call?.isGivenUp == true, case .failure(.transport(.cancelled)) = result else { return result }
            state.givenUp.calls += 1
            if request.isWrite { state.givenUp.changes += request.items }
            if request.isPaidRead { state.givenUp.paidReads += 1 }
            return .failure(.transport(.givenUp))
        }
    }

    /// Ends the calls that are under way; false where there are none. May be called from any thread.
    public func giveUp() -> Bool {
        let ends = state.withLock { state in
            for place in state.calls.keys { state.calls[place]?.isGivenUp = true }
            return state.calls.values.map(\.end)
        }
        for end in ends { end() }
        return !ends.isEmpty
    }

    /// What was given up since this was asked last; nil where nothing was.
    public func takeGivenUp() -> GivenUp? {
        state.withLock { state in
            defer { state.givenUp = GivenUp() }
            return state.givenUp.calls > 0 ? state.givenUp : nil
        }
    }
}
