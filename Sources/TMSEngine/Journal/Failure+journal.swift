import TMSBase
import TMSRuntime
import TMSStore
import TMSSyntax

extension Failure {
    /// Why nothing is written to the account: what is sent could not be written down.
    static func journal(_ error: StoreError, now: Double) -> Failure {
        switch error {
        case .inUse(let run):
            return Failure(
                kind: .journal,
                Diagnostic(
                    .error, "E0751",
                    "run \(run.number) of the same work is under way on \(run.owner.host), in process "
                        + "\(run.owner.process), since \(Ago.text(now - run.began)); nothing was sent",
                    hint: "wait for its end, or start a run of its own with --fresh"),
                isFatal: true, status: .failed)
        case .noRun(let number):
            return Failure(
                kind: .journal,
                Diagnostic(.error, "E0752", "there is no run \(number)", hint: "`runs` lists those there are"),
                isFatal: true, status: .usage)
        case .full, .unusable, .newer, .damaged: break
        }
        return Failure(
            kind: .journal,
            Diagnostic(
                .error, "E0750", "what is sent cannot be written down: \(error.reason); nothing more was sent",
                hint: "\(remedy(for: error)), or go without it: --no-journal"),
            isFatal: true, status: .failed)
    }

    private static func remedy(for error: StoreError) -> String {
        switch error {
        case .full: "make room"
        case .newer: "use that one"
        case .damaged: "move it away"
        case .unusable, .inUse, .noRun: "let XDG_STATE_HOME name a folder that can be written"
        }
    }
}

/// How long ago something was: `20 min ago`.
enum Ago {
    static func text(_ seconds: Double) -> String {
        switch seconds {
        case ..<90: "\(max(0, Int(seconds))) s ago"
        case ..<5_400: "\(Int(seconds / 60)) min ago"
        case ..<172_800: "\(Int(seconds / 3_600)) h ago"
        default: "\(Int(seconds / 86_400)) days ago"
        }
    }
}

extension Diagnostic {
    /// A run was interrupted, and what is known of its rows: `stopped after 6,280 of 8,863 · nothing in doubt · the same
    /// line goes on`.
    static func stopped(_ run: RunRecord, _ reached: RowsTally.Reached?) -> Diagnostic {
        let known = run.tally.done + run.tally.already + run.tally.failed
        var parts = ["stopped after \(Count.text(known)) rows"]
        if let reached, reached.all > 0 {
            parts = ["stopped after \(Count.text(reached.rows)) of \(Count.text(reached.all))"]
        }
        parts.append(run.tally.inDoubt == 0 ? "nothing in doubt" : "\(Count.text(run.tally.inDoubt)) in doubt")
        parts.append("the same line goes on")
        return Diagnostic(.note, "N0751", parts.joined(separator: " · "))
    }

    /// A damaged store was moved aside.
    static func movedAside(_ path: String) -> Diagnostic {
        Diagnostic(
            .note, "N0753", "the store of runs was damaged and is now \(path)",
            hint: "a new one was made; earlier runs are not gone on with or taken back")
    }

    /// An interrupted run is gone on with.
    static func goingOn(with run: RunRecord, now: Double) -> Diagnostic {
        var parts = ["\(Count.text(run.tally.done)) rows are done"]
        if run.tally.failed > 0 { parts.append("\(Count.text(run.tally.failed)) failed and are sent again") }
        if run.tally.inDoubt > 0 { parts.append("\(Count.text(run.tally.inDoubt)) are in doubt and are looked up") }
        return Diagnostic(
            .note, "N0750",
            "going on with run \(run.number), stopped \(Ago.text(now - run.seen)): " + parts.joined(separator: ", "),
            hint: "--fresh starts anew")
    }
}
