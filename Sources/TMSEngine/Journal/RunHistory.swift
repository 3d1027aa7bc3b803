import TMSBase
import TMSStore

/// Which of the runs of an account can be taken back, brought again or gone on with.
struct RunHistory {
    private let store: any RunStore
    /// So many of the last runs are looked at.
    private static let depth = 1_000

    init(_ store: any RunStore) { self.store = store }

    /// The run with this number, or the last one that wrote and was not taken back; nil where there is nothing to take
    /// back.
    func toUndo(_ number: Int?) async throws(StoreError) -> RunRecord? {
        let runs = try await store.runs(atMost: Self.depth)
        guard let number else {
            return runs.first { $0.kind == .work && $0.tally.done > 0 && !isUndone($0, runs) }
        }
        guard let run = try await store.run(number) else { throw .noRun(number) }
        if run.isUnderWay, run.owner != .current { throw .inUse(run) }
        // One that was taken back in part is taken on with where somebody names it.
        return run.tally.done > 0 && !isUndone(run, runs, wholly: true) ? run : nil
    }

    /// The last run that took something back and was not taken back itself.
    func toRedo() async throws(StoreError) -> RunRecord? {
        let runs = try await store.runs(atMost: Self.depth)
        return runs.first { isUndo($0, runs) && $0.tally.done > 0 && !isUndone($0, runs) }
    }

    /// The run with this number, or the last one that was interrupted.
    func toResume(_ number: Int?) async throws(StoreError) -> RunRecord? {
        guard let number else {
            return try await store.runs(atMost: Self.depth).first { $0.kind == .work && $0.isInterrupted }
        }
        guard let run = try await store.run(number) else { throw .noRun(number) }
        if run.isUnderWay { throw .inUse(run) }
        return run.kind == .work ? run : nil
    }

    /// Whether it takes back work, or a redo: what takes back an undo brings work again.
    private func isUndo(_ run: RunRecord, _ runs: [RunRecord]) -> Bool {
        guard case .undo(let number) = run.kind else { return false }
        return runs.first { $0.number == number }.map { !isUndo($0, runs) } ?? true
    }

    /// Whether a run has taken it back that was not interrupted and not taken back itself.
    private func isUndone(_ run: RunRecord, _ runs: [RunRecord], wholly: Bool = false) -> Bool {
        runs.contains { undo in
            undo.kind == .undo(of: run.number) && undo.tally.done > 0 && !undo.isInterrupted
                && (!wholly || undo.end?.status != .partial) && !isUndone(undo, runs)
        }
    }
}
