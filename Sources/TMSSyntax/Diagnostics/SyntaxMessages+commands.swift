// What the parser says about verbs, clauses and stages.
extension Diagnostic {
    static func unknownClause(
        _ signature: Signature, _ label: String, _ near: String?, _ range: SourceRange
    ) -> Diagnostic {
        let labels = signature.clauses.map(\.label)
        let notes = near == nil && !labels.isEmpty ? ["it takes \(listed(labels.prefix(16)))"] : []
        return Diagnostic(
            "E0107", "`\(signature.name)` has no clause `\(label)`", hint: near.map { "did you mean `\($0)`?" },
            notes: notes,
            fixIts: near.map { [FixIt("write `\($0)`", [Edit(range, $0)])] } ?? [])
    }

    static func needsValue(_ owner: String, found: String) -> Diagnostic {
        Diagnostic("E0108", "`\(owner)` needs a value", hint: "found \(found)")
    }

    static func valueWithoutLabel(
        _ value: String, _ signature: Signature, _ label: String?, _ range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            "E0109", "`\(value)` stands alone", hint: label.map { "did you mean `\($0) \(value)`?" },
            notes: label == nil && !signature.clauses.isEmpty
                ? [
                    "a value of `\(signature.name)` follows a label: \(listed(signature.clauses.map(\.label).prefix(16)))"
                ]
                : [],
            fixIts: label.map { [FixIt("add `\($0)`", [Edit(SourceRange(range.lower, range.lower), "\($0) ")])] } ?? [])
    }

    static func missingComma(_ place: SourceRange) -> Diagnostic {
        Diagnostic(
            "E0109", "several numbers need commas between them", fixIts: [FixIt("add the comma", [Edit(place, ",")])])
    }

    static func oneValue(_ label: String) -> Diagnostic {
        Diagnostic("E0110", "`\(label)` takes one value", hint: "a list is not expected here")
    }

    static func operatorInCommand(_ found: String) -> Diagnostic {
        Diagnostic("E0110", "did not expect \(found) here", hint: "put the whole value in parentheses: `(\"a\" + $b)`")
    }

    static func notATrackingNumber(_ word: String) -> Diagnostic {
        Diagnostic(
            "E0128", "`\(word)` is not a tracking number", hint: "five or more letters and digits, one digit at least")
    }

    static func backwardRows(_ first: Int, _ last: Int) -> Diagnostic {
        Diagnostic("E0128", "`@\(first)-\(last)` runs backwards", hint: "write `@\(last)-\(first)`")
    }

    static func nearMiss(_ typed: String, meant: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            "E0112", "there is no verb `\(typed)`", hint: "did you mean `\(meant)`?",
            fixIts: [FixIt("write `\(meant)`", [Edit(range, meant)])])
    }

    static func statementAsVerb(_ word: String, inStage: Bool) -> Diagnostic {
        Diagnostic(
            "E0117", "`\(word)` begins a statement and cannot stand here",
            hint: inStage ? "for each row: for p in … { \(word) … }" : nil)
    }

    static func stageWithoutSource(_ word: String, _ offset: Int) -> Diagnostic {
        Diagnostic(
            "E0117", "`\(word)` is a stage and needs rows before it", hint: "it stands after `|`",
            notes: ["`| \(word) …` in the shell goes on with the last answer"],
            fixIts: [FixIt("go on with the last answer", [Edit(SourceRange(offset, offset), "| ")])])
    }

    static func columnWithoutFile(_ column: ColumnSyntax, isClause: Bool, _ text: String) -> Diagnostic {
        let meant = "\(column.label) \(quotedIfNeeded(column.column))"
        return Diagnostic(
            "E0125", "`\(text)` names a column, but there is no file",
            hint: isClause ? "write `\(meant)`" : "columns stand beside `from \"file.csv\"`",
            fixIts: isClause ? [FixIt("write the value", [Edit(column.range, meant)])] : [])
    }

    static func borrowedStage(_ typed: String, _ meant: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            "E0112", "there is no stage `\(typed)`", hint: "did you mean `\(meant)`?",
            fixIts: [FixIt("write `\(meant)`", [Edit(range, meant)])])
    }

    static func missingBy(_ stage: String, _ place: SourceRange) -> Diagnostic {
        Diagnostic("E0118", "`\(stage)` needs `by`", fixIts: [FixIt("add `by`", [Edit(place, " by")], isSafe: true)])
    }

    static func direction(_ typed: String, _ meant: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            "E0112", "`\(typed)` is written `\(meant)`",
            fixIts: [FixIt("write `\(meant)`", [Edit(range, meant)], isSafe: true)])
    }

    static func groupWithoutAggregate(_ place: SourceRange) -> Diagnostic {
        Diagnostic(
            "E0118", "`group by` needs an aggregate after it", hint: "as in `| count, median silent`",
            fixIts: [FixIt("count the rows", [Edit(place, " | count")])])
    }

    static func expectedAggregate(_ found: String) -> Diagnostic {
        Diagnostic(
            "E0118", "expected an aggregate, found \(found)", hint: "count, sum, average, median, min or max")
    }

    static func endTakesNoNumber(_ stage: String, _ number: String, _ range: SourceRange) -> Diagnostic {
        let meant = stage == "first" ? "take \(number)" : nil
        return Diagnostic(
            "E0118", "`\(stage)` gives one row and takes no number", hint: meant.map { "write `\($0)`" },
            fixIts: meant.map { [FixIt("take so many", [Edit(range, $0)])] } ?? [])
    }

    static func expectedField(_ stage: String, found: String) -> Diagnostic {
        Diagnostic("E0118", "`\(stage)` needs the name of a field", hint: "found \(found)")
    }

    static func listed(_ words: some Sequence<String>) -> String { words.joined(separator: ", ") }

    private static func quotedIfNeeded(_ text: String) -> String {
        text.utf8.allSatisfy { $0.isWordByte || $0 >= 0x80 } && !text.isEmpty ? text : "\"\(text)\""
    }
}
