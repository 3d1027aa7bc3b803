// A stage whose pipe was left out.
extension ListReader {
    /// Words that begin a stage, with the stage they stand for; longer ones first.
    private static let stageWords: [(typed: String, meant: String)] = [
        ("sorted by", "sort by"), ("ordered by", "sort by"), ("order by", "sort by"), ("sort by", "sort by"),
        ("grouped by", "group by"), ("group by", "group by"), ("count by", "count by"), ("counted by", "count by"),
        ("where", "where"), ("filter", "where"), ("limit", "take"), ("top", "take"), ("take", "take"), ("skip", "skip"),
        ("save as", "save"), ("save to", "save"), ("save", "save"), ("export to", "save"), ("export", "save"),
        ("as", "as"), ("count", "count"), ("chart", "chart"), ("unique by", "unique by"), ("unique", "unique"),
        ("columns", "show"), ("select", "show"), ("show", "show"), ("drop", "drop"),
    ]

    func beginsStage(at offset: Int = 0) -> Bool {
        if let word = word(offset), word == ">" || word == ">>" { return true }
        // `first 10`, but not `last 7 days`.
        if word(offset) == "first", word(offset + 1).map(Literals.isNumber) == true { return true }
        return Self.stageWords.contains { entry in
            entry.typed.split(separator: " ").enumerated().allSatisfy { word(offset + $0.offset) == String($0.element) }
        }
    }

    mutating func readStage() -> Bool {
        guard beginsStage() else { return false }
        if takeAny([">", ">>"]) { return save() }
        if take("first") { return readRest(of: "take") }
        guard let stage = Self.stageWords.first(where: { take($0.typed) }) else { return false }
        switch stage.meant {
        case "where":
            let start = position
            if let tests = readTests() {
                conditions.append(tests)
                return true
            }
            position = start
            takeRest()
            guard position > start else { return false }
            conditions.append(typed(start..<position))
            return true
        case "save": return save()
        case "group by":
            guard readRest(of: stage.meant), let last = stages.indices.last else { return false }
            if !stages[last].contains("|") { stages.append("count") }
            return true
        case "count", "chart", "unique":
            if stage.meant == "count" { takeRows() }
            if position == words.count || beginsStage() {
                stages.append(stage.meant)
                return true
            }
            return readRest(of: stage.meant)
        default: return readRest(of: stage.meant)
        }
    }

    /// `> out.csv`.
    private mutating func save() -> Bool {
        guard words.indices.contains(position) else { return false }
        stages.append("save \(Quoting.string(words[position].text))")
        position += 1
        return true
    }

    private mutating func readRest(of stage: String) -> Bool {
        let start = position
        takeRest()
        guard position > start else { return false }
        stages.append("\(stage) \(stage.hasSuffix(" by") ? fields(start..<position) : typed(start..<position))")
        return true
    }

    /// The words, fields among them by their names here.
    private func fields(_ range: Range<Int>) -> String {
        guard !words[range].contains(where: \.isQuoted) else { return typed(range) }
        return words[range].map { ($0.fieldName(in: self) ?? $0.text) + ($0.mark == "," ? "," : "") }
            .joined(separator: " ")
    }

    /// `count parcels`, `count list`: of what is counted there is only one kind.
    private mutating func takeRows() {
        let start = position
        while let word = word(), vocabulary.otherWords.fillers.contains(word) || word == signature.name {
            position += 1
        }
        if position < words.count, !beginsStage() { position = start }
    }

    private mutating func takeRest() {
        while position < words.count, !beginsStage() { position += 1 }
    }
}

extension LineWord {
    fileprivate func fieldName(in reader: ListReader) -> String? {
        guard reader.schema?.field(named: text) == nil else { return nil }
        return reader.vocabulary.otherWords.fields[lower]
    }
}
