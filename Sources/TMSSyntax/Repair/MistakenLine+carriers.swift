extension MistakenLine {
    /// `edit 300403513402 courier usps`, `change 300403513402 to usps`: a parcel is moved to another carrier by a verb of
    /// its own.
    var carrierRepairs: [Repair] {
        guard !isStage, let mover = vocabulary.carrierChange, let (meant, count) = meantVerb,
            meant != mover, vocabulary[meant].changesTexts
        else { return [] }
        var numbers: [LineWord] = []
        var carriers: [String: String] = [:]
        var label = "to"
        var (namesCarrier, saysTo) = (false, false)
        for word in words.dropFirst(count) {
            if vocabulary.isCarrierWord(word) {
                namesCarrier = true
            } else if word.lower == "from" || word.lower == "to" {
                label = word.lower
                saysTo = saysTo || label == "to"
            } else if Literals.isTrackingNumber(word.text), word.hasDigit {
                numbers.append(word)
            } else if vocabulary.normalForm(word.lower, .carrier) != nil, carriers[label] == nil {
                carriers[label] = word.asValue
            } else if word.text != "=", !vocabulary.otherWords.fillers.contains(word.lower) {
                return []
            }
        }
        guard numbers.count == 1, let target = carriers["to"],
            namesCarrier || saysTo && vocabulary.normalForm(target.lowercased(), .country) == nil
        else { return [] }
        let from = carriers["from"].map { " from \($0)" } ?? ""
        let text = "\(vocabulary[mover].name) \(numbers[0].asValue)\(from) to \(target)"
        var repair = Repair(proposal(text, at: part))
        repair.code = "E0112"
        repair.message = "a parcel is moved to another carrier by `\(vocabulary[mover].name)`"
        repair.range = part
        repair.hint = "did you mean the line below?"
        return [repair]
    }
}

extension Vocabulary {
    /// The verb that gives a parcel another carrier: it asks for the carrier that it goes to.
    fileprivate var carrierChange: VerbID? {
        verbs.firstIndex { verb in
            verb.effect == .update && verb.clauses.contains { $0.label == "to" && $0.kind == .carrier && $0.isRequired }
        }.map(VerbID.init)
    }

    /// `courier`, `via`.
    fileprivate func isCarrierWord(_ word: LineWord) -> Bool {
        !word.isQuoted && (word.lower == "via" || otherWords.fields[word.lower] == "via")
    }
}

extension Signature {
    /// Whether it changes what people have written of a parcel, so that a carrier may stand among it.
    fileprivate var changesTexts: Bool { effect == .update && clauses.contains { $0.kind == .text } }
}
