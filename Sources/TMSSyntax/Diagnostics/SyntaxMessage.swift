/// A diagnostic that waits for its place. A reference, because the stack of a recursive descent pays for every
/// value that its functions might report.
final class SyntaxMessage {
    var diagnostic: Diagnostic

    init(
        _ severity: Diagnostic.Severity = .error, code: String, _ message: String, hint: String? = nil,
        labels: [Diagnostic.Label] = [], notes: [String] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        diagnostic = Diagnostic(severity, code, message, hint: hint, labels: labels, notes: notes, fixIts: fixIts)
    }

    convenience init(
        _ code: String, _ message: String, hint: String? = nil, labels: [Diagnostic.Label] = [], notes: [String] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        self.init(code: code, message, hint: hint, labels: labels, notes: notes, fixIts: fixIts)
    }
}
