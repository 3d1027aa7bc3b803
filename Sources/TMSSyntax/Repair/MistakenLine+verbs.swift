extension MistakenLine {
    /// `sandbox ❯ list status exception`: copied with its prompt.
    var promptRepairs: [Repair] {
        let line = file.lineRange(file.line(at: part.lower))
        let text = file.slice(line)
        guard let end = text.lastIndex(of: "❯").map(text.index(after:)) ?? leadingPrompt(text) else { return [] }
        let rest = text[end...].drop { $0.isWhitespace }
        guard !rest.isEmpty else { return [] }
        let upper = line.upper - rest.utf8.count
        var edits = [Diagnostic.Edit(SourceRange(line.lower, upper), "")]
        if let inner = Self.argument(of: String(rest)) { edits = [Diagnostic.Edit(line, inner)] }
        var repair = Repair(Proposal("drop the prompt", edits))
        repair.code = "E0134"
        repair.message = "the prompt was copied with the line"
        repair.range = SourceRange(line.lower, upper)
        repair.hint = "what follows it is the line"
        return [repair]
    }

    /// `tms> `, `$ `, `sandbox > `: other prompts.
    private func leadingPrompt(_ text: String) -> String.Index? {
        if Self.argument(of: text) != nil { return text.startIndex }
        for prompt in ["tms> ", "> ", "$ "] where text.hasPrefix(prompt) {
            return text.index(text.startIndex, offsetBy: prompt.count)
        }
        guard words.count > 2, words[1].text == ">", let mark = text.firstIndex(of: ">"),
            !vocabulary.verbs(beginningWith: words[2].lower).isEmpty, words[0].text.allSatisfy(\.isLetter),
            vocabulary.listingVerb.map({ vocabulary[$0].name }) != words[0].lower
        else { return nil }
        return text.index(after: mark)
    }

    /// `tms -c 'list | count'`: the line that was given to the program.
    private static func argument(of text: String) -> String? {
        let start = "tms -c "
        guard text.hasPrefix(start), let quote = text.dropFirst(start.count).first, quote == "'" || quote == "\"",
            let end = text.lastIndex(of: quote)
        else { return nil }
        let inner = text[text.index(text.startIndex, offsetBy: start.count + 1)...].prefix(upTo: end)
        return inner.isEmpty || inner.contains(quote) || text[text.index(after: end)...].contains { !$0.isWhitespace }
            ? nil : String(inner)
    }

    /// `undelete 4819237500`: nothing does it.
    var absentVerbRepairs: [Repair] {
        guard !isStage, let first = words.first, vocabulary.verbs(beginningWith: first.lower).isEmpty,
            let said = vocabulary.otherWords.absentVerbs[first.lower]
        else { return [] }
        var repair = Repair(nil)
        repair.hint = said
        return [repair]
    }

    /// `change courier of 300403513402 to usps`, `import "orders.csv"`, `track "orders.csv"`.
    var verbRepairs: [Repair] {
        guard let (verb, count) = meantVerb else { return [] }
        let signature = vocabulary[verb]
        let rest = words.dropFirst(count)
        let isFile = signature.takesFile && rest.first.map { $0.isQuoted || OutputFormat(path: $0.text) != nil } == true
        guard isFile || !stand(signature.words) && count > 1 else { return [] }
        guard let first = words.first, let last = words.dropFirst(count - 1).first else { return [] }
        var text = signature.name
        if isFile, rest.first.map({ OutputFormat(path: $0.text) != nil }) == true { text += " from" }
        guard let proposal = proposal(text, at: first.range.joined(with: last.range), hint: "did you mean `\(text)`?")
        else { return [] }
        var repair = Repair(proposal)
        repair.isLast = true
        return [repair]
    }
}
