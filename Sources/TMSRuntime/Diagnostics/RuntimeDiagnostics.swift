import TMSSyntax

// Every mistake the machine itself can meet, in the order of its code. What verbs and files refuse comes with the
// answer to an effect and has its own codes.

extension Fault {
    static func notANumber(_ value: String, _ operation: String) -> Fault {
        Fault("E0301", "`\(operation)` needs a number, and this is \(value)", hint: "number(…) reads one from text")
    }

    static func cannotCombine(_ left: String, _ operation: String, _ right: String) -> Fault {
        Fault("E0302", "`\(operation)` cannot join \(left) with \(right)", hint: "make both of one kind")
    }

    static func overflow(_ operation: String) -> Fault {
        Fault(
            "E0303", "the result of `\(operation)` is too large for a number", hint: "numbers reach 9223372036854775807"
        )
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

    static func argumentCount(_ name: String, wanted: String, given: Int) -> Fault {
        Fault("E0310", "`\(name)` takes \(wanted), and \(given) were given", hint: "see how it is defined")
    }

    static func tooDeep(_ depth: Int) -> Fault {
        Fault(
            "E0311", "definitions call each other more than \(depth) deep",
            hint: "a definition that calls itself needs a case where it stops", kind: "limit")
    }

    static let tooNested = Fault(
        "E0312", "lists lie more than \(deepestNesting) deep in each other", hint: "keep the rows in one list",
        kind: "limit")

    static let tooHeavy = Fault(
        "E0325", "a list or record would hold more than \(heaviest / 1_000_000) million values",
        hint: "keep the rows in one list, and each of them once", kind: "limit")

    static let textTooLong = Fault(
        "E0313", "the text would be longer than 64 MB", hint: "write it in pieces: print, or save", kind: "limit")

    static func rangeTooLong(_ count: Int) -> Fault {
        Fault(
            "E0314", "a list of \(count) numbers is too long to keep",
            hint: "write the range in the for: for n in a .. b { … }", kind: "limit")
    }

    static func badPattern(_ pattern: String, _ reason: String) -> Fault {
        Fault("E0315", "`\(pattern)` is no pattern: \(reason)", hint: "put \\ before a mark that stands for itself")
    }

    /// - Parameter place: `` `via` ``, or what the verb is about: "the tracking number".
    static func emptyArgument(_ place: String, at range: SourceRange, clears: Bool = false) -> Fault {
        Fault(
            "E0316", "there is no value for \(place)",
            hint: clears
                ? "only `\"\"` written out clears a field" : "an empty value would ask for everything; give one",
            kind: "usage", status: 1, range: range)
    }

    static func notADuration(_ value: String) -> Fault {
        Fault("E0317", "a duration is needed, and this is \(value)", hint: "say the unit: 14 days, 36 h, 90 min")
    }

    static func notADate(_ value: String) -> Fault {
        Fault(
            "E0318", "a date is needed, and this is \(value)",
            hint: "write it as 2026-03-05, or today, monday, 3 days ago")
    }

    static func notRows(_ value: String, _ stage: String) -> Fault {
        Fault(
            "E0319", "`\(stage)` needs records, and this row is \(value)", hint: "a record is written [name: value, …]")
    }

    static func badCount(_ value: String, _ stage: String) -> Fault {
        Fault("E0320", "`\(stage)` needs a number of rows, and this is \(value)", hint: "as in: \(stage) 20")
    }

    static func missingParameter(_ name: String) -> Fault {
        Fault(
            "E0321", "`\(name)` has no value", hint: "give it when the script is started: \(name)=…", kind: "usage",
            status: 2)
    }

    static func unknownName(_ name: String) -> Fault {
        Fault("E0322", "there is no `\(name)`", hint: "declare it first: let \(name) = …", kind: "usage", status: 2)
    }

    static func noSuchRow(_ number: Int, of count: Int) -> Fault {
        Fault(
            "E0323",
            count == 0
                ? "there are no rows to take @\(number) from"
                : "there is no row @\(number); the last answer had \(count)",
            hint: "rows count from @1", kind: "usage")
    }

    static func wrongParameter(_ name: String, _ wanted: String, _ value: String) -> Fault {
        Fault("E0324", "`\(name)` asks for \(wanted), and this is \(value)")
    }

    static func failed(_ message: String) -> Fault {
        Fault("E0330", message, kind: "fail")
    }

    /// - Parameter values: what the condition compared: "`$p.via` is "dhl"".
    static func expectation(_ message: String, values: [String]) -> Fault {
        Fault("E0331", message, kind: "expectation", status: 4, notes: values)
    }

    static func partial(_ failures: Int, status: Int) -> Fault {
        Fault(
            "E0332", failures == 1 ? "1 row failed" : "\(failures) rows failed",
            hint: failures > mostFailuresKept
                ? "$failures holds the first \(mostFailuresKept); --failures failed.csv keeps all"
                : "$failures holds them; `try for … otherwise …` goes on", kind: "partial", status: status)
    }

    static func hopeless(_ failures: Int, status: Int) -> Fault {
        Fault(
            "E0333", "the first \(failures) rows all failed, so the rest was not tried",
            hint: "see what the first of them says", kind: "partial", status: status, isFatal: true)
    }

    static let interrupted = Fault("E0340", "stopped", kind: "cancelled", status: 7, isFatal: true)

    static func tooManySteps(_ steps: Int) -> Fault {
        Fault(
            "E0341", "stopped after \(steps) steps", hint: "does a loop never end?", kind: "limit", status: 5,
            isFatal: true)
    }

    static func strayAnswer(_ effect: String) -> Fault {
        Fault(
            "E0350", "\(effect) was answered in a way that does not fit", hint: "this is a mistake in tms",
            kind: "internal")
    }
}
