import TMSSyntax

/// What the world says of literals. Carriers, countries and statuses are few words that a script asks about often: each
/// is asked for once.
struct LiteralVerdicts {
    private struct Literal: Hashable {
        let text: String
        let kind: ValueKind
        /// Without quotes.
        let isWord: Bool
    }

    private let context: any CheckContext
    private var known: [Literal: LiteralVerdict] = [:]

    init(_ context: any CheckContext) { self.context = context }

    /// - Parameter isWord: it stands without quotes.
    mutating func verdict(on text: String, as kind: ValueKind, isWord: Bool) -> LiteralVerdict {
        guard kind.form == .code else { return context.validate(text, as: kind) }
        let literal = Literal(text: text, kind: kind, isWord: isWord)
        if let known = known[literal] { return known }
        let verdict = isWord ? context.validate(word: text, as: kind) : context.validate(text, as: kind)
        known[literal] = verdict
        return verdict
    }
}
