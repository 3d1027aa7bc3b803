import TMSSyntax

// Fields, columns, comparisons and arithmetic.
extension CheckDiagnostics {
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
            .wordCompared, "`\(word)` is plain text here", at: place, proposals: [.meant(meant, at: place.range)])
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

    static func otherForm(_ asked: OutputFormat, than file: OutputFormat, at place: SourceLocation) -> Diagnostic {
        make(.otherForm, asked.otherForm(than: file), at: place, hint: asked.formHint)
    }

    static func title(isWrittenOut: Bool, _ format: OutputFormat?, at place: SourceLocation) -> Diagnostic {
        let message = isWrittenOut ? "\(format?.rawValue ?? "this form") has no title" : "a title is written out"
        return make(
            .titleWithoutDocument, message, at: place,
            hint: isWrittenOut ? "html, md and txt have one" : "in quotes, without {…}")
    }

    static func unknownSuffix(_ end: String, at place: SourceLocation, suffixes: String) -> Diagnostic {
        let suffix = end.lastIndex(of: ".").map { String(end[$0...]) } ?? end
        return make(
            .unknownFormat, "there is no form of file that ends in `\(suffix)`", at: place,
            hint: "end it in one of \(suffixes)")
    }

    static func noSeparator(_ text: String, at place: SourceLocation) -> Diagnostic {
        make(
            .noSeparator, "cells cannot be separated by `\(text)`", at: place,
            hint: "one character in quotes, or \(Separator.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    static func unknownEncoding(_ message: String, _ suggestion: String?, at place: SourceLocation) -> Diagnostic {
        make(
            .unknownEncoding, message, at: place, hint: suggestion == nil ? "`iconv -l` lists the names" : nil,
            proposals: suggestion.map { [.meant($0, at: place.range)] } ?? [])
    }

    /// - Parameter form: `json`.
    static func clauseOfTable(_ label: String, _ form: String, at place: SourceLocation) -> Diagnostic {
        make(.clauseOfTable, "a \(form) file has no cells that `\(label)` could be said of", at: place)
    }

    static func noRows(_ type: StaticType, at place: SourceLocation) -> Diagnostic {
        make(.noRows, "\(type.phrase) has no rows to go through", at: place)
    }

    static func wordIsField(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(
            .wordIsField, "`\(word)` is read as text here, and is also a field", at: place,
            proposals: [
                .init(
                    "write `$it.\(word)`", [.init(place.range, "$it.\(word)")],
                    hint: "for the field write `$it.\(word)`, for the text `\"\(word)\"`")
            ])
    }

    static func fieldReadAsText(_ word: String, _ wanted: String, at place: SourceLocation) -> Diagnostic {
        make(
            .incomparable, "`\(word)` is read as text here, and \(wanted) is needed", at: place,
            proposals: [
                .init(
                    "write `$it.\(word)`", [.init(place.range, "$it.\(word)")],
                    hint: "for the field write `$it.\(word)`")
            ])
    }

    /// `origin is china`.
    static func recordCompared(_ words: String, at place: SourceLocation, meant: Proposal?) -> Diagnostic {
        make(
            .incomparable, "`\(words)` is a record, which is never the same as text", at: place,
            hint: "compare a field of it, or use `contains`", proposals: meant.map { [$0] } ?? [])
    }

    static func constantCondition(_ words: String, at place: SourceLocation) -> Diagnostic {
        make(
            .constantCondition, "`\(words)` says the same of every row", at: place,
            hint:
                "name a field left of the operator: `title`, `\"Tracking Number\"`, or `$it.title` inside of a function"
        )
    }

    /// `created over 30 days ago`: the two lines that may have been meant.
    static func momentCompared(
        _ left: String, _ op: ComparisonOperator, _ right: String, at place: SourceLocation, operation: SourceRange
    ) -> Diagnostic {
        let words: [ComparisonOperator] = op == .under ? [.since, .before] : [.before, .since]
        let meaning: [ComparisonOperator: String] = [.before: "older", .since: "newer"]
        return make(
            .momentCompared, "`\(op.rawValue)` wants a length of time or a number, and `\(right)` is a moment",
            at: place,
            hint: words.map { "`\($0.rawValue)` for \(meaning[$0] ?? "")" }.joined(separator: ", "),
            proposals: words.map {
                .init("\(left) \($0.rawValue) \(right)", [.init(operation, " \($0.rawValue) ")])
            })
    }

    /// `silent over 3 days ago`.
    static func agoOfLength(_ op: String, _ length: String, at place: SourceLocation) -> Diagnostic {
        make(
            .momentCompared, "`\(op)` wants a length of time here, and this is a moment", at: place,
            hint: "write `\(length)`", proposals: [.init("write `\(length)`", [.init(place.range, length)])])
    }

    /// `created over 30 days`: an age is told in days, a moment by `ago`.
    static func ageOfDate(
        _ type: StaticType, _ op: ComparisonOperator, at place: SourceLocation, operation: SourceRange
    ) -> Diagnostic {
        let word = op == .over ? "before" : "since"
        let words = place.file.slice(place.range)
        return make(
            .incomparable, "\(type.phrase) cannot be compared with a duration by `\(op.rawValue)`", at: place,
            hint: "write `\(word) \(words) ago`",
            proposals: [
                .init(
                    "write `\(word) \(words) ago`",
                    [.init(operation, " \(word) "), .init(SourceRange(place.range.upper, place.range.upper), " ago")])
            ])
    }

    static func neverHolds(_ reason: String, at place: SourceLocation, hint: String? = nil) -> Diagnostic {
        make(.neverHolds, "this holds for no row: \(reason)", at: place, hint: hint)
    }

    static func clockOfPlace(_ field: String, at place: SourceLocation) -> Diagnostic {
        make(
            .clockOfPlace, "`\(field)` is the time of a clock at the place of the scan, which names no zone", at: place,
            hint: "compare it by days: this may be wrong by most of a day")
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

    static func notArithmetic(
        _ left: StaticType, _ op: String, _ right: StaticType, at place: SourceLocation, hint: String? = nil
    ) -> Diagnostic {
        make(.notArithmetic, "`\(op)` cannot be done with \(left.phrase) and \(right.phrase)", at: place, hint: hint)
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
