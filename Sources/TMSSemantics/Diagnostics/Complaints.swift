import TMSSyntax

/// What the checker says, each message once.
enum Complaints {
    static func make(
        _ code: CheckCode, _ message: String, at place: SourceLocation, hint: String? = nil,
        labels: [Diagnostic.Label] = [], notes: [String] = [], fixIts: [Diagnostic.FixIt] = []
    ) -> Diagnostic {
        Diagnostic(
            code.rawValue.first == "W" ? .warning : .error, code.rawValue, message, at: place, hint: hint,
            labels: labels, notes: notes, fixIts: fixIts)
    }

    /// A name nobody knows, with the nearest one as its fix-it.
    private static func unknown(
        _ code: CheckCode, _ message: String, at place: SourceLocation, nearest: String?, prefix: String = "",
        otherwise hint: String? = nil
    ) -> Diagnostic {
        guard let nearest else { return make(code, message, at: place, hint: hint) }
        let replacement = prefix + nearest
        return make(
            code, message, at: place, hint: "did you mean `\(replacement)`?",
            fixIts: [.init("write `\(replacement)`", [.init(place.range, replacement)])])
    }
}

// MARK: - Names

extension Complaints {
    static func unknownVariable(_ name: String, at place: SourceLocation, nearest: String?) -> Diagnostic {
        unknown(
            .unknownVariable, "there is no variable `$\(name)`", at: place, nearest: nearest, prefix: "$",
            otherwise: "`let \(name) = …` makes one")
    }

    static func variableTooEarly(_ name: String, at place: SourceLocation, declared: SourceRange) -> Diagnostic {
        make(
            .unknownVariable, "`$\(name)` has no value yet here", at: place,
            labels: [.init(declared, "it gets its value here")])
    }

    static func variableElsewhere(_ name: String, at place: SourceLocation, where allowed: String) -> Diagnostic {
        make(.unknownVariable, "`$\(name)` has a value only \(allowed)", at: place)
    }

    static func assignmentToNothing(_ name: NameSyntax, at place: SourceLocation, nearest: String?) -> Diagnostic {
        if let nearest {
            return unknown(
                .assignmentToNothing, "there is no variable `$\(name.name)` to give a new value", at: place,
                nearest: nearest, prefix: "$")
        }
        return make(
            .assignmentToNothing, "there is no variable `$\(name.name)` to give a new value", at: place,
            hint: "`let \(name.name) = …` makes one",
            fixIts: [.init("write `let \(name.name)`", [.init(place.range, "let \(name.name)")])])
    }

    static func assignmentToGiven(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(.assignmentToNothing, "`$\(name)` is set by tms and cannot be given a value", at: place)
    }

    static func assignmentOutside(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(
            .assignmentOutside, "a definition cannot change `$\(name)`, which stands outside it", at: place,
            hint: "`return` the new value instead")
    }

    static func unknownVerb(_ name: String, at place: SourceLocation, nearest: String?) -> Diagnostic {
        unknown(
            .unknownVerb, "there is no verb `\(name)`", at: place, nearest: nearest,
            otherwise: "`help` lists them")
    }

    /// `let c = ups`.
    static func wordForText(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(
            .unknownVerb, "there is no verb `\(word)`", at: place,
            hint: "text is quoted here: `\"\(word)\"`",
            fixIts: [.init("write `\"\(word)\"`", [.init(place.range, "\"\(word)\"")])])
    }

    /// `for p in rows`, where `$rows` is a variable.
    static func variableWithoutMark(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(
            .unknownVerb, "there is no verb `\(name)`", at: place, hint: "did you mean `$\(name)`?",
            fixIts: [.init("write `$\(name)`", [.init(place.range, "$\(name)")], isSafe: true)])
    }

    static func unknownFunction(_ name: String, at place: SourceLocation, nearest: String?, known: [String])
        -> Diagnostic
    {
        unknown(
            .unknownFunction, "there is no function `\(name)`", at: place, nearest: nearest,
            otherwise: "there are \(known.quotedList)")
    }

    static func argumentCount(_ name: String, at place: SourceLocation, needs: String, given: Int) -> Diagnostic {
        make(
            .argumentCount,
            "`\(name)` takes \(needs), and \(given == 0 ? "none" : "\(given)") \(given == 1 ? "is" : "are") given",
            at: place)
    }

    static func definedTwice(_ name: String, at place: SourceLocation, first: SourceLocation?) -> Diagnostic {
        let isHere = first?.file === place.file
        return make(
            .definedTwice, "`\(name)` is defined twice", at: place,
            labels: isHere ? first.map { [.init($0.range, "first defined here")] } ?? [] : [],
            notes: isHere
                ? []
                : first.map { ["first defined in \($0.file.name), line \($0.file.line(at: $0.range.lower))"] } ?? [])
    }

    static func definedAsBuiltIn(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        make(.definedTwice, "`\(name)` is already a \(kind) of tms", at: place, hint: "choose another name")
    }

    static func digitInDefinition(_ name: String, at place: SourceLocation) -> Diagnostic {
        make(
            .digitInDefinition, "`\(name)` could not be called: no verb contains a digit", at: place,
            hint: "choose a name of letters and `_`")
    }

    static func unknownKind(_ word: String, at place: SourceLocation) -> Diagnostic {
        let kinds = ParameterKind.allCases.map(\.rawValue)
        return unknownWord(
            "there is no kind `\(word)`", at: place, suggestion: Suggestions.nearest(word, in: kinds),
            remedy: "one of \(kinds.joined(separator: ", "))")
    }

    static func unusedVariable(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        make(.unusedVariable, "the \(kind) `\(name)` is never used", at: place)
    }
}

// MARK: - Commands

extension Complaints {
    static func missingSubject(_ verb: String, _ slot: Slot, at place: SourceLocation, example: String?) -> Diagnostic {
        make(
            .missingSubject, "`\(verb)` needs \(slot.kind.phrase)", at: place,
            hint: slot.summary.isEmpty ? nil : slot.summary.asHint, notes: example.map { ["for example: \($0)"] } ?? [])
    }

    static func missingClause(_ verb: String, _ clause: Clause, at place: SourceLocation, example: String?)
        -> Diagnostic
    {
        make(
            .missingClause, "`\(verb)` needs `\(clause.label)`", at: place, hint: clause.summary.asHint,
            notes: example.map { ["for example: \($0)"] } ?? [])
    }

    static func missingChoice(_ verb: String, _ labels: [String], at place: SourceLocation, example: String?)
        -> Diagnostic
    {
        make(
            .missingClause, "`\(verb)` needs one of \(labels.quotedList)", at: place,
            notes: example.map { ["for example: \($0)"] } ?? [])
    }

    static func tooManySubjects(_ verb: String, at place: SourceLocation, takesList: Bool) -> Diagnostic {
        make(
            .argumentCount, "`\(verb)` has no place for this", at: place,
            hint: takesList ? "several are separated by commas" : nil)
    }

    static func oneOnly(_ what: String, at place: SourceLocation) -> Diagnostic {
        make(.wrongKind, "`\(what)` takes one value", at: place)
    }

    static func repeatedClause(_ label: String, at place: SourceLocation, first: SourceRange, takesList: Bool)
        -> Diagnostic
    {
        make(
            .repeatedClause, "`\(label)` is given twice", at: place,
            hint: takesList ? "several values are separated by commas: `\(label) A, B`" : "leave one of them out",
            labels: [.init(first, "first given here")])
    }

    static func exclusiveClauses(_ label: String, _ other: String, at place: SourceLocation, first: SourceRange)
        -> Diagnostic
    {
        make(
            .exclusiveClauses, "`\(label)` and `\(other)` exclude each other", at: place,
            hint: "leave one of them out",
            labels: [.init(first, "`\(other)` is given here")])
    }

    static func unknownWord(_ message: String, at place: SourceLocation, suggestion: String?, remedy: String?)
        -> Diagnostic
    {
        unknown(.unknownWord, message, at: place, nearest: suggestion?.asWord, otherwise: remedy)
    }

    static func notAChoice(_ word: String, _ label: String, _ choices: [String], at place: SourceLocation) -> Diagnostic
    {
        unknown(
            .unknownWord, "`\(label)` cannot be `\(word)`", at: place, nearest: Suggestions.nearest(word, in: choices),
            otherwise: "it can be \(choices.quotedList)")
    }

    static func wrongKind(_ label: String, wants: String, got: String, at place: SourceLocation, hint: String? = nil)
        -> Diagnostic
    {
        make(.wrongKind, "`\(label)` takes \(wants), and this is \(got)", at: place, hint: hint)
    }

    /// `over 10` beside a duration: ten of what?
    static func unitMissing(_ number: String, at place: SourceLocation) -> Diagnostic {
        make(
            .wrongKind, "\(number) of what? A duration has a unit", at: place, hint: "write `\(number) days`",
            fixIts: [.init("write `\(number) days`", [.init(place.range, "\(number) days")])])
    }

    static func emptyValue(_ label: String, at place: SourceLocation) -> Diagnostic {
        make(.wrongKind, "`\(label)` cannot be empty", at: place, hint: "leave it out instead")
    }

    static func shellOnly(_ what: String, at place: SourceLocation) -> Diagnostic {
        make(
            .shellOnly, "`\(what)` works only at the prompt of the shell", at: place,
            hint: "a script has no rows on a screen; give them a name with `let`")
    }

    static func shellOnlyVerb(_ verb: String, at place: SourceLocation) -> Diagnostic {
        make(.shellOnly, "`\(verb)` works only at the prompt of the shell", at: place)
    }

    static func writeInReadOnly(_ verb: String, at place: SourceLocation, promise: SourceRange?) -> Diagnostic {
        make(
            .writeInReadOnly, "`\(verb)` changes the account, and this file promises not to", at: place,
            labels: promise.map { [.init($0, "promised here")] } ?? [])
    }

    static func unknownColumn(
        _ column: String, in file: String, at place: SourceLocation, nearest: String?, columns: [String]
    ) -> Diagnostic {
        unknown(
            .unknownColumn, "`\(file)` has no column `\(column)`", at: place, nearest: nearest.map { $0.asColumn },
            otherwise: "it has \(columns.quotedList)")
    }

    static func noNumberColumn(in file: String, at place: SourceLocation, columns: [String]) -> Diagnostic {
        make(
            .unknownColumn, "`\(file)` has no column `number`", at: place,
            hint: "say which it is: `number=COLUMN`", notes: ["it has \(columns.quotedList)"])
    }
}

// MARK: - Fields and values

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

// MARK: - Structure

extension Complaints {
    static func outsideLoop(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(.outsideLoop, "`\(word)` stands in no loop", at: place)
    }

    static func returnOutside(at place: SourceLocation) -> Diagnostic {
        make(.outsideDefinition, "`return` stands in no definition", at: place, hint: "`exit` ends a script")
    }

    static func notAtTop(_ word: String, at place: SourceLocation) -> Diagnostic {
        make(.notAtTop, "`\(word)` belongs to the top of a file", at: place)
    }

    static func nestedDefinition(at place: SourceLocation) -> Diagnostic {
        make(.notAtTop, "`define` stands outside of all braces", at: place)
    }

    static func savedOver(at place: SourceLocation, loop: SourceRange, example: String?) -> Diagnostic {
        make(
            .savedOver, "every turn of the loop would save over this file", at: place,
            hint: example.map { "put the loop's variable in its name: `\($0)`" } ?? "save once, after the loop",
            labels: [.init(loop, "the loop")])
    }

    static func unreachable(after word: String, at place: SourceLocation) -> Diagnostic {
        make(.unreachable, "this is never reached: `\(word)` stands before it", at: place)
    }

    static func unreadableLibrary(_ path: String, at place: SourceLocation) -> Diagnostic {
        make(.unreadableLibrary, "`\(path)` cannot be read", at: place)
    }

    static func libraryCircle(_ path: [String], at place: SourceLocation) -> Diagnostic {
        make(
            .libraryCircle, "the files use each other in a circle", at: place, notes: [path.joined(separator: " uses ")]
        )
    }

    static func ignoredInLibrary(at place: SourceLocation) -> Diagnostic {
        make(.ignoredInLibrary, "a file that is used gives its definitions only; this is not run", at: place)
    }

    static func notALiteral(_ what: String, at place: SourceLocation) -> Diagnostic {
        make(.notALiteral, "\(what) is written out: it is known before the script runs", at: place)
    }
}
