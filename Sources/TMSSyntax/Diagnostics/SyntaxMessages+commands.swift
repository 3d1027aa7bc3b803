// What the parser says about verbs, clauses and stages.
extension SyntaxMessage {
    static func unknownClause(
        _ signature: Signature, _ label: String, _ near: String?, _ range: SourceRange,
        onlyAtFirst creator: String? = nil
    ) -> SyntaxMessage {
        let labels = signature.clauses.map(\.label)
        var notes = near == nil && !labels.isEmpty ? ["it takes \(listed(labels.prefix(16)))"] : []
        if let creator {
            notes.append(
                "the service takes `\(label)` only with `\(creator)`: to change it, delete and \(creator) anew")
        }
        return SyntaxMessage(
            "E0107", "`\(signature.name)` has no clause `\(label)`", hint: near.map { "did you mean `\($0)`?" },
            notes: notes,
            fixIts: near.map { [Diagnostic.FixIt("write `\($0)`", [Diagnostic.Edit(range, $0)])] } ?? [])
    }

    static func needsValue(_ owner: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0108", "`\(owner)` needs a value", hint: "found \(found)")
    }

    /// - Parameter labels: those it is likely meant for.
    static func valueWithoutLabel(
        _ value: String, _ signature: Signature, _ labels: [String], _ range: SourceRange
    ) -> SyntaxMessage {
        let all = signature.clauses.map(\.label)
        let likely = labels.map { "`\($0) \(value)`" }.joined(separator: " or ")
        return SyntaxMessage(
            "E0109", "`\(value)` stands alone", hint: labels.isEmpty ? nil : "did you mean \(likely)?",
            notes: labels.isEmpty && !all.isEmpty
                ? ["a value of `\(signature.name)` follows a label: \(listed(all.prefix(16)))"] : [],
            fixIts: labels.count != 1
                ? []
                : labels.map {
                    let place = SourceRange(range.lower, range.lower)
                    return Diagnostic.FixIt("add `\($0)`", [Diagnostic.Edit(place, "\($0) ")])
                })
    }

    static func missingComma(_ place: SourceRange, between values: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0109", "several \(values) need commas between them",
            fixIts: [Diagnostic.FixIt("add the comma", [Diagnostic.Edit(place, ",")])])
    }

    static func oneValue(_ label: String) -> SyntaxMessage {
        SyntaxMessage("E0110", "`\(label)` takes one value", hint: "a list is not expected here")
    }

    static func operatorInCommand(_ found: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0110", "did not expect \(found) here", hint: "put the whole value in parentheses: `(\"a\" + $b)`")
    }

    static func notATrackingNumber(_ word: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0128", "`\(word)` is not a tracking number", hint: "five or more letters and digits, one digit at least")
    }

    static func backwardRows(_ first: Int, _ last: Int) -> SyntaxMessage {
        SyntaxMessage("E0128", "`@\(first)-\(last)` runs backwards", hint: "write `@\(last)-\(first)`")
    }

    static func nearMiss(_ typed: String, meant: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0112", "there is no verb `\(typed)`", hint: "did you mean `\(meant)`?",
            fixIts: [Diagnostic.FixIt("write `\(meant)`", [Diagnostic.Edit(range, meant)])])
    }

    static func statementAsVerb(_ word: String, inStage: Bool) -> SyntaxMessage {
        SyntaxMessage(
            "E0117", "`\(word)` begins a statement and cannot stand here",
            hint: inStage ? "for each row: for p in … { \(word) … }" : nil)
    }

    static func stageWithoutSource(_ word: String, _ offset: Int) -> SyntaxMessage {
        SyntaxMessage(
            "E0117", "`\(word)` is a stage and needs rows before it", hint: "it stands after `|`",
            notes: ["`| \(word) …` in the shell goes on with the last answer"],
            fixIts: [
                Diagnostic.FixIt("go on with the last answer", [Diagnostic.Edit(SourceRange(offset, offset), "| ")])
            ])
    }

    static func columnWithoutFile(_ column: ColumnSyntax, isClause: Bool, _ text: String) -> SyntaxMessage {
        let meant = "\(column.label) \(quotedIfNeeded(column.column))"
        return SyntaxMessage(
            "E0125", "`\(text)` names a column, but there is no file",
            hint: isClause ? "write `\(meant)`" : "columns stand beside `from \"file.csv\"`",
            fixIts: isClause ? [Diagnostic.FixIt("write the value", [Diagnostic.Edit(column.range, meant)])] : [])
    }

    static func borrowedStage(_ typed: String, _ meant: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0112", "there is no stage `\(typed)`", hint: "did you mean `\(meant)`?",
            fixIts: [Diagnostic.FixIt("write `\(meant)`", [Diagnostic.Edit(range, meant)])])
    }

    static func missingBy(_ stage: String, _ place: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "`\(stage)` needs `by`",
            fixIts: [Diagnostic.FixIt("add `by`", [Diagnostic.Edit(place, " by")], isSafe: true)])
    }

    static func direction(_ typed: String, _ meant: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0112", "`\(typed)` is written `\(meant)`",
            fixIts: [Diagnostic.FixIt("write `\(meant)`", [Diagnostic.Edit(range, meant)], isSafe: true)])
    }

    static func groupWithoutAggregate(_ place: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "`group by` needs an aggregate after it", hint: "as in `| count, median silent`",
            fixIts: [Diagnostic.FixIt("count the rows", [Diagnostic.Edit(place, " | count")])])
    }

    static func expectedAggregate(_ found: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "expected an aggregate, found \(found)", hint: "count, sum, average, median, min or max")
    }

    static func endTakesNoNumber(_ stage: String, _ number: String, _ range: SourceRange) -> SyntaxMessage {
        let meant = stage == "first" ? "take \(number)" : nil
        return SyntaxMessage(
            "E0118", "`\(stage)` gives one row and takes no number", hint: meant.map { "write `\($0)`" },
            fixIts: meant.map { [Diagnostic.FixIt("take so many", [Diagnostic.Edit(range, $0)], isSafe: true)] } ?? [])
    }

    static func expectedField(_ stage: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0118", "`\(stage)` needs the name of a field", hint: "found \(found)")
    }

    static func listed(_ words: some Sequence<String>) -> String { words.joined(separator: ", ") }

    private static func quotedIfNeeded(_ text: String) -> String {
        text.utf8.allSatisfy { $0.isWordByte || $0 >= 0x80 } && !text.isEmpty ? text : "\"\(text)\""
    }
}
