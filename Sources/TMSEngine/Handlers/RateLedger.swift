import Synchronization

/// When the account may be called next; kept by the session, so that its lines share one limit, and in a file, so that
/// all processes of this machine do.
public final class RateLedger: Sendable {
    private struct State {
        var turns = Turns()
        /// The first call waits for its connection: when it arrived is known by its answer alone.
        var hasConnection = false
    }

    private let state = Mutex(State())
    private let file: TurnsFile?

    /// - Parameter path: the file that processes of the same account share.
    public init(sharedAt path: String? = nil) { file = path.map(TurnsFile.init) }

    /// Takes the next turn; the time it begins, on the same clock as `now`.
    ///
    /// Taken before the wait, so that calls made meanwhile queue behind this one.
    ///
    /// - Parameters:
    ///   - rate: of the queue: calls a second that the service usually allows for such calls.
    ///   - pace: calls a second that it allows to this account.
    func turn(rate: Int, pace: Int? = nil, now: Double) -> Double {
        update(now) { state in
            let turn = max(now, state.turns.free[rate] ?? now, state.turns.pausedUntil)
            state.turns.free[rate] = turn + state.turns.margin.factor(at: now) / Double(max(1, pace ?? rate))
            return turn
        }
    }

    /// A call has been answered.
    func answered(rate: Int, pace: Int? = nil, now: Double) {
        guard state.withLock({ !$0.hasConnection }) else { return }
        update(now) { state in
            state.hasConnection = true
            state.turns.take(Turns(free: [rate: now + 1 / Double(max(1, pace ?? rate))]))
        }
    }

    /// The service has answered that calls come too fast. Of the calls that were under way together the first one
    /// says so for all.
    func pause(until time: Double, now: Double) {
        update(now) { state in
            if now >= state.turns.pausedUntil { state.turns.margin.widen(at: now) }
            state.turns.pausedUntil = max(state.turns.pausedUntil, time)
        }
    }

    private func update<Told: Sendable>(_ now: Double, _ body: (inout State) -> Told) -> Told {
        state.withLock { state in
            guard let file, let shared = file.open(now) else { return body(&state) }
            state.turns.take(shared.turns)
            let told = body(&state)
            shared.close(keeping: state.turns)
            return told
        }
    }
}

/// The moments until which an account is not called, and how far apart calls are from then on.
struct Turns {
    /// By rate: when the next call may start.
    var free: [Int: Double] = [:]
    var pausedUntil = -Double.infinity
    var margin = RateMargin()

    /// What another knows too: the later of both counts, of margins the one that was changed later.
    mutating func take(_ other: Turns) {
        free.merge(other.free) { max($0, $1) }
        pausedUntil = max(pausedUntil, other.pausedUntil)
        if other.margin.changed > margin.changed { margin = other.margin }
    }
}
