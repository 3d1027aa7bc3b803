import _StringProcessing

/// What stands right of `matches`: a regular expression, found anywhere in the text.
struct Pattern {
    private let regex: Regex<AnyRegexOutput>

    init(_ pattern: String) throws(Fault) {
        guard pattern.utf8.count <= 500 else { throw .badPattern(String(pattern.prefix(40)), "it is too long") }
        do {
            regex = try Regex(pattern)
        } catch {
            throw .badPattern(pattern, "it cannot be read")
        }
    }

    func matches(_ text: String) -> Bool {
        (try? regex.firstMatch(in: text)) != nil
    }
}
