import TMSSyntax

// Subjects, labels and values of verbs.
extension CheckDiagnostics {
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

    /// - Parameters:
    ///   - remedy: what to do where nothing is near.
    ///   - besides: what else can be done where something is.
    static func unknownWord(
        _ message: String, at place: SourceLocation, suggestion: String?, remedy: String?, besides: String? = nil
    ) -> Diagnostic {
        var diagnostic = unknown(.unknownWord, message, at: place, nearest: suggestion?.asWord, otherwise: remedy)
        if suggestion != nil, let besides { diagnostic.notes.append(besides) }
        return diagnostic
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
        let length = number == "1" ? "1 day" : "\(number) days"
        return make(
            .wrongKind, "\(number) of what? A duration has a unit", at: place,
            proposals: [.write(length, at: place.range)])
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

    static func writeInReadOnly(
        _ verb: String, pays: Bool, at place: SourceLocation, promise: SourceRange?
    ) -> Diagnostic {
        let effect = pays ? "takes from the quota" : "changes the account"
        return make(
            .writeInReadOnly, "`\(verb)` \(effect), and this file promises not to", at: place,
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
