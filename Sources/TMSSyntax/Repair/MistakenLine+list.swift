extension MistakenLine {
    /// `list late`, `list where status is transit`, `late parcels`, `count by via`, `list > out.csv`.
    var listRepairs: [Repair] {
        guard !isStage, !words.isEmpty, let listing = vocabulary.listingVerb else { return [] }
        let first = skippedWords(of: vocabulary[listing].name)
        guard first > 0 || beginsList else { return [] }
        var repairs: [Repair] = []
        for spellsOutMonths in [false, true] {
            guard var reader = ListReader(self, from: first, spellsOutMonths: spellsOutMonths) else { continue }
            guard let text = reader.read(), let proposal = proposal(text, at: part) else {
                if let untold = reader.untold { return [self.untold(untold)] }
                continue
            }
            var repair = Repair(proposal)
            repair.hint = reader.remarks.first ?? hint(of: reader)
            guard reader.hasLoneCountry, let other = otherCountry(than: reader, from: first) else {
                repairs.append(repair)
                continue
            }
            repair.hint = "which of the two lines is meant?"
            repair.isLast = false
            repairs += [repair, other]
        }
        return repairs
    }

    /// A time that is understood, and that nothing here can work out.
    private func untold(_ words: String) -> Repair {
        var repair = Repair(nil)
        repair.code = "E0126"
        repair.message = "this time is not written as a range of dates"
        repair.hint = words
        return repair
    }

    /// `where moved is yesterday`, `if $p.created is today`, `where via is china post`.
    var conditionRepairs: [Repair] {
        guard let first = words.first, !first.isQuoted,
            isStage && ["where", "filter"].contains(first.lower) || ["if", "while", "expect"].contains(first.lower),
            var reader = ListReader(self, from: 1), let text = reader.readTests(), reader.position == reader.words.count
        else { return [] }
        let stage = first.lower == "filter" ? "where" : first.lower
        var repair = Repair(proposal("\(stage) \(text)", at: part))
        repair.hint = reader.remarks.first ?? "did you mean the line below?"
        return repair.proposal == nil ? [] : [repair]
    }

    /// `list germany`, as the country that parcels come from.
    private func otherCountry(than reader: ListReader, from first: Int) -> Repair? {
        guard
            var other = ListReader(self, from: first, spellsOutMonths: reader.spellsOutMonths, countryChoice: 1),
            let text = other.read()
        else { return nil }
        return proposal(text, at: part).map { Repair($0) }
    }

    private func hint(of reader: ListReader) -> String {
        if !reader.conditions.isEmpty { return "a condition stands after `| where`" }
        if !reader.stages.isEmpty { return "a stage stands after `|`" }
        return "did you mean the line below?"
    }

    /// Whether a line without `list` begins with what stands behind it.
    private var beginsList: Bool {
        guard let reader = ListReader(self, from: 0), let word = reader.word() else {
            return false
        }
        if !vocabulary.verbs(beginningWith: word).isEmpty,
            vocabulary.verbs(beginningWith: word).contains(where: {
                stand(vocabulary[$0].words)
            })
        {
            return false
        }
        return StageWord(rawValue: word) != nil || vocabulary.otherWords.sets[word] != nil
            || reader.longest { reader.status($0) } != nil || word == "not"
    }

    /// Whether these words begin the line.
    func stand(_ phrase: [String]) -> Bool {
        phrase.count <= words.count && zip(phrase, words).allSatisfy { $0 == $1.lower && !$1.isQuoted }
    }

    /// How many words at the beginning name a verb: its own, or those that people write for it.
    func skippedWords(of verb: String) -> Int {
        let own = verb.split(separator: " ").map(String.init)
        let others =
            vocabulary.otherWords.verbs.filter { $0.value == verb }.keys
            + (verb == "list" ? Array(vocabulary.otherWords.searching) : [])
        let phrases = [own] + others.map { $0.split(separator: " ").map(String.init) }
        return phrases.filter { stand($0) }.map(\.count).max() ?? 0
    }

    /// Whether the part stands behind a `|`.
    var isStage: Bool {
        var position = part.lower - 1
        while position >= 0, file.utf8[position].isBlankByte { position -= 1 }
        return position >= 0 && file.utf8[position] == UInt8(ascii: "|")
    }

    /// `search Miller`, `find #1001`: by what is known of a parcel.
    var searchRepairs: [Repair] {
        guard !isStage, let name = vocabulary.otherWords.nameField, let listing = vocabulary.listingVerb else {
            return []
        }
        let phrases = vocabulary.otherWords.searching.map { $0.split(separator: " ").map(String.init) }
        guard let count = phrases.filter({ stand($0) }).map(\.count).max() else { return [] }
        let rest = words.dropFirst(count).drop { vocabulary.otherWords.fillers.contains($0.lower) }
        guard !rest.isEmpty else { return [] }
        let text = rest.map(\.text).joined(separator: " ")
        guard vocabulary.numbers(text).isEmpty else { return [] }
        let list = vocabulary[listing].name
        let line: String
        if text.hasPrefix("#") {
            line = "\(list) orders \(Quoting.string(text))"
        } else {
            let value = rest.count == 1 && !text.contains("@") ? rest.map(\.asValue).joined() : Quoting.string(text)
            line = "\(list) | where \(text.contains("@") ? "email" : name) contains \(value)"
        }
        var repair = Repair(proposal(line, at: part))
        repair.hint = "parcels are found by a condition"
        return [repair]
    }
}
