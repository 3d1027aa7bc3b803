import TMSBase
import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

extension UndoPlan {
    /// What does not come back, told before anybody is asked.
    func notes(of run: RunRecord) -> [Diagnostic] {
        guard !lost.isEmpty else { return [] }
        let parts = lost.sorted { $0.key < $1.key }.map { "\(Count.text($0.value)) of `\($0.key)`" }
        return [
            Diagnostic(
                .note, "N0752",
                "run \(run.number) has rows that nothing takes back: \(parts.joined(separator: ", "))",
                hint: steps.isEmpty ? nil : "the others are taken back")
        ]
    }

    /// What a person ought to know before it is done.
    var warning: String {
        var sentences: [String] = []
        for losing in losing.sorted() { sentences.append("What was deleted comes back without \(losing).") }
        if sentences.isEmpty {
            sentences.append("The parcels are as they were before the run; undo and redo take each other back.")
        }
        return sentences.joined(separator: " ")
    }
}

extension EffectDriver {
    /// Asks before a run is taken back.
    func askConsent(toUndo plan: UndoPlan, _ run: RunRecord, at verb: SourceLocation) async throws(Failure) {
        let calls = plan.steps.map(\.inverse)
        var request = ConsentRequest(
            reason: .irreversible, verb: run.kind == .work ? "undo" : "redo", warning: plan.warning, count: calls.count,
            isAtMost: false,
            requests: CallBatch.plan(calls).count, noun: "parcel", samples: completed(samples(of: calls)),
            location: verb)
        if plan.quota > 0 { request.quota = plan.quota }
        try await ask(request, at: verb)
    }
}

extension Failure {
    static func noJournal(at verb: SourceLocation) -> Failure {
        Failure(
            kind: .usage,
            Diagnostic(.error, "E0754", "nothing is written down here", at: verb, hint: "leave --no-journal out"))
    }

    static func nothingToUndo(_ number: Int?, at verb: SourceLocation) -> Failure {
        let message =
            number.map { "run \($0) has written nothing that is still to be taken back" }
            ?? "no run has written anything that is still to be taken back"
        return Failure(kind: .usage, Diagnostic(.error, "E0755", message, at: verb, hint: "`runs` lists them"))
    }

    static func nothingToRedo(at verb: SourceLocation) -> Failure {
        Failure(kind: .usage, Diagnostic(.error, "E0755", "no undo is left to be taken back", at: verb))
    }

    static func nothingToResume(at verb: SourceLocation) -> Failure {
        Failure(
            kind: .usage,
            Diagnostic(.error, "E0755", "no run was interrupted", at: verb, hint: "`runs` lists them"))
    }

    /// The same, underlining a word.
    func located(at location: SourceLocation) -> Failure {
        var failure = self
        failure.diagnostic.location = failure.diagnostic.location ?? location
        return failure
    }
}
