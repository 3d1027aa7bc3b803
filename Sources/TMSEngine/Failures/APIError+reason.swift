import TrackingMore

extension APIError {
    /// What happened, for people, without a full stop.
    var reason: String {
        switch self {
        case .refused(let refusal, _): refusal.cause
        case .transport(let error): error.description
        case .notJSON: "the answer is not JSON"
        case .unexpectedShape(let what): "the answer was not understood: \(what)"
        case .promisedNot: "this run only reads"
        }
    }

    /// Whether a write that ended so may have been carried out all the same.
    var leavesDoubt: Bool {
        switch self {
        case .transport(let error): error.mayHaveBeenSent && error != .cancelled
        case .refused(let refusal, _): refusal.code == 500
        case .notJSON, .unexpectedShape: true
        case .promisedNot: false
        }
    }
}
