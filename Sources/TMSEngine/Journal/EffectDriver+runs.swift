import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

/// What the runs of the account are asked for.
extension EffectDriver {
    func answerRuns(_ query: RunQuery, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let verb = SourceLocation(call.location.file, call.verbRange)
        guard let settings = context.journal else { throw .noJournal(at: verb) }
        do throws(StoreError) {
            let store = try settings.open()
            switch query {
            case .all:
                let runs = try await store.runs(atMost: 1_000)
                return .rows(runs.map { RunTable.row(of: $0) }, more: nil)
            case .rows(let number):
                guard try await store.run(number) != nil else { throw .noRun(number) }
                let records = try await records(of: number, in: store)
                return .rows(records.map { RunTable.row(of: $0, context.catalogue) }, more: nil)
            case .resume(let number):
                let run = try await RunHistory(store).toResume(number)
                guard let run else { return try refuse(.nothingToResume(at: verb)) }
                continuation = run
                return .rows([], more: nil)
            case .undo(let number):
                guard let run = try await RunHistory(store).toUndo(number) else {
                    return try refuse(.nothingToUndo(number, at: verb))
                }
                return try await undo(run, in: store, call)
            case .redo:
                guard let run = try await RunHistory(store).toRedo() else {
                    return try refuse(.nothingToRedo(at: verb))
                }
                return try await undo(run, in: store, call)
            }
        } catch {
            throw .journal(error, now: settings.now()).located(at: verb)
        }
    }

    /// A refusal that is no fault of the store.
    private func refuse(_ failure: Failure) throws(StoreError) -> TMSRuntime.Answer { .failed(failure) }

    private func records(of run: Int, in store: any RunStore) async throws(StoreError) -> [RowRecord] {
        var records: [RowRecord] = []
        while true {
            // The first place is 1.
            let more = try await store.rows(of: run, after: records.last?.place ?? 0, atMost: 1_000)
            if more.isEmpty { return records }
            records += more
        }
    }

    private func undo(
        _ run: RunRecord, in store: any RunStore, _ call: CommandCall
    ) async throws(StoreError) -> TMSRuntime.Answer {
        let records = try await records(of: run.number, in: store)
        let plan = UndoPlan(records, catalogue: context.catalogue, location: call.location, verbRange: call.verbRange)
        do throws(Failure) {
            return try await carryOut(plan, of: run, call)
        } catch {
            return .failed(error)
        }
    }

    private func carryOut(
        _ plan: UndoPlan, of run: RunRecord, _ call: CommandCall
    ) async throws(Failure) -> TMSRuntime.Answer {
        guard let settings = context.journal else { return .done }
        for note in plan.notes(of: run) { output(.diagnostic(note)) }
        guard !plan.steps.isEmpty else { return .rows([], more: nil) }
        let verb = SourceLocation(call.location.file, call.verbRange)
        try await askConsent(toUndo: plan, run, at: verb)
        let journal = RunJournal(
            settings, JournaledWork(Work(.text("undo \(run.number)")), .never), kind: .undo(of: run.number),
            clock: context.environment.now)
        undoing.append(journal)
        let performer = makePerformer(isPlan: call.prefix != nil, journal: journal)
        var rest = plan.steps[...]
        var state = UndoState()
        return await cursors.open(
            TargetsSource(performer: performer, location: call.location, isWrite: true, output: output) {
                () async throws(Failure) in
                guard !rest.isEmpty else { return nil }
                let part = rest.prefix(Self.stepsAtATime)
                rest = rest.dropFirst(Self.stepsAtATime)
                return try await performer.targets(of: Array(part), &state)
            })
    }

    /// What is compared with the account at a time.
    private static let stepsAtATime = 2_000
}
