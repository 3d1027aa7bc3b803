extension MistakenLine {
    /// `show #1001`, `where is order #1001?`: an order is no parcel, and is looked up among all.
    var orderRepairs: [Repair] {
        guard !isStage, let listing = vocabulary.listingVerb, let (verb, count) = meantVerb, verb != listing,
            [.none, .read].contains(vocabulary[verb].effect)
        else { return [] }
        let rest = words.dropFirst(count)
        let orders = rest.filter(\.isOrder)
        guard !orders.isEmpty,
            rest.allSatisfy({ $0.isOrder || $0.lower == "and" || vocabulary.otherWords.fillers.contains($0.lower) })
        else { return [] }
        let values = orders.map { Quoting.string($0.text) }.joined(separator: ", ")
        var repair = Repair(proposal("\(vocabulary[listing].name) orders \(values)", at: lineEnd))
        repair.hint = "an order is looked up among all parcels"
        return [repair]
    }

    /// `list Miller`, `show Ann Miller`: a name, by its capital letters.
    var nameRepairs: [Repair] {
        guard !isStage, let name = vocabulary.otherWords.nameField, let listing = vocabulary.listingVerb,
            let (verb, count) = meantVerb, verb == listing || verb == vocabulary.bareNumberVerb
        else { return [] }
        let rest = words.dropFirst(count)
        let isName = rest.allSatisfy { word in
            !word.isQuoted && word.text.first?.isUppercase == true
                && word.text.dropFirst().contains(where: \.isLowercase)
                && !word.hasDigit
        }
        guard !rest.isEmpty, rest.count <= 4, isName else { return [] }
        let text = rest.map(\.text).joined(separator: " ")
        let value = rest.count == 1 ? text : Quoting.string(text)
        var repair = Repair(proposal("\(vocabulary[listing].name) | where \(name) contains \(value)", at: lineEnd))
        repair.hint = "parcels are found by a condition"
        return [repair]
    }
}

extension LineWord {
    /// `#1001`.
    fileprivate var isOrder: Bool { text.hasPrefix("#") && hasDigit }
}
