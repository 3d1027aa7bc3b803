import TMSBase

// What the lexer says, and what the parser says about the spelling of values. The place is added where they are given.
extension SyntaxMessage {
    static func strayMark(_ mark: String, beforeBrace: Bool, _ range: SourceRange) -> SyntaxMessage {
        let hint: String
        var meant: [String] = []
        switch mark {
        case "||":
            hint = "one `|` parts stages; in text put it in quotes"
            meant = ["or", "|"]
        case "&&":
            hint = "put the text in quotes"
            meant = ["and"]
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
            proposals: meant.map { .write($0, at: range) })
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
            proposals: [Proposal("double the backslash", [Diagnostic.Edit(SourceRange(offset, offset), "\\")])])
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
            proposals: [Proposal("write the plain character", [edit], isSafe: true)])
    }

    static func emptyFill(_ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0111", "there is nothing between `{` and `}`", hint: "write `\\{` for a brace",
            proposals: [Proposal("write a brace", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "\\")])])
    }

    static func unexpectedInFill(_ found: String) -> SyntaxMessage {
        SyntaxMessage("E0110", "did not expect \(found) here", hint: "`{ }` in a string holds one value")
    }

    static func bareWordInFill(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        if let sum = spacedSum(word) {
            return SyntaxMessage(
                .warning, code: "W0102", "`{\(word)}` gives the text `\(word)`",
                hint: "to calculate, put a space on both sides of the sign",
                proposals: [.write(sum, at: range)])
        }
        return SyntaxMessage(
            .warning, code: "W0102", "`{\(word)}` gives the text `\(word)`", hint: "a variable is written with `$`",
            proposals: [
                Proposal(
                    "use the variable", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "$")],
                    hint: "a variable is `{$\(word)}`")
            ])
    }

    /// `2000+1` as it is calculated: `2000 + 1`; `nil` where the parts are no numbers.
    private static func spacedSum(_ word: String) -> String? {
        for sign in ["+", "-", "/"] as [Character] {
            let parts = word.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
            if parts.count > 1, parts.allSatisfy(Literals.isNumber) { return parts.joined(separator: " \(sign) ") }
        }
        return nil
    }

    /// `print @1.customer`.
    static func fieldOfShownRow(_ word: String) -> SyntaxMessage {
        let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
        let (row, path) = (parts.first ?? "@1", parts.last ?? "number")
        return SyntaxMessage(
            .warning, code: "W0103", "`\(word)` is plain text: a row gets a name before its fields are read",
            hint: "`let p = \(row)`, then `$p.\(path)`")
    }

    static func gluedValues(_ run: String, meant: String?, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0106", "`\(run)` runs values together", hint: "put a space between them",
            proposals: meant.map {
                [Proposal("write it apart", [Diagnostic.Edit(range, $0)], hint: "write `\($0)`")]
            } ?? [])
    }

    static func signNeedsSpaces(_ sign: BinaryOperator, before: Int?, after: Int?) -> SyntaxMessage {
        let edits = [before, after].compactMap { $0 }.map { Diagnostic.Edit(SourceRange($0, $0), " ") }
        return SyntaxMessage(
            "E0106", "`\(sign.rawValue)` between values needs a space on both sides",
            proposals: [Proposal(edits.count > 1 ? "add the spaces" : "add a space", edits)])
    }

    static func rangeNeedsSpaces(_ low: String, _ high: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0106", "`..` needs a space on both sides",
            proposals: [
                Proposal(
                    "add the spaces", [Diagnostic.Edit(range, "\(low) .. \(high)")], isSafe: true,
                    hint: "write `\(low) .. \(high)`")
            ])
    }

    static func commentWithoutSpace(_ mark: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0105", "a comment needs a space after `#`", hint: "`#word` is a word, as in `order #1234`",
            proposals: [
                Proposal(
                    "add the space", [Diagnostic.Edit(SourceRange(mark.upper, mark.upper), " ")], isSafe: true)
            ])
    }

    /// `#1001` at the start of a line.
    static func orderAlone(_ word: String, _ list: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0105", "`\(word)` alone is neither a comment nor a command", hint: "a comment has a space after `#`",
            proposals: [.write("\(list) orders \"\(word)\"", at: range)])
    }

    /// `"RB555666772CN"` alone on a line.
    static func numberWrittenBack(_ number: String, _ show: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            .warning, code: "W0104", "this line only writes the text back",
            proposals: [
                Proposal(
                    "look it up", [Diagnostic.Edit(range, "\(show) \(number)")],
                    hint: "to look it up write `\(show) \(number)`")
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
            "E0115", "`\(number)\(unit)` is not a duration",
            proposals: [
                Proposal("add the space", [Diagnostic.Edit(range, text)], isSafe: true, hint: "write `\(text)`")
            ])
    }

    static func loneM(_ range: SourceRange) -> SyntaxMessage { ambiguousMinutes("m", [("min", range)]) }

    private static func ambiguousMinutes(_ shown: String, _ edits: [(String, SourceRange)]) -> SyntaxMessage {
        SyntaxMessage(
            "E0116", "`\(shown)` could be minutes or months", hint: "min or months?",
            notes: ["minutes are `min`; a month has no fixed length, so write days"],
            proposals: [Proposal("minutes", edits.map { Diagnostic.Edit($0.1, $0.0) })])
    }

    static func inexactUnit(_ unit: String) -> SyntaxMessage {
        let days = unit.hasPrefix("y") ? "365 days" : "30 days"
        return SyntaxMessage(
            "E0116", "a \(unit.hasPrefix("y") ? "year" : "month") has no fixed length", hint: "write `\(days)`")
    }

    static func durationWithoutUnit(_ number: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0115", "`\(number)` needs a unit", hint: "as in `\(number) days`",
            proposals: [Proposal("days", [Diagnostic.Edit(SourceRange(range.upper, range.upper), " days")])])
    }

    static func misspeltUnit(_ word: String, _ unit: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0115", "there is no unit `\(word)`", proposals: [.meant(unit, at: range)])
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
        let isYear = word.lowercased() == "year"
        return SyntaxMessage(
            "E0115", "`\(word)` is not a duration", hint: "as in `14 days`",
            notes: isYear
                ? ["365 days are counted back from now; a calendar year is written `2026-01-01 .. 2026-12-31`"] : [],
            proposals: days.map {
                [
                    Proposal(
                        "write the days", [Diagnostic.Edit(range, $0)],
                        hint: isYear
                            ? "is a calendar year meant, or the time since this day a year ago?" : "write `\($0)`")
                ]
            } ?? [])
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
            "E0114", message, hint: "as in `2026-03-05`",
            proposals: readings.map {
                Proposal($0.reading, [Diagnostic.Edit(range, $0.iso)], hint: options.joined(separator: " or "))
            })
    }

    static func noSuchDay(_ word: String) -> SyntaxMessage {
        // The reader of dates knows which part of it there is not.
        do {
            _ = try WrittenDate.read(word)
        } catch {
            if let reason = error.cause.split(separator: ": ").last, reason.hasPrefix("there is no") {
                return SyntaxMessage("E0126", String(reason))
            }
        }
        return SyntaxMessage("E0126", "there is no such day as `\(word)`")
    }

    static func noSuchTime(_ word: String) -> SyntaxMessage {
        SyntaxMessage("E0126", "there is no such time as `\(word)`")
    }

    /// `20260221` and `2026/02/21` have one reading.
    static func notADate(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        let day = WrittenDate(word).flatMap { $0.secondOfDay == nil ? $0.day.text : nil }
        return SyntaxMessage(
            "E0126", "`\(word)` is not a date", hint: "as in `2026-03-05`, `today`, `3 days ago`",
            proposals: day.map { [.write($0, at: range)] } ?? [])
    }

    static func durationAsDate(_ text: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0126", "`\(text)` is a duration, not a date", hint: "a range or a day",
            proposals: [
                Proposal(
                    "a range", [Diagnostic.Edit(SourceRange(range.lower, range.lower), "last ")],
                    hint: "`last \(text)` or `\(text) ago`"),
                Proposal("a day", [Diagnostic.Edit(SourceRange(range.upper, range.upper), " ago")]),
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
