// Conditions on fields, as people write them.
extension ListReader {
    /// What stands behind `where`: `moved is yesterday and customer is Ann Miller`; `nil` where a word is not understood.
    mutating func readTests() -> String? {
        var text = ""
        while position < words.count {
            if take("not") { text += "not " }
            let count = conditions.count
            guard readField(), let test = conditions.popLast(), conditions.count == count else { return nil }
            text += test
            if position == words.count || beginsStage() { return text }
            if take("or") {
                text += " or "
            } else if take("and") || words[position - 1].mark == "," {
                text += " and "
            } else {
                return nil
            }
        }
        return nil
    }

    /// `silent over 5 days`, `customer Miller`, `to germany`.
    mutating func readField() -> Bool {
        guard let (field, name, count) = namedField() else { return false }
        let start = position
        position += count
        if let condition = readCondition(on: field, name) {
            conditions.append(condition)
            return true
        }
        position = start
        return false
    }

    /// The field that is named here, how it is written, and in how many words: `tracking number`, `$p.created`.
    private func namedField() -> (Field, String, Int)? {
        guard let word = word() else { return nil }
        if word.hasPrefix("$"), let dot = word.lastIndex(of: ".") {
            return field(String(word[word.index(after: dot)...])).map { ($0, words[position].text, 1) }
        }
        if let next = self.word(1), words[position].mark == nil,
            let field = ["_", "-", " "].lazy.compactMap({ field("\(word)\($0)\(next)") }).first
        {
            return (field, field.name, 2)
        }
        return field(word).map { ($0, $0.name, 1) }
    }

    private mutating func readCondition(on field: Field, _ name: String) -> String? {
        if field.kind == .date { return readDateTest(name) }
        let start = position
        var isCompared = false
        for comparison in Comparison.all where take(comparison.typed) {
            isCompared = true
            if comparison.fits(field.kind), let test = readTest(on: field, name, comparison.meant) { return test }
            position = start
        }
        switch field.kind.form {
        case .text, .identifier:
            guard !isCompared, let value = readText() else { return nil }
            return "\(name) \(value.contains(where: \.isNumber) ? "is" : "contains") \(value)"
        case .code: return readTest(on: field, name, "is")
        case .number, .boolean, .date, .dateRange, .duration, .record, .list, .any, .choice: return nil
        }
    }

    private mutating func readTest(on field: Field, _ name: String, _ op: String) -> String? {
        guard let value = readOperand(of: field) else { return nil }
        guard value.isList else { return "\(name) \(op) \(value.text)" }
        switch op {
        case "is", "in": return "\(name) in \(value.text)"
        case "is not", "not in": return "\(name) not in \(value.text)"
        default: return nil
        }
    }

    private mutating func readOperand(of field: Field) -> (text: String, isList: Bool)? {
        let values: String?
        switch field.kind {
        case .duration: return (readDuration() ?? readDays()).map { ($0, false) }
        case .date: return readRange().map { ($0, false) }
        case .status: values = readList { $0.statusValue() }
        case .carrier: values = readList { $0.carrier() }
        case .country: values = readList { $0.country() }
        case .boolean:
            if takeAny(["yes", "true"]) { return ("true", false) }
            return takeAny(["no", "false"]) ? ("false", false) : nil
        default: return readText().map { ($0, false) }
        }
        return values.map { ($0, $0.contains(", ")) }
    }

    /// `yesterday`, `is not last week`, `> 2026-11-01`: a moment lies in a range, before it or after it.
    private mutating func readDateTest(_ name: String) -> String? {
        let start = position
        let isDenied = takeAny(["is not", "isn't", "not in", "not", "!=", "<>"])
        if !isDenied {
            for comparison in Comparison.ofDays where take(comparison.typed) {
                if let day = namedDay() { return "\(name) \(comparison.meant) \(day)" }
                position = start
            }
        }
        guard let range = readRange() else {
            position = start
            return nil
        }
        let isRelation = ["before ", "since ", "after "].contains { range.hasPrefix($0) }
        if isRelation { return "\(isDenied ? "not " : "")\(name) \(range)" }
        return "\(name) \(isDenied ? "not in" : "in") \(range)"
    }

    /// The words up to what begins something of its own.
    private mutating func readText() -> String? {
        let start = position
        while position < words.count, position == start || !beginsPhrase() {
            position += 1
            if words[position - 1].isQuoted || words[position - 1].mark == "," { break }
        }
        guard position > start else { return nil }
        if position == start + 1 { return words[start].asValue }
        return Quoting.string(words[start..<position].map(\.text).joined(separator: " "))
    }
}

extension Comparison {
    /// Whether values of a kind are compared so: text has no order, and lies in no range.
    fileprivate func fits(_ kind: ValueKind) -> Bool {
        switch kind.form {
        case .text, .identifier:
            ["is", "is not", "contains", "not contains", "starts with", "ends with", "matches"].contains(meant)
        case .code: ["is", "is not", "in", "not in", "contains"].contains(meant)
        case .number, .boolean, .date, .dateRange, .duration, .record, .list, .any, .choice: true
        }
    }
}
