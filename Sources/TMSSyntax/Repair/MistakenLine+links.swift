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
