import TMSSyntax

// Fields, columns, comparisons and arithmetic.
extension Complaints {
    static func unknownField(
        _ field: String, of row: String, at place: SourceLocation, nearest: String?, known: [String]
    ) -> Diagnostic {
        unknown(
            .unknownField, "\(row) has no field `\(field)`", at: place, nearest: nearest,
            otherwise: known.isEmpty ? nil : "it has \(known.quotedList)")
    }

    static func noFields(_ field: String, _ type: StaticType, at place: SourceLocation, hint: String?) -> Diagnostic {
        make(.noFields, "\(type.phrase.capitalizedFirst) \(type.verb) no field `\(field)`", at: place, hint: hint)
    }

    static func secondResult(_ format: String, at place: SourceLocation, first: SourceRange) -> Diagnostic {
        make(
            .secondResult, "\(format) holds one result, and this is the second", at: place,
            hint: "jsonl holds any number", labels: [.init(first, "the first")])
    }

    static func wordCompared(_ word: String, meant: String?, at place: SourceLocation) -> Diagnostic {
        guard let meant else {
            return make(
                .wordCompared, "`\(word)` is plain text here, and no field or variable", at: place,
                hint: "a field is written `$p.\(word)`, a variable `$\(word)`, text `\"\(word)\"`")
        }
        return make(
            .wordCompared, "`\(word)` is plain text here", at: place, hint: "did you mean `\(meant)`?",
            fixIts: [.init("write `\(meant)`", [.init(place.range, meant)])])
    }

    static func unknownFormat(_ name: String, at place: SourceLocation) -> Diagnostic {
        let names = OutputFormat.allCases.map(\.rawValue)
        return unknown(
            .unknownFormat, "there is no format `\(name)`", at: place, nearest: Suggestions.nearest(name, in: names),
            otherwise: "one of \(names.joined(separator: ", "))")
    }

    static func unknownChart(_ kind: String, at place: SourceLocation) -> Diagnostic {
        let kinds = ChartKind.allCases.map(\.rawValue)
        return unknown(
            .unknownFormat, "there is no chart `\(kind)`", at: place, nearest: Suggestions.nearest(kind, in: kinds),
            otherwise: "one of \(kinds.joined(separator: ", "))")
    }

    static func unknownSuffix(_ end: String, at place: SourceLocation, suffixes: String) -> Diagnostic {
        let suffix = end.lastIndex(of: ".").map { String(end[$0...]) } ?? end
        return make(
            .unknownFormat, "there is no form of file that ends in `\(suffix)`", at: place,
            hint: "end it in one of \(suffixes)")
    }

    static func noRows(_ type: StaticType, at place: SourceLocation) -> Diagnostic {
        make(.noRows, "\(type.phrase) has no rows to go through", at: place)
    }

    static func wordIsField(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(
            .wordIsField, "`\(word)` is read as text here, and is also a field", at: place,
            hint: "for the field write `$it.\(word)`, for the text `\"\(word)\"`",
            fixIts: [.init("write `$it.\(word)`", [.init(place.range, "$it.\(word)")])])
    }

    static func fieldReadAsText(_ word: String, _ wanted: String, at place: SourceLocation) -> Diagnostic {
        make(
            .incomparable, "`\(word)` is read as text here, and \(wanted) is needed", at: place,
            hint: "for the field write `$it.\(word)`",
            fixIts: [.init("write `$it.\(word)`", [.init(place.range, "$it.\(word)")])])
    }

    static func incomparable(
        _ left: StaticType, _ op: String, _ right: StaticType, at place: SourceLocation, hint: String? = nil
    ) -> Diagnostic {
        make(.incomparable, "\(left.phrase) cannot be compared with \(right.phrase) by `\(op)`", at: place, hint: hint)
    }

    static func notOrdered(_ type: StaticType, _ text: String, _ op: String, at place: SourceLocation) -> Diagnostic {
        make(
            .incomparable, "`\(op)` asks for numbers, durations or dates, and `\(text)` is \(type.phrase)", at: place)
    }

    static func notArithmetic(_ type: StaticType, _ op: String, at place: SourceLocation, hint: String? = nil)
        -> Diagnostic
    {
        make(.notArithmetic, "`\(op)` cannot be done with \(type.phrase)", at: place, hint: hint ?? "it takes numbers")
    }

    static func notArithmetic(_ left: StaticType, _ op: String, _ right: StaticType, at place: SourceLocation)
        -> Diagnostic
    {
        make(.notArithmetic, "`\(op)` cannot be done with \(left.phrase) and \(right.phrase)", at: place)
    }

    static func divisionByZero(at place: SourceLocation) -> Diagnostic {
        make(.divisionByZero, "nothing can be divided by zero", at: place, hint: "divide by another number")
    }

    static func notACondition(_ type: StaticType, at place: SourceLocation, hint: String?) -> Diagnostic {
        make(
            .notACondition, "a condition is true or false, and this is \(type.phrase)", at: place,
            hint: hint ?? "compare it with something: `is`, `over`, `is not empty`")
    }
}
