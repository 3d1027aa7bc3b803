import TMSBase
import TMSSyntax

// A value beside its label: its kind, and a literal's words.
extension Checker {
    mutating func checkValue(_ value: ExpressionSyntax, as kind: ValueKind, for label: String) {
        checkValue(value, as: kind, for: label, type: check(value))
    }

    /// `type`: what `check` has already said of the value.
    mutating func checkValue(
        _ value: ExpressionSyntax, as kind: ValueKind, for label: String, type: StaticType, takesList: Bool = false
    ) {
        let bare = value.unparenthesized
        if let literal = bare.literalText { return checkLiteral(literal, bare, as: kind, for: label) }
        if takesList, case .list(let items) = bare.kind {
            for item in items where item.literalText != nil {
                checkLiteral(item.literalText ?? "", item.unparenthesized, as: kind, for: label)
            }
            return
        }
        if case .empty = bare.kind, kind != .any {
            return report(CheckDiagnostics.emptyValue(label, at: place(value.range)))
        }
        guard kind.refuses(type, takesList: takesList) else { return }
        report(CheckDiagnostics.wrongKind(label, wants: kind.phrase, got: type.phrase, at: place(value.range)))
    }

    private mutating func checkLiteral(_ text: String, _ value: ExpressionSyntax, as kind: ValueKind, for label: String)
    {
        func wrong(_ hint: String?) -> Diagnostic {
            let got = value.isNumberLiteral ? "a number" : "text"
            return CheckDiagnostics.wrongKind(label, wants: kind.phrase, got: got, at: place(value.range), hint: hint)
        }
        switch kind.form {
        case .any, .text: break
        case .number: if !text.readsAsNumber { report(wrong(nil)) }
        case .boolean: if (try? WrittenBoolean.read(text)) == nil { report(wrong("write `true` or `false`")) }
        case .date where !text.standsForDate && value.isNumberLiteral,
            .dateRange where !text.standsForDate && value.isNumberLiteral:
            report(wrong("write `2026-03-05`, `today` or `3 days ago`"))
        case .duration:
            if value.isNumberLiteral {
                reportUnitMissing(text, at: value.range)
            } else if !text.readsAsDuration {
                report(wrong("write `14 days` or `36 h`"))
            }
        case .record:
            if case .string = value.kind { break }
            report(wrong("write `[country: jp]`"))
        case .list: report(wrong("write `[1, 2]`"))
        case .choice(let words):
            if !words.contains(text.lowercased()) && !words.contains(text) {
                report(CheckDiagnostics.notAChoice(text, label, words, at: place(value.range)))
            }
        case .code, .identifier, .date, .dateRange:
            validate(text, as: kind, at: value, otherwiseField: false)
        }
    }

    /// Asks the world whether a word is a carrier, a country, a number that can be.
    mutating func validate(_ text: String, as kind: ValueKind, at value: ExpressionSyntax, otherwiseField: Bool) {
        var isWord = false
        if case .word = value.unparenthesized.kind { isWord = true }
        guard
            case .invalid(let message, let suggestion, let remedy) = literals.verdict(
                on: text, as: kind, isWord: isWord)
        else { return }
        // `to is United States`: the parser has asked for quotes at the second word.
        if case .word = value.kind, log.hasParserError(justAfter: value.range) { return }
        if otherwiseField, case .word(let word) = value.kind, let row = row?.row, row.has(word) {
            return report(CheckDiagnostics.wordIsField(word, at: place(value.range)))
        }
        let otherWord = kind == .status ? vocabulary.otherWords.statuses[text.lowercased()] : nil
        report(
            CheckDiagnostics.unknownWord(
                message, at: place(value.range), suggestion: otherWord ?? suggestion,
                remedy: remedy ?? kind.remedy, besides: remedy))
    }

    mutating func reportUnitMissing(_ number: String, at range: SourceRange) {
        // `10 dyas`: the parser has named the unit that was meant.
        if !log.hasParserError(justAfter: range) { report(CheckDiagnostics.unitMissing(number, at: place(range))) }
    }

    mutating func checkRange(_ range: DateRangeSyntax) {
        switch range.kind {
        case .last(let duration): checkValue(duration, as: .duration, for: "last")
        case .since(let date), .before(let date), .after(let date), .on(let date):
            checkValue(date, as: .date, for: "a range of dates")
        case .between(let from, let to):
            checkValue(from, as: .date, for: "a range of dates")
            checkValue(to, as: .date, for: "a range of dates")
        case .period: break
        }
    }
}

extension ValueKind {
    /// Whether a value of this kind certainly cannot stand here.
    fileprivate func refuses(_ type: StaticType, takesList: Bool) -> Bool {
        if self == .parcel, type.isCompound { return false }
        return switch (form, type) {
        case (.any, _), (_, .unknown), (_, .empty): false
        case (_, .list) where takesList: false
        case (.list, .list): false
        case (.record, .record), (.record, .oneOrMany), (.record, .text): false
        case (.record, _), (.list, _): true
        case (_, .list), (_, .record), (_, .oneOrMany): true
        case (.number, .text), (.date, .text), (.duration, .text), (.dateRange, .text), (.boolean, .text): false
        case (.number, .number), (.date, .date), (.duration, .duration), (.dateRange, .date), (.boolean, .boolean):
            false
        case (.number, _), (.date, _), (.duration, _), (.dateRange, _), (.boolean, _): true
        case (.text, _): false
        case (_, .boolean), (_, .date), (_, .duration): true
        default: false
        }
    }
}
