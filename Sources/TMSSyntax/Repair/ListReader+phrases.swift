// A phrase each: `true` where it was read, with `position` behind it.
extension ListReader {
    // MARK: Clauses

    /// `status not delivered`, `via china post`, `created over 14 days`, `archived true`.
    mutating func readClause() -> Bool {
        guard let word = word(), let clause = clause(word) else { return false }
        let start = position
        position += 1
        if readValue(of: clause) { return true }
        position = start
        return false
    }

    private mutating func readValue(of clause: Clause) -> Bool {
        switch clause.kind {
        case nil: return readFlag(clause)
        case .status:
            _ = takeAny(["is", "=", "in", ":"])
            // `not found` is a status, `not delivered` denies one.
            if longest({ status($0) }) == nil {
                if takeAny(["not", "!="]) { return readDenied("status") }
                if readSet() { return true }
            }
            guard let values = readList({ $0.statusValue() }) else { return false }
            clauses.append("\(clause.label) \(values)")
            return true
        case .carrier:
            _ = takeAny(["is", "=", "in", ":"])
            if takeAny(["not", "!="]) { return readDenied(clause.label) }
            guard let values = readList({ $0.carrier() }) else { return false }
            clauses.append("\(clause.label) \(values)")
            return true
        case .dateRange, .date:
            guard let range = readRange() else { return false }
            clauses.append("\(clause.label) \(range)")
            return true
        default:
            _ = take("is")
            guard
                let values = readList({ reader in
                    guard reader.words.indices.contains(reader.position) else { return nil }
                    return (reader.words[reader.position].asValue, 1)
                })
            else { return false }
            clauses.append("\(clause.label) \(values)")
            return true
        }
    }

    /// `archived`, `archived true`, `archived no`.
    private mutating func readFlag(_ clause: Clause) -> Bool {
        _ = takeAny(["is", "="])
        if takeAny(["false", "no"]) { return appendOther(than: clause) }
        _ = takeAny(["true", "yes", "only"])
        clauses.append(clause.label)
        return true
    }

    /// `not archived`.
    private mutating func readDeniedFlag() -> Bool {
        guard let word = word(), let flag = clause(word), flag.isFlag, appendOther(than: flag) else { return false }
        position += 1
        return true
    }

    /// The other of two flags: `unarchived` for `archived`.
    private mutating func appendOther(than flag: Clause) -> Bool {
        guard let group = flag.group,
            let other = signature.clauses.first(where: { $0.group == group && $0.label != flag.label })
        else { return false }
        clauses.append(other.label)
        return true
    }

    /// `not delivered`, behind `status`: the service has no such filter, so that it is a condition.
    private mutating func readDenied(_ field: String) -> Bool {
        guard
            let values = readList({ field == "status" ? $0.statusValue() : $0.carrier() })
        else { return false }
        conditions.append(values.contains(",") ? "\(field) not in \(values)" : "\(field) is not \(values)")
        return true
    }

    /// A carrier in one word or several, as it is written after a label.
    func carrier() -> (String, Int)? { known(.carrier) }

    func country() -> (String, Int)? { known(.country) }

    func statusValue() -> (String, Int)? { longest { status($0) }.map { ($0.value, $0.count) } }

    private func known(_ kind: ValueKind) -> (String, Int)? {
        guard let found = longest({ vocabulary.normalForm($0, kind) }) else { return nil }
        return (found.count > 1 || words[position].isQuoted ? Quoting.string(found.typed) : found.typed, found.count)
    }

    /// Values with commas, `and` or `or` between them.
    mutating func readList(_ value: (ListReader) -> (String, Int)?) -> String? {
        var values: [String] = []
        while position < words.count {
            if !values.isEmpty {
                let isParted = words[position - 1].mark == ","
                let joins = ["and", "or", "&", "+"].contains(word() ?? "")
                guard isParted || joins else { break }
                let start = position
                if joins { position += 1 }
                guard !beginsPhrase(), let (next, count) = value(self) else {
                    position = start
                    break
                }
                values.append(next)
                position += count
                continue
            }
            guard let (first, count) = value(self) else { return nil }
            values.append(first)
            position += count
        }
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    // MARK: Words that stand for themselves

    /// `late`, `delayed parcels`.
    mutating func readSet() -> Bool {
        guard let found = longest({ vocabulary.otherWords.sets[$0] }) else { return false }
        position += found.count
        clauses.append(found.value.clauses)
        if let condition = found.value.condition { conditions.append(condition) }
        let meaning = [found.value.clauses, found.value.condition].compactMap { $0 }.filter { !$0.isEmpty }
        if !meaning.isEmpty {
            remarks.append("`\(found.typed)` may mean: \(meaning.joined(separator: ", "))")
        }
        return true
    }

    /// `delivered`, `not delivered`, `failed attempt`.
    mutating func readStatus() -> Bool {
        if let values = readList({ $0.statusValue() }) {
            clauses.append("status \(values)")
            return true
        }
        let start = position
        if takeAny(["not", "no", "except"]), readDenied("status") || readDeniedFlag() { return true }
        position = start
        return false
    }

    /// `older than 14 days`, `today`, `this week`: of the time that is meant where none is named.
    mutating func readTime() -> Bool {
        guard let field = vocabulary.otherWords.timeField, let range = readRange() else { return false }
        clauses.append("\(field) \(range)")
        return true
    }

    /// `usps`, `germany`, `from usps`.
    mutating func readValue() -> Bool {
        let start = position
        _ = takeAny(["from", "by", "with", "using"])
        if let (carrier, count) = carrier(), let label = signature.clauses.first(where: { $0.kind == .carrier })?.label
        {
            position += count
            clauses.append("\(label) \(carrier)")
            return true
        }
        position = start
        guard let country = longest({ vocabulary.normalForm($0, .country) }), !country.typed.isBareCode,
            let field = countryFields.dropFirst(countryChoice).first
        else { return false }
        position += country.count
        hasLoneCountry = true
        let typed = country.count > 1 ? Quoting.string(country.typed) : country.typed
        conditions.append("\(field.name) is \(typed)")
        return true
    }

    mutating func readFiller() -> Bool {
        guard let word = word(), vocabulary.otherWords.fillers.contains(word) || word == "and" || word == "but" else {
            return false
        }
        // `no 1234` names a number, `no customer` denies something.
        if word == "no", words.dropFirst(position + 1).first?.hasDigit != true { return false }
        position += 1
        return true
    }
}

extension String {
    /// A code such as `de` or `and`: three letters that stand for themselves are more likely a word of the sentence.
    fileprivate var isBareCode: Bool { count <= 3 && allSatisfy(\.isASCII) }
}
