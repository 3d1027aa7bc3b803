import TMSSemantics
import TMSSyntax

/// A world of a few words and files.
struct TestContext: CheckContext {
    var variables: Set<String> = []
    var definitions: [String: Definition] = [:]
    var isInteractive = false
    var headers = ["orders.csv": ["number", "Order", "Carrier code"], "plain.csv": ["A", "B"]]
    var libraries: [String: String] = [:]

    func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? {
        libraries[path].map { SourceFile(name: path, text: $0) }
    }

    func validate(encoding name: String) -> LiteralVerdict {
        ["utf-8", "cp1252"].contains(name)
            ? .valid : .invalid(message: "no encoding is called `\(name)`", suggestion: "cp1252")
    }

    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? { headers[question.path] }

    func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict {
        let known: [String]
        switch kind {
        case .carrier: known = ["ups", "4px", "usps", "dhl", "china-post", "post"]
        case .country: known = ["us", "de", "ca", "to", "in"]
        case .status: known = ["transit", "pickup", "delivered", "exception", "expired"]
        default: return .valid
        }
        if known.contains(literal.lowercased()) { return .valid }
        return .invalid(
            message: "there is no \(kind) `\(literal)`", suggestion: Suggestions.nearest(literal, in: known))
    }
}
