import TMSBase
import TMSSyntax

/// A mistake met while running, before it is known where: the machine adds the place and makes a `Failure` of it.
///
/// A class, so that a throw carries one word through the hot loop.
final class Fault: Error, Sendable {
    let code: String
    let message: String
    /// The remedy, which stands beside the carets.
    let hint: String?
    let kind: FailureKind
    let status: ExitStatus
    let isFatal: Bool
    /// The words that are wrong, where it is not the whole of what was running.
    let range: SourceRange?
    let notes: [String]
    /// A failure that was met before and goes on from here.
    let carried: Failure?

    init(
        _ code: String, _ message: String, hint: String? = nil, kind: FailureKind = .value,
        status: ExitStatus = .failed,
        isFatal: Bool = false, range: SourceRange? = nil,
        notes: [String] = []
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.kind = kind
        self.status = status
        self.isFatal = isFatal
        self.range = range
        self.notes = notes
        carried = nil
    }

    init(carrying failure: Failure) {
        code = failure.diagnostic.code
        message = failure.diagnostic.message
        hint = failure.diagnostic.hint
        kind = failure.kind
        status = failure.status
        isFatal = failure.isFatal
        range = nil
        notes = []
        carried = failure
    }

    func failure(at location: SourceLocation) -> Failure {
        if let carried { return carried }
        let place = range.map { SourceLocation(location.file, $0) } ?? location
        return Failure(
            kind: kind, Diagnostic(.error, code, message, at: place, hint: hint, notes: notes), isFatal: isFatal,
            status: status)
    }
}
