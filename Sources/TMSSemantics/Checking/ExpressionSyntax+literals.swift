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
        default: false
        }
    }

    var isNumberLiteral: Bool {
        switch kind {
        case .number: true
        case .parenthesized(let inner), .negate(let inner): inner.isNumberLiteral
        default: false
        }
    }

    var unparenthesized: ExpressionSyntax {
        if case .parenthesized(let inner) = kind { inner.unparenthesized } else { self }
    }
}

extension String {
    /// `-?digits[.digits]`: what arithmetic and order take for a number.
    var readsAsNumber: Bool {
        var digits = 0
        var points = 0
        for (offset, byte) in utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "-") where offset == 0: break
            case UInt8(ascii: ".") where points == 0 && digits > 0: points = 1
            default: return false
            }
        }
        return digits > 0 && utf8.last != UInt8(ascii: ".")
    }

    /// `14 days`, `4 days 14 h`: as durations are printed.
    var readsAsDuration: Bool {
        let words = split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 0, words.count % 2 == 0 else { return false }
        let units: Set<String> = ["day", "days", "h", "min", "s"]
        return words.indices.allSatisfy { place in
            let word = String(words[place])
            return place % 2 == 0 ? word.readsAsNumber && !word.contains(".") : units.contains(word.lowercased())
        }
    }

    /// `2026-03-05`, with or without a time.
    var readsAsDate: Bool {
        let bytes = Array(utf8.prefix(10))
        guard bytes.count == 10 else { return false }
        return bytes.enumerated().allSatisfy { offset, byte in
            offset == 4 || offset == 7
                ? byte == UInt8(ascii: "-") : byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        }
    }
}
