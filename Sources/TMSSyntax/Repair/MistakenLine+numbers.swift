extension MistakenLine {
    /// `track 9400 1102 0088 1234 5678 96 via usps`, `RB 555 666 772 CN`: a number in groups.
    var groupedNumberRepairs: [Repair] {
        let numbers = vocabulary.numbers(file.slice(part))
        var edits: [Diagnostic.Edit] = []
        for number in numbers {
            guard let run = groups(of: number) else { continue }
            edits.append(Diagnostic.Edit(run, number))
        }
        guard !edits.isEmpty else { return [] }
        let joined = edits.map(\.replacement).joined(separator: ", ")
        var repair = Repair(Proposal("join the number", edits, hint: "write `\(joined)`"))
        repair.code = "E0131"
        repair.message = edits.count == 1 ? "a number is written without blanks" : "numbers are written without blanks"
        repair.range = edits.map(\.range).reduce(edits[0].range) { $0.joined(with: $1) }
        return [repair]
    }

    /// The neighbouring words that are a number's groups.
    private func groups(of number: String) -> SourceRange? {
        for start in words.indices {
            var text = ""
            for end in start..<words.count where !words[start...end].contains(where: \.isQuoted) {
                text += words[end].text.filter { $0.isLetter || $0.isNumber }
                if text.count > number.count { break }
                if text == number, end > start { return words[start].range.joined(with: words[end].range) }
                if words[end].mark != nil { break }
            }
        }
        return nil
    }

    /// `show parcel 300403513402`, `where is my parcel 300403513402?`: words without which the line says the same.
    var fillerRepairs: [Repair] {
        guard !isStage, let (verb, count) = meantVerb, let slot = vocabulary[verb].subjects.first,
            slot.kind == .parcel || slot.kind == .trackingNumber
        else { return [] }
        let rest = words.dropFirst(count)
        let kept = rest.drop { vocabulary.otherWords.fillers.contains($0.lower) && !$0.isQuoted }
        guard !kept.isEmpty else { return rest.isEmpty ? [] : [numberWanted(vocabulary[verb].name)] }
        guard kept.count < rest.count || rest.last?.mark != nil else { return [] }
        let text = ([vocabulary[verb].name] + kept.map { $0.typed(of: file, last: kept.last) }).joined(separator: " ")
        var repair = Repair(proposal(text, at: lineEnd))
        repair.hint = "did you mean the line below?"
        return [repair]
    }

    /// `where is my parcel`: there is no number to be looked up.
    private func numberWanted(_ verb: String) -> Repair {
        var repair = Repair(nil)
        repair.code = "E0132"
        repair.message = "which parcel is meant is not said"
        repair.hint = "a parcel is named by its number: `\(verb) NUMBER`"
        repair.isLast = true
        return repair
    }

    /// The part with the marks that end it.
    var lineEnd: SourceRange {
        SourceRange(part.lower, max(part.upper, min(statement.upper, file.lineRange(file.line(at: part.lower)).upper)))
    }

    /// The verb the line begins with, also by another word for it, and of how many words it is.
    var meantVerb: (VerbID, count: Int)? {
        var best: (VerbID, Int)?
        for index in vocabulary.verbs.indices {
            let id = VerbID(index)
            let count = skippedWords(of: vocabulary[id].name)
            if count > best?.1 ?? 0 { best = (id, count) }
        }
        return best
    }

    /// A sentence, a link or another text with numbers in it, and no verb before it: only the numbers are looked up.
    var sentenceRepairs: [Repair] {
        let line = SourceRange(
            statement.lower, min(statement.upper, file.lineRange(file.line(at: part.lower)).upper))
        guard statement.lower <= part.lower else { return [] }
        let prose = Prose(file: file, range: line, vocabulary: vocabulary)
        guard prose.beginsWithoutVerb else { return [] }
        return prose.repairs
    }
}

extension LineWord {
    /// As it was typed; a mark behind the last word is no part of it, a comma between values is.
    fileprivate func typed(of file: SourceFile, last: LineWord?) -> String {
        file.slice(range) + (mark == "," && range != last?.range ? "," : "")
    }
}

extension MistakenLine {
    /// `show https://example.com/?n=1Z999AA10123456784`: the number in the link is meant. What cannot be taken back is not
    /// proposed for a number that was only found.
    var linkRepairs: [Repair] {
        guard !isStage, let (verb, _) = meantVerb, let link = words.first(where: { $0.text.contains("://") }),
            !link.isQuoted
        else { return [] }
        let numbers = vocabulary.numbers(link.text)
        guard numbers.count == 1, let number = numbers.first else { return [] }
        let isOffered = !vocabulary[verb].isIrreversible
        var repair = Repair(isOffered ? proposal(number, at: link.range) : nil)
        repair.code = "E0128"
        repair.message = "a link is no tracking number; this one names \(number)"
        repair.range = link.range
        repair.hint = isOffered ? "write `\(number)`" : "the number stands alone, without its link"
        return [repair]
    }
}
