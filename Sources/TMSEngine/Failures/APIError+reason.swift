import TrackingMore

extension APIError {
    /// What happened, for people, without a full stop.
    var reason: String {
        switch self {
        case .refused where isOfDisk: "the service cannot write to its disk"
        case .refused(let refusal, _): refusal.cause
        case .transport(let error): error.description
        case .redirected(let status, let target?): "the service redirects to \(target) (\(status)); tms does not follow"
        case .redirected(let status, nil): "the service redirects (\(status)) without saying where"
        case .notJSON: "the answer is not JSON"
        case .unexpectedShape(let what): "the answer was not understood: \(what)"
        case .promisedNot: "this run only reads"
        }
    }

    /// Whether the service could not do it for want of a disk to write on, and did nothing.
    var isOfDisk: Bool {
        guard case .refused(let refusal, let message?) = self else { return false }
        return refusal.isInDoubt && message.contains(Refusal.nothingDone)
    }

    /// Whether a write that ended so may have been carried out all the same.
    var leavesDoubt: Bool {
        switch self {
        case .transport(let error): error.mayHaveBeenSent && error != .cancelled
        case .refused(let refusal, _): refusal.isInDoubt && !isOfDisk
        case .redirected: false
        case .notJSON, .unexpectedShape: true
        case .promisedNot: false
        }
    }
}
