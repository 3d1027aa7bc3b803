import TMSBase
import TMSSyntax

// Every mistake the machine itself can meet, in the order of its code. What verbs and files refuse comes with the
// answer to an effect and has its own codes.

extension Fault {
    ///
    /// - Parameter remedy: what makes a number of it, where something does.
    static func notANumber(_ value: String, _ operation: String, remedy: String? = nil) -> Fault {
        let hint =
            operation == "+" ? #"to join texts write "{…}{…}""# : "it is calculated with digits alone, as in 12.5"
        return Fault("E0301", "`\(operation)` needs a number, and this is \(value)", hint: remedy ?? hint)
    }

    /// A text of digits that would not print back.
    static func lossyNumber(_ value: String, _ operation: String) -> Fault {
        Fault(
            "E0327", "`\(operation)` would lose digits of \(value)",
            hint: operation == "+"
                ? #"it is an identifier; to join texts write "{…}{…}""# : "it is an identifier; keep it as text")
    }

    /// - Parameter joins: whether one side is text, so that joining may have been meant.
    static func cannotCombine(_ left: String, _ operation: String, _ right: String, joins: Bool = false) -> Fault {
        Fault(
            "E0302", "`\(operation)` cannot join \(left) with \(right)",
            hint: joins ? #"to join texts write "{…}{…}""# : "make both of one kind")
    }

    /// - Parameter kind: what the result would be: "a number", "a duration".
    static func overflow(_ operation: String, _ kind: String = "a number") -> Fault {
        let most = kind == "a duration" ? "durations reach \(Int.max / 86_400) days" : "numbers reach \(Int.max)"
        return Fault("E0303", "the result of `\(operation)` is too large for \(kind)", hint: most)
    }

    static let divisionByZero = Fault("E0304", "division by zero", hint: "test the divisor first: if $n is not 0 { … }")

    static func cannotCompare(_ left: String, _ operation: String, _ right: String, hint: String?) -> Fault {
        Fault(
            "E0305", "`\(operation)` cannot compare \(left) with \(right)",
            hint: hint ?? "it compares numbers, durations and dates; `is` compares text")
    }

    static func notACondition(_ value: String) -> Fault {
        Fault("E0306", "a condition is true or false, and this is \(value)", hint: "compare it: … is not empty")
    }

    static func noFields(_ value: String, _ name: String) -> Fault {
        Fault("E0307", "\(value) has no field `\(name)`", hint: "only a record has fields")
    }

    static func fieldOfList(_ name: String) -> Fault {
        Fault(
            "E0307", "a list has no field `\(name)`, its rows may",
            hint: "take one row, as in $rows[0].\(name), or go through them: for p in $rows { … }")
    }

    static func badIndex(_ value: String, into container: String) -> Fault {
        Fault(
            "E0308", "\(container) has no place \(value)", hint: "a list takes a number from 0, a record a field's name"
        )
    }

    static func badArgument(_ function: String, _ wanted: String, _ value: String) -> Fault {
        Fault("E0309", "`\(function)` needs \(wanted), and this is \(value)", hint: "see: help \(function)")
    }

    static func badPattern(_ pattern: String, _ reason: UnreadableText) -> Fault {
        Fault("E0342", "the pattern \(pattern) \(reason.cause)", hint: reason.remedy ?? "see: help format")
    }

    static func noSuchLanguage(_ name: String) -> Fault {
        Fault("E0343", "no dates are written in \(name)", hint: "the language is \(SpokenLanguage.choice)")
    }

    static func argumentCount(_ name: String, wanted: String, given: Int) -> Fault {
        Fault("E0310", "`\(name)` takes \(wanted), and \(given) were given", hint: "see how it is defined")
    }

    static func tooDeep(_ depth: Int) -> Fault {
        Fault(
            "E0311", "definitions call each other more than \(depth) deep",
            hint: "a definition that calls itself needs a case where it stops", kind: .limit)
    }

    static let tooNested = Fault(
        "E0312", "lists lie more than \(deepestNesting) deep in each other", hint: "keep the rows in one list",
        kind: .limit)

    static let tooHeavy = Fault(
        "E0325", "a list or record would hold more than \(heaviest / 1_000_000) million values",
        hint: "keep the rows in one list, and each of them once", kind: .limit)

    static let listTooLong = Fault(
        "E0325", "the list would have more than \(longestList / 1_000_000) million items",
        hint: "keep the rows in a file: save, then open", kind: .limit)

    static let textTooLong = Fault(
        "E0313", "the text would be longer than 64 MB", hint: "write it in pieces: print, or save", kind: .limit)

    static func rangeTooLong(_ count: Int) -> Fault {
        Fault(
            "E0314", "a list of \(count) numbers is too long to keep",
            hint: "write the range in the for: for n in a .. b { … }", kind: .limit)
    }

    static func badPattern(_ pattern: String, _ reason: String) -> Fault {
        Fault("E0315", "`\(pattern)` is no pattern: \(reason)", hint: "put \\ before a mark that stands for itself")
    }

    /// - Parameter place: `` `via` ``, or what the verb is about: "the tracking number".
    static func emptyArgument(_ place: String, at range: SourceRange, clears: Bool = false) -> Fault {
        Fault(
            "E0316", "there is no value for \(place)",
            hint: clears
                ? "only `\"\"` written out clears a field"
                : "an empty value never means everything; give one, or test it first: `is empty`",
            kind: .usage, status: .failed, range: range)
    }

    static func notADuration(_ value: String) -> Fault {
        Fault("E0317", "a duration is needed, and this is \(value)", hint: "say the unit: 14 days, 36 h, 90 min")
    }

    static func notADate(_ value: String, _ reason: UnreadableText? = nil) -> Fault {
        // What is nothing like a date is told so once.
        let cause = reason.map { $0.cause == "is not a date" ? "" : ": it \($0.cause)" } ?? ""
        var hint = cause.isEmpty ? nil : reason?.remedy
        if let remedy = hint, (reason?.readings.count ?? 0) > 1 {
            hint = "\(remedy); for a cell of a file say `dates dmy` or `dates mdy` behind its name"
        }
        return Fault(
            "E0318", "a date is needed, and this is \(value)\(cause)",
            hint: hint ?? "write it as 2026-03-05, or today, monday, 3 days ago")
    }

    static func outsideCalendar(_ operation: String) -> Fault {
        Fault(
            "E0326", "the result of `\(operation)` lies outside the calendar",
            hint: "dates reach from 0001-01-01 to 9999-12-31")
    }

    static func notRows(_ value: String, _ stage: String) -> Fault {
        Fault(
            "E0319", "`\(stage)` needs records, and this row is \(value)", hint: "a record is written [name: value, …]")
    }

    static func badCount(_ value: String, _ stage: String) -> Fault {
        Fault("E0320", "`\(stage)` needs a number of rows, and this is \(value)", hint: "as in: \(stage) 20")
    }

    static func unknownField(_ name: String, of schema: Schema) -> Fault {
        let names = schema.fields.flatMap { [$0.name, $0.wireName ?? $0.name] }
        return Fault(
            "E0334", "\(schema.article) has no field `\(name)`",
            hint: Suggestions.nearest(name, in: names).map { "did you mean `\($0)`?" }
                ?? "`$row[\"\(name)\"]` asks for what the service may send")
    }

    static func fieldLeftOut(_ name: String, by stage: String, keeping keys: [String]) -> Fault {
        let left = keys.prefix(6).map { "`\($0)`" }.joined(separator: ", ") + (keys.count > 6 ? " …" : "")
        return Fault(
            "E0335", "this row has no `\(name)`: `\(stage)` has left it out",
            hint: stage == "show"
                ? "it has \(left); name `\(name)` in the `show` too" : "ask for it before the `\(stage)`")
    }

    static func noFieldToJoin(_ name: String) -> Fault {
        Fault(
            "E0336", "no row that is to be joined has a field `\(name)`",
            hint: "both sides need it; `rename` gives a field another name")
    }

    static func unmetCondition(_ name: String) -> Fault {
        Fault(
            "E0337", "these rows were chosen by `\(name)`, and none of them has such a field",
            hint: "nothing was sent; name a field that the rows have")
    }

    static func momentCompared(_ moment: String, _ operation: String) -> Fault {
        Fault(
            "E0338", "`\(operation)` wants a length of time or a number, and \(moment) is a moment",
            hint: "`before` is older than that, `since` is newer")
    }

    static func missingParameter(_ name: String) -> Fault {
        Fault(
            "E0321", "`\(name)` has no value", hint: "give it when the script is started: \(name)=…", kind: .usage,
            status: .usage)
    }

    static func unknownName(_ name: String) -> Fault {
        Fault("E0322", "there is no `\(name)`", hint: "declare it first: let \(name) = …", kind: .usage, status: .usage)
    }

    static func noSuchRow(_ number: Int, of count: Int) -> Fault {
        Fault(
            "E0323",
            count == 0
                ? "there are no rows to take @\(number) from"
                : "there is no row @\(number); the last answer had \(count)",
            hint: "rows count from @1", kind: .usage)
    }

    static func wrongParameter(
        _ name: String, _ wanted: String, _ value: String, _ reason: UnreadableText? = nil
    ) -> Fault {
        let isTold = reason.map { !$0.cause.contains(": ") } ?? true
        return Fault(
            "E0324",
            "`\(name)` asks for \(wanted), and this is \(value)\(isTold ? "" : ", which \(reason?.cause ?? "")")",
            hint: reason?.remedy)
    }

    static let tooLargeToCompile = Fault(
        "E0328", "the script is too large to compile", hint: "put part of it into a script of its own", kind: .limit,
        status: .usage, isFatal: true)

    static func failed(_ message: String) -> Fault {
        Fault("E0330", message, kind: .fail)
    }

    /// - Parameter values: what the condition compared: "`$p.via` is "dhl"".
    static func expectation(_ message: String, values: [String]) -> Fault {
        Fault("E0331", message, kind: .expectation, status: .expectation, notes: values)
    }

    static func partial(_ failures: Int, status: ExitStatus) -> Fault {
        Fault(
            "E0332", failures == 1 ? "1 row failed" : "\(failures) rows failed",
            hint: failures > mostFailuresKept
                ? "$failures holds the first \(mostFailuresKept); --failures failed.csv keeps all"
                : "$failures holds them; `try for … otherwise …` goes on", kind: .partial, status: status)
    }

    static func hopeless(_ failures: Int, status: ExitStatus) -> Fault {
        Fault(
            "E0333", "the first \(failures) rows all failed, so the rest was not tried",
            hint: "see what the first of them says", kind: .partial, status: status, isFatal: true)
    }

    static let interrupted = Fault("E0340", "stopped", kind: .cancelled, status: .cancelled, isFatal: true)

    static func tooManySteps(_ steps: Int) -> Fault {
        Fault(
            "E0341", "stopped after \(steps) steps", hint: "does a loop never end?", kind: .limit, status: .temporary,
            isFatal: true)
    }

    static func strayAnswer(_ effect: String) -> Fault {
        Fault(
            "E0350", "\(effect) was answered in a way that does not fit", hint: "this is a mistake in tms",
            kind: .internal)
    }
}

extension Diagnostic {
    static func noRowHas(_ name: String, rows: Int, at place: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .note, "N0334", rows == 1 ? "the row has no field `\(name)`" : "none of \(rows) rows has a field `\(name)`",
            at: place,
            hint: "it read as empty")
    }

    static func rowsLack(_ name: String, rows: Int, at place: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .note, "N0335", rows == 1 ? "1 row has no field `\(name)`" : "\(rows) rows have no field `\(name)`",
            at: place,
            hint: "there it read as empty")
    }
}

extension Schema {
    /// "a parcel", "an account"; the answer of a write has no name that people know.
    fileprivate var article: String {
        if name.contains(where: \.isUppercase) { return "this answer" }
        return ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name
    }
}
