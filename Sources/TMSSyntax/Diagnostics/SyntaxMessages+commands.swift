// What the parser says about verbs, clauses and stages.
extension SyntaxMessage {
    static func unknownClause(
        _ signature: Signature, _ label: String, _ near: String?, _ range: SourceRange,
        onlyAtFirst creator: String? = nil, behindCarrier carrier: String? = nil
    ) -> SyntaxMessage {
        let labels = signature.clauses.map(\.label)
        var notes = near == nil && !labels.isEmpty ? ["it takes \(listed(labels.prefix(16)))"] : []
        if let carrier, near == nil { notes = ["`carriers matching \(carrier)` finds a carrier by its name"] }
        if let creator {
            notes.append(
                "the service takes `\(label)` only with `\(creator)` and never changes it; to delete the parcel and "
                    + "\(creator) it anew would lose its id and its events, and use quota")
        }
        return SyntaxMessage(
            "E0107", "`\(signature.name)` has no clause `\(label)`", notes: notes,
            proposals: near.map { [.meant($0, at: range)] } ?? [])
    }

    static func needsValue(_ owner: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0108", "`\(owner)` needs a value", hint: "found \(found)")
    }

    /// - Parameters:
    ///   - labels: those it is likely meant for.
    ///   - isAll: false where more words follow that have no place, so that its label alone mends nothing.
    static func valueWithoutLabel(
        _ value: String, _ signature: Signature, _ labels: [String], _ range: SourceRange, isAll: Bool = true
    ) -> SyntaxMessage {
        let all = signature.clauses.map(\.label)
        let words = labels.map { "`\($0)`" }.joined(separator: " or ")
        return SyntaxMessage(
            "E0109", "`\(value)` stands alone",
            hint: labels.count > 1 || !isAll ? "its label stands before it: \(words)" : nil,
            notes: labels.isEmpty && !all.isEmpty
                ? ["a value of `\(signature.name)` follows a label: \(listed(all.prefix(16)))"] : [],
            proposals: isAll ? labels.map { .label($0, before: value, at: range) } : [])
    }

    static func missingCommas(_ edits: [Diagnostic.Edit], between values: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0109", "several \(values) need commas between them",
            proposals: [Proposal(edits.count > 1 ? "add the commas" : "add the comma", edits)])
    }

    static func commaBetweenClauses(_ comma: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0110", "no comma stands between clauses", hint: "a comma parts values of one label",
            proposals: [Proposal("drop the comma", [Diagnostic.Edit(comma, "")], isSafe: true)])
    }

    /// `group by day(created)`.
    ///
    /// - Parameter place: where the stage begins.
    static func valueAsField(_ stage: String, _ value: String, _ place: Int, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "`\(stage)` takes the names of fields", hint: "`set` gives a value its name",
            proposals: [
                Proposal(
                    "name the value",
                    [
                        Diagnostic.Edit(SourceRange(place, place), "set d = \(value) | "),
                        Diagnostic.Edit(range, "d"),
                    ])
            ])
    }

    /// - Parameter range: the word and the space behind it.
    static func commaAndWord(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0109", "a comma alone parts the values, without `\(word)`",
            proposals: [Proposal("drop `\(word)`", [Diagnostic.Edit(range, "")], isSafe: true)])
    }

    static func oneValue(_ label: String) -> SyntaxMessage {
        SyntaxMessage("E0110", "`\(label)` takes one value", hint: "a list is not expected here")
    }

    static func operatorInCommand(_ found: String) -> SyntaxMessage {
        let isFile = found == "`>`"
        return SyntaxMessage(
            "E0110", "did not expect \(found) here",
            hint: isFile
                ? "a file is written by `| save \"out.csv\"`" : "put the whole value in parentheses: `(\"a\" + $b)`")
    }

    static func notATrackingNumber(_ word: String, _ range: SourceRange) -> SyntaxMessage {
        let parts = word.lowercased().split(separator: "e+", maxSplits: 1).map(String.init)
        if parts.count == 2, parts.allSatisfy(Literals.isNumber) {
            return SyntaxMessage(
                "E0128", "`\(word)` was shortened by a spreadsheet, and its digits are lost",
                hint: "take the number from where it came from")
        }
        if word.hasSuffix(".0"), case let number = String(word.dropLast(2)), Literals.isTrackingNumber(number) {
            return SyntaxMessage(
                "E0128", "`\(word)` is a number as a spreadsheet writes it", proposals: [.write(number, at: range)])
        }
        return SyntaxMessage(
            "E0128", "`\(word)` is not a tracking number", hint: "five or more letters and digits, one digit at least")
    }

    static func backwardRows(_ first: Int, _ last: Int, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0128", "`@\(first)-\(last)` runs backwards", proposals: [.write("@\(last)-\(first)", at: range)])
    }

    static func nearMiss(_ typed: String, meant: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0112", "there is no verb `\(typed)`", proposals: [.meant(meant, at: range)])
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
            proposals: [
                Proposal("go on with the last answer", [Diagnostic.Edit(SourceRange(offset, offset), "| ")])
            ])
    }

    static func columnWithoutFile(_ column: ColumnSyntax, isClause: Bool, _ text: String) -> SyntaxMessage {
        let meant = "\(column.label) \(Quoting.field(column.column))"
        return SyntaxMessage(
            "E0125", "`\(text)` names a column, but there is no file",
            hint: "columns stand beside `from \"file.csv\"`",
            proposals: isClause
                ? [Proposal("write the value", [Diagnostic.Edit(column.range, meant)], hint: "write `\(meant)`")] : [])
    }

    static func fileClauseWithoutFile(_ label: FileClause) -> SyntaxMessage {
        SyntaxMessage(
            "E0125", "`\(label.rawValue)` says how a file is read, but there is no file",
            hint: "it stands beside `from \"file.csv\"`")
    }

    static func misspeltFileClause(_ typed: String, _ near: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0107", "`open` has no clause `\(typed)`", proposals: [.meant(near, at: range)])
    }

    static func bareSeparator(_ mark: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0108", "`separator` needs a value in quotes", proposals: [.write("\"\(mark)\"", at: range)])
    }

    static func borrowedStage(_ typed: String, _ meant: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0112", "there is no stage `\(typed)`", proposals: [.meant(meant, at: range)])
    }

    static func missingBy(_ stage: String, _ place: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "`\(stage)` needs `by`",
            proposals: [Proposal("add `by`", [Diagnostic.Edit(place, " by")], isSafe: true)])
    }

    static func direction(_ typed: String, _ meant: String, _ range: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0112", "`\(typed)` is written `\(meant)`",
            proposals: [Proposal("write `\(meant)`", [Diagnostic.Edit(range, meant)], isSafe: true)])
    }

    static func groupWithoutAggregate(_ place: SourceRange) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "`group by` needs an aggregate after it", hint: "as in `| count, median silent`",
            proposals: [Proposal("count the rows", [Diagnostic.Edit(place, " | count")])])
    }

    static func expectedAggregate(_ found: String) -> SyntaxMessage {
        SyntaxMessage(
            "E0118", "expected an aggregate, found \(found)", hint: "count, sum, average, median, min or max")
    }

    static func endTakesNoNumber(_ stage: String, _ number: String, _ range: SourceRange) -> SyntaxMessage {
        let meant = stage == "first" ? "take \(number)" : nil
        return SyntaxMessage(
            "E0118", "`\(stage)` gives one row and takes no number",
            proposals: meant.map {
                [Proposal("take so many", [Diagnostic.Edit(range, $0)], isSafe: true, hint: "write `\($0)`")]
            } ?? [])
    }

    static func expectedField(_ stage: String, found: String) -> SyntaxMessage {
        SyntaxMessage("E0118", "`\(stage)` needs the name of a field", hint: "found \(found)")
    }

    static func listed(_ words: some Sequence<String>) -> String { words.joined(separator: ", ") }
}
