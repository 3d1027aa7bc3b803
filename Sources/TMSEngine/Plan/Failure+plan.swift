import TMSBase
import TMSRuntime
public import TMSSyntax

extension Failure {
    /// Why a plan is not applied: nothing of it was sent.
    static func plan(_ code: String, _ message: String, at verb: SourceLocation, hint: String? = nil) -> Failure {
        Failure(
            kind: .usage, Diagnostic(.error, code, "\(message); nothing was sent", at: verb, hint: hint), status: .usage
        )
    }

    static func damagedPlan(_ name: String, at verb: SourceLocation) -> Failure {
        plan(
            "E0763", "\(name) is damaged: its rows are not those that were planned", at: verb,
            hint: "make the plan again: tms plan SCRIPT -o \(name)")
    }

    static func planOfAnother(_ account: String, than own: String, at verb: SourceLocation) -> Failure {
        plan(
            "E0764", "the plan was made on the account \(account), and this is \(own)", at: verb,
            hint: "--profile chooses the account, or make a plan for this one")
    }
}

extension Diagnostic {
    /// A plan that holds what nobody can compare or take back is not saved.
    static func planByHand(_ lines: [String]) -> Diagnostic {
        Diagnostic(
            .error, "E0765", "no plan was saved: the script makes a call by hand, \(lines.first ?? "")",
            hint: "use the verb that makes it, or run the script itself")
    }

    /// A script that did not come to its end has no plan.
    public static func planUnfinished(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "E0766", "no plan was saved in \(path): the script did not come to its end",
            hint: "what ended it stands above")
    }

    /// The plan stands as it was made.
    static func scriptChanged(_ header: SavedPlan.Header) -> Diagnostic {
        Diagnostic(
            .note, "N0760", "\(header.script) has changed since the plan was made; the plan is applied as it stands")
    }
}
