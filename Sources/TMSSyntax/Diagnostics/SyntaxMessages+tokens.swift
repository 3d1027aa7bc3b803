// What the lexer says, and what the parser says about the spelling of values. The place is added where they are given.
extension SyntaxMessage {
    static func strayMark(_ mark: String, beforeBrace: Bool, _ range: SourceRange) -> SyntaxMessage {
        let hint: String
        var meant: String?
        switch mark {
        case "||":
            hint = "write `or`"
            meant = "or"
        case "&&":
            hint = "write `and`, or put the text in quotes"
            meant = "and"
        case "&": hint = "write `and`, or put the text in quotes"
        case "!": hint = "write `not`, or put the text in quotes"
        case "$": hint = beforeBrace ? "write `$name` without braces" : "a variable is `$` and a name"
        case "\\": hint = "a line goes on after `|` or `,`; in text put it in quotes"
        case "~": hint = "put the path in quotes"
        default: hint = "put the text in quotes"
        }
        let shown = mark.unicodeScalars.allSatisfy { $0.value < 0x20 } ? "this control character" : "`\(mark)`"
        return SyntaxMessage(
            "E0101", "\(shown) has no meaning outside quotes", hint: hint,
            fixIts: meant.map { [Diagnostic.FixIt("write `\($0)`", [Diagnostic.Edit(range, $0)])] } ?? [])
    }

    static func openString(isFilling: Bool) -> SyntaxMessage {
        isFilling
            ? SyntaxMessage(
                "E0102", "this string, or a `{` in it, is not closed on its line",
                hint: "close it with `\"`; write `\\{` for a brace")
            : SyntaxMessage("E0102", "this string is not closed on its line", hint: "add the closing quote")
    }

    static func unknownEscape(_ mark: String, _ offset: Int) -> SyntaxMessage {
        SyntaxMessage(
            "E0103", "`\\\(mark)` is no escape", hint: "write `\\\\`, or use '…' where nothing is escaped",
            fixIts: [Diagnostic.FixIt("double the backslash", [Diagnostic.Edit(SourceRange(offset, offset), "\\")])])
    }

    static var badCodePoint: SyntaxMessage {
        SyntaxMessage("E0103", "`\\u` needs a character's number", hint: "as in `\\u{20AC}`")
    }

    static func pastedMark(_ mark: String, meant: String, edit: Diagnostic.Edit) -> SyntaxMessage {
        let name =
            meant == " " ? "a space of another kind" : meant.isEmpty ? "an invisible character" : "`\(mark)`"
        let reading = meant == " " ? "a space" : meant.isEmpty ? "nothing" : "`\(meant)`"
        return SyntaxMessage(
            .warning, code: "W0101", "\(name) is read as \(reading)", hint: "pasted from elsewhere",
            fixIts: [Diagnostic.FixIt("write the plain character", [edit], isSafe: true)])
    }

    static func emptyFill(_ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0111", "there is nothing between `{` and `}`", hint: "write `\\{` for a brace",
            fixIts: [Diagnostic.FixIt("write a brace", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "\\")])])
    }

    static func unexpectedInFill(_ found: String) -> SyntaxMessage {
        SyntaxMessage("E0110", "did not expect \(found) here", hint: "`{ }` in a string holds one value")
    }

    static func bareWordInFill(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            .warning, code: "W0102", "`{\(word)}` gives the text `\(word)`", hint: "a variable is `{$\(word)}`",
            fixIts: [
                Diagnostic.FixIt("use the variable", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "$")])
            ])
    }

    static func gluedValues(_ run: String, meant: String?, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0106", "`\(run)` runs values together", hint: meant.map { "write `\($0)`" } ?? "put a space between them",
            fixIts: meant.map { [Diagnostic.FixIt("write it apart", [Diagnostic.Edit(range, $0)])] } ?? [])
    }

    static func signNeedsSpaces(_ sign: BinaryOperator, before: Int?, after: Int?) -> SyntaxMessage {
        let edits = [before, after].compactMap { $0 }.map { Diagnostic.Edit(SourceRange($0, $0), " ") }
        return SyntaxMessage(
            "E0106", "`\(sign.rawValue)` between values needs a space on both sides",
            fixIts: [Diagnostic.FixIt(edits.count > 1 ? "add the spaces" : "add a space", edits)])
    }

    static func rangeNeedsSpaces(_ low: String, _ high: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0106", "`..` needs a space on both sides", hint: "write `\(low) .. \(high)`",
            fixIts: [Diagnostic.FixIt("add the spaces", [Diagnostic.Edit(range, "\(low) .. \(high)")], isSafe: true)])
    }

    static func commentWithoutSpace(_ mark: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0105", "a comment needs a space after `#`", hint: "`#word` is a word, as in `order #1234`",
            fixIts: [
                Diagnostic.FixIt(
                    "add the space", [Diagnostic.Edit(SourceRange(mark.upper, mark.upper), " ")], isSafe: true)
            ])
    }

    static func tooDeep(_ limit: Int) -> SyntaxMessage {
        SyntaxMessage(
            "E0104", "this is nested too deeply", hint: "at most \(limit) levels",
            notes: ["give a part of it a name with `let`"])
    }

    static func gluedDuration(_ number: String, _ unit: String, _ range: SourceRange) -> SyntaxMessage {
        if unit == "m" { return ambiguousMinutes("\(number)m", [("\(number) min", range)]) }
        guard let known = Literals.unit(unit) else { return inexactUnit(unit) }
        let text = "\(number) \(number == "1" ? known.singular : known.rawValue)"
        return SyntaxMessage(
            "E0115", "`\(number)\(unit)` is not a duration", hint: "write `\(text)`",
            fixIts: [Diagnostic.FixIt("add the space", [Diagnostic.Edit(range, text)], isSafe: true)])
    }

    static func loneM(_ range: SourceRange) -> SyntaxMessage { ambiguousMinutes("m", [("min", range)]) }

    private static func ambiguousMinutes(_ shown: String, _ edits: [(String, SourceRange)]) -> SyntaxMessage {
        SyntaxMessage(
            "E0116", "`\(shown)` could be minutes or months", hint: "min or months?",
            notes: ["minutes are `min`; a month has no fixed length, so write days"],
            fixIts: [Diagnostic.FixIt("minutes", edits.map { Diagnostic.Edit($0.1, $0.0) })])
    }

    static func inexactUnit(_ unit: String) -> SyntaxMessage {
        let days = unit.hasPrefix("y") ? "365 days" : "30 days"
        return SyntaxMessage(
            "E0116", "a \(unit.hasPrefix("y") ? "year" : "month") has no fixed length", hint: "write `\(days)`")
    }

    static func durationWithoutUnit(_ number: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0115", "`\(number)` needs a unit", hint: "as in `\(number) days`",
            fixIts: [Diagnostic.FixIt("days", [Diagnostic.Edit(SourceRange(range.upper, range.upper), " days")])])
    }

    static func misspeltUnit(_ word: String, _ unit: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0115", "there is no unit `\(word)`", hint: "did you mean `\(unit)`?",
            fixIts: [Diagnostic.FixIt("write `\(unit)`", [Diagnostic.Edit(range, unit)])])
    }

    static func notADuration(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        let days: String? =
            switch word.lowercased() {
            case "day": "1 day"
            case "week": "7 days"
            case "month": "30 days"
            case "year": "365 days"
            default: nil
            }
        return SyntaxMessage(
            "E0115", "`\(word)` is not a duration", hint: "write `\(days ?? "14 days")`",
            fixIts: days.map { [Diagnostic.FixIt("write the days", [Diagnostic.Edit(range, $0)])] } ?? [])
    }

    static func ambiguousDate(
        _ word: String, _ readings: [(iso: String, reading: String)], _ range: SourceRange
    ) -> SyntaxMessage {
        let options = readings.map { "\($0.iso) (\($0.reading))" }
        let message =
            readings.count > 1
            ? "`\(word)` can be read in more than one way"
            : readings.isEmpty ? "there is no such day as `\(word)`" : "`\(word)` is not written year-month-day"
        return SyntaxMessage(
            "E0114", message, hint: options.isEmpty ? "as in `2026-03-05`" : options.joined(separator: " or "),
            fixIts: readings.map { Diagnostic.FixIt($0.reading, [Diagnostic.Edit(range, $0.iso)]) })
    }

    static func noSuchDay(_ word: String) -> SyntaxMessage {
        SyntaxMessage("E0126", "there is no such day as `\(word)`")
    }

    static func noSuchTime(_ word: String) -> SyntaxMessage {
        SyntaxMessage("E0126", "there is no such time as `\(word)`")
    }

    static func notADate(_ word: String) -> SyntaxMessage {
        SyntaxMessage("E0126", "`\(word)` is not a date", hint: "as in `2026-03-05`, `today`, `3 days ago`")
    }

    static func durationAsDate(_ text: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0126", "`\(text)` is a duration, not a date", hint: "`last \(text)` or `\(text) ago`",
            fixIts: [
                Diagnostic.FixIt("a range", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "last ")]),
                Diagnostic.FixIt("a day", [Diagnostic.Edit(SourceRange(range.upper, range.upper), " ago")]),
            ])
    }
}

extension DurationUnit {
    var singular: String {
        switch self {
        case .days: "day"
        case .weeks: "week"
        default: rawValue
        }
    }
}
