import TMSSyntax

extension ExpressionSyntax {
    /// The literal text of a string or word without anything to fill in.
    var literalText: String? {
        switch kind {
        case .word(let word): return word
        case .string(let segments):
            var text = ""
            for segment in segments {
                guard case .text(let piece) = segment else { return nil }
                text += piece
            }
            return text
        case .parenthesized(let inner): return inner.literalText
        default: return nil
        }
    }

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
        default: nil
        }
    }
}
