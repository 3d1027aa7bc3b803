/// A diagnostic that waits for its place. A reference, because the stack of a recursive descent pays for every
/// value that its functions might report.
final class SyntaxMessage {
    var diagnostic: Diagnostic

    init(
        _ severity: Diagnostic.Severity = .error, code: String, _ message: String, hint: String? = nil,
        labels: [Diagnostic.Label] = [], notes: [String] = [], proposals: [Proposal] = []
    ) {
        diagnostic = Diagnostic(severity, code, message, hint: hint, labels: labels, notes: notes, proposals: proposals)
    }

    convenience init(
        _ code: String, _ message: String, hint: String? = nil, labels: [Diagnostic.Label] = [], notes: [String] = [],
        proposals: [Proposal] = []
    ) {
        self.init(code: code, message, hint: hint, labels: labels, notes: notes, proposals: proposals)
    }
}
