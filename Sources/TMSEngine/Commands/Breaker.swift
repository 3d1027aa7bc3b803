import TMSBase
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Ends a run whose calls are refused one after the other for a cause that may pass: what is left is not tried call by
/// call, and the same line goes on later.
struct Breaker {
    /// So many calls in a row, each after its own attempts.
    static let most = 3

    enum Verdict {
        case works
        /// It was refused, and the next may tell whether others are.
        case refused
        case ends(Failure)
    }

    private var code = ""
    private var refusals = 0
    /// The cause lies with the service as a whole and not with what it was sent.
    private(set) var isWide = false

    /// Why the run has ended.
    private var end: Failure?

    /// What the outcomes of a call say of the service.
    mutating func take(_ outcomes: [CallOutcome]) -> Verdict {
        guard let failure = Self.passing(outcomes) else {
            refusals = 0
            isWide = false
            return .works
        }
        // Calls that were under way with it met the same.
        if let end, failure.kind != .doubt { return .ends(end) }
        refusals = failure.diagnostic.code == code ? refusals + 1 : 1
        code = failure.diagnostic.code
        isWide = failure.kind != .doubt
        guard refusals >= Self.most else { return .refused }
        let end = Failure.refusedInARow(Self.most, failure)
        self.end = end
        return .ends(end)
    }

    /// Why all of a call failed, if it may pass.
    private static func passing(_ outcomes: [CallOutcome]) -> Failure? {
        guard case .failure(let first)? = outcomes.first?.result, first.status == .temporary, !first.isFatal,
            first.kind == .refused || first.kind == .network || first.kind == .doubt
        else { return nil }
        for outcome in outcomes.dropFirst() {
            guard case .failure(let other) = outcome.result, other.diagnostic.code == first.diagnostic.code else {
                return nil
            }
        }
        return first
    }
}

extension Failure {
    /// So many calls in a row were refused alike.
    fileprivate static func refusedInARow(_ calls: Int, _ last: Failure) -> Failure {
        Failure(
            kind: .refused,
            Diagnostic(
                .error, "E0757",
                "\(calls) calls in a row came to nothing: \(last.diagnostic.message) (\(last.diagnostic.code)); no further one "
                    + "was sent", at: last.diagnostic.location,
                hint: "run it again later; what is done is not sent again"),
            isFatal: true, status: .temporary)
    }
}
