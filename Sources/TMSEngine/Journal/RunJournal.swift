import TMSBase
import TMSCommands
import TMSRuntime
public import TMSStore
import TMSSyntax
import TrackingMore

/// The journal of one run: what is about to be sent is written down before it leaves, and then what became of it.
///
/// The run begins in the store with its first write. A run of the same work that was interrupted is gone on with: what it
/// has done is not sent again.
public final class RunJournal {
    private enum State {
        /// Nothing has been written yet.
        case waiting
        case begun(RunRecord)
        /// The store cannot be used: no write is sent.
        case unusable(Failure)
    }

    let settings: JournalSettings
    private let work: Work
    private let continuation: JournaledWork.Continuation
    private let kind: RunKind
    /// The account's clock.
    private let clock: @Sendable () -> Int
    private var state = State.waiting
    private var store: (any RunStore)?
    /// The run has rows of an earlier attempt.
    private(set) var isResumed = false

    public init(
        _ settings: JournalSettings, _ work: JournaledWork, kind: RunKind = .work, clock: @escaping @Sendable () -> Int
    ) {
        self.settings = settings
        self.work = work.work
        continuation = work.continuation
        self.kind = kind
        self.clock = clock
    }

    /// Looks for an interrupted run of the same work, before anything is sent. Throws where there is a reason not to
    /// begin; a store that cannot be used is none yet.
    ///
    /// - Returns: the run that is gone on with.
    func prepare() async throws(Failure) -> RunRecord? {
        do {
            let store = try self.open()
            guard let earlier = try await earlier(in: store) else { return nil }
            let run = try await store.goOn(with: earlier.number, owner: .current, at: settings.now())
            state = .begun(run)
            isResumed = true
            return earlier
        } catch {
            let failure = fail(error)
            switch error {
            case .inUse, .noRun: throw failure
            // What the program reads, it reads all the same; its first write is refused.
            case .full, .unusable, .newer, .damaged: return nil
            }
        }
    }

    private func earlier(in store: any RunStore) async throws(StoreError) -> RunRecord? {
        switch continuation {
        case .run(let number):
            guard let run = try await store.run(number) else { throw .noRun(number) }
            return run
        case .never: return nil
        case .ifInterrupted: break
        }
        guard kind == .work, let latest = try await store.latest(of: work) else { return nil }
        if latest.isUnderWay, latest.owner != .current { throw .inUse(latest) }
        guard latest.isInterrupted, latest.kind == .work, settings.now() - latest.seen <= JournalSettings.patience
        else { return nil }
        return latest
    }

    /// What earlier attempts of the run know of these writes; nil for each that is new.
    func recall(_ calls: [EndpointCall]) async throws(Failure) -> [RowRecord?] {
        guard isResumed, case .begun(let run) = state, let store else { return calls.map { _ in nil } }
        do {
            return try await store.claim(calls.map(\.content), in: run.number, attempt: run.attempt)
        } catch {
            throw fail(error)
        }
    }

    /// Writes down what is about to be sent. Nothing may be sent where this throws.
    ///
    /// - Returns: the place of each in the run.
    func intend(_ calls: [EndpointCall], before: [JSON?]) async throws(Failure) -> [Int] {
        if case .unusable(let failure) = state { throw failure }
        do {
            let (store, run) = try await begun()
            let known = calls.compactMap(\.place)
            if !known.isEmpty { try await store.intend(again: known, in: run.number) }
            let new = zip(calls, before).filter { $0.0.place == nil }.map { $0.row(before: $1) }
            var places = (new.isEmpty ? [] : try await store.intend(new, in: run.number, attempt: run.attempt))[...]
            return calls.map { $0.place ?? places.popFirst() ?? 0 }
        } catch {
            throw fail(error)
        }
    }

    /// Writes down what became of writes. Where that fails they are in doubt, and the next write is not sent.
    func settle(_ states: [(place: Int, state: RowState)]) async {
        guard case .begun(let run) = state, let store, !states.isEmpty else { return }
        do {
            try await store.settle(states, in: run.number, at: settings.now())
        } catch {
            state = .unusable(fail(error))
        }
    }

    /// Ends the run, if it has begun.
    ///
    /// - Returns: the run, where it was interrupted and can be gone on with.
    func end(status: ExitStatus, _ statistics: CallStatistics.Snapshot) async -> RunRecord? {
        guard case .begun(let run) = state, let store else { return nil }
        let end = RunEnd(
            time: settings.now(), status: status, calls: statistics.calls, quota: statistics.quota)
        try? await store.end(run.number, end)
        guard end.isInterruption, kind == .work else { return nil }
        return try? await store.run(run.number)
    }

    private func begun() async throws(StoreError) -> (any RunStore, RunRecord) {
        let store = try self.open()
        if case .begun(let run) = state { return (store, run) }
        let run = try await store.begin(work, kind: kind, owner: .current, at: settings.now(), clock: clock())
        state = .begun(run)
        return (store, run)
    }

    private func open() throws(StoreError) -> any RunStore {
        if let store { return store }
        let store = try settings.open()
        self.store = store
        return store
    }

    private func fail(_ error: StoreError) -> Failure {
        if case .unusable(let failure) = state { return failure }
        let failure = Failure.journal(error, now: settings.now())
        state = .unusable(failure)
        return failure
    }
}
