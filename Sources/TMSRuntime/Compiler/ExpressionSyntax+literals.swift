import TMSSyntax

extension ExpressionSyntax {
    /// A string with something to fill in.
    var isTemplate: Bool {
        guard case .string = kind else { return false }
        return literalText == nil
    }

    /// A whole number that fits an instruction.
    var immediate: Int32? {
        switch kind {
        case .number(let digits): Int32(digits)
        case .parenthesized(let inner): inner.immediate
        // Nothing else is a number that is written out.
        default: nil
        }
    }
}
