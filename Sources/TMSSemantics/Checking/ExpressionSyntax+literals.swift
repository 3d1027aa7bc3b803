import TMSBase
import TMSSyntax

extension ExpressionSyntax {
    /// The characters it surely ends in, where those are written out.
    var literalEnd: String? {
        if let literalText { return literalText }
        guard case .string(let segments) = unparenthesized.kind, case .text(let end)? = segments.last else {
            return nil
        }
        return end
    }

    /// Known before the script runs.
    var isLiteral: Bool {
        switch kind {
        case .number, .word, .boolean, .empty, .date: true
        case .string: literalText != nil
        case .duration(let inner, _), .ago(let inner), .negate(let inner), .parenthesized(let inner): inner.isLiteral
        case .list(let items): items.allSatisfy(\.isLiteral)
        case .record(let items): items.allSatisfy { $0.value.isLiteral }
        case .missing: true
        // Known is only what is written out.
        case .variable, .those, .rows, .field, .member, .index, .call, .not, .binary, .comparison, .isEmpty,
            .membership, .and, .or, .pipeline:
            false
        }
    }

    var isNumberLiteral: Bool {
        switch kind {
        case .number: true
        case .parenthesized(let inner), .negate(let inner): inner.isNumberLiteral
        // Nothing else is a number that is written out.
        default: false
        }
    }

    var unparenthesized: ExpressionSyntax {
        if case .parenthesized(let inner) = kind { inner.unparenthesized } else { self }
    }
}

extension String {
    /// Whether order takes it for a number, and arithmetic unless it would lose digits.
    var readsAsNumber: Bool { DigitOrder.isNumber(self) }

    var readsAsDuration: Bool { (try? WrittenDuration.read(self)) != nil }

    /// Whether order and arithmetic take it for a date.
    var readsAsDate: Bool { WrittenDate(self) != nil }

    /// Whether it is one where a date is asked for, today or at another time.
    var standsForDate: Bool { readsAsDate || DateWords.stands(self) }
}
