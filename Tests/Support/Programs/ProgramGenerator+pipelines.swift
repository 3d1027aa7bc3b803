import TMSSyntax

// Sources, stages and commands.
extension ProgramGenerator {
    /// - Parameter isStatement: it stands where a number would be a parcel.
    mutating func pipeline(isStatement: Bool) -> (text: String, shape: Shape) {
        var (text, shape) = source(isStatement: isStatement)
        guard case .rows(var columns) = shape else { return (text, shape) }
        for _ in 0..<(random.once(in: 2) ? random.below(4) : 0) {
            text += pipeGap() + "|" + lineGap() + nested { $0.stage(over: &columns) }
        }
        shape = .rows(columns)
        if random.once(in: 6) {
            text += pipeGap() + "|" + lineGap() + lastStage(columns)
            shape = .unknown
        }
        return (text, shape)
    }

    private mutating func source(isStatement: Bool) -> (String, Shape) {
        switch random.below(10) {
        case 0 where !isStatement: return (value(of: .number), .number)
        case 1 where !isStatement:
            let shape = random.pick([Shape.duration, .date, .list, .truth])
            return (startingValue(of: shape), shape)
        case 1: return (bracketed("(", ")") { $0.expression() }, .unknown)
        case 2: return (nested { $0.record() }, .row([]))
        case 3: return (string(), .text)
        case 4:
            return (
                "[" + tightLineGap() + "[a: 1], [a: 2]" + tightLineGap() + "]",
                .rows([Column(name: "a", shape: .number)])
            )
        case 5:
            guard let found = variable(where: { $0.isLike(.rows([])) }) else { return command() }
            return ("$" + found.name, found.shape)
        case 6 where random.once(in: 3):
            return (word("open") + gap() + random.pick(["\"orders.csv\"", "'orders.csv'"]) + fileClause(), .rows([]))
        default: return command()
        }
    }

    /// Now and then what is said of a file.
    private mutating func fileClause() -> String {
        guard random.once(in: 3) else { return "" }
        let clause = random.pick(FileClause.allCases)
        let value = clause == .separator ? random.pick(["\",\"", "','", "comma"]) : random.pick(clause.words)
        return gap() + word(clause.rawValue) + gap() + value
    }

    /// A word would be a verb at the beginning of a pipeline.
    private mutating func startingValue(of shape: Shape) -> String {
        switch shape {
        case .duration: duration()
        case .date: random.pick(["2026-03-05", "2026-03-05 14:30", "today", "monday", "3 days ago"])
        case .list: "\(random.below(5))\(gap())..\(lineGap())\(random.below(9) + 5)"
        default: bracketed("(", ")") { $0.value(of: shape) }
        }
    }

    // MARK: Stages

    private mutating func stage(over columns: inout [Column]) -> String {
        let usable = columns.filter { if case .unknown = $0.shape { false } else { true } }
        switch random.below(12) {
        case 0, 1, 2: return word("where") + gap() + condition(over: columns)
        case 3 where !columns.isEmpty:
            let order = { (generator: inout ProgramGenerator) in
                let end = generator.random.pick(["", " up", " down"])
                return generator.field(generator.random.pick(usable.isEmpty ? columns : usable)) + end
            }
            return words("sort by") + gap() + commaList(1 + random.below(2), order)
        case 4: return word("take") + gap() + "\(random.below(20))"
        case 5: return word("skip") + gap() + "\(random.below(3))"
        case 6 where !columns.isEmpty:
            let kept = columns.shuffled(using: &random).prefix(1 + random.below(4))
            columns = Array(kept)
            return word("show") + gap() + fields(columns)
        case 7 where columns.count > 1:
            let gone = columns.remove(at: random.below(columns.count))
            return word("drop") + gap() + field(gone)
        case 8:
            let shape = random.pick([Shape.number, .text, .date, .duration])
            let name = newName()
            let text = word("set") + gap() + name + gap() + "=" + gap() + setValue(of: shape, columns)
            columns.append(Column(name: name, shape: shape))
            return text
        case 9 where !columns.isEmpty:
            let place = random.below(columns.count)
            let old = columns[place]
            columns[place].name = random.once(in: 4) ? "two words \(newName())" : newName()
            return word("rename") + gap() + field(old) + gap() + word("to") + gap() + field(columns[place])
        case 10 where !usable.isEmpty:
            let key = random.pick(usable)
            let gap = random.once(in: 2) ? pipeGap() : self.gap()
            columns = [key, Column(name: "count", shape: .number)]
            return words("group by") + self.gap() + field(key) + gap + "|" + lineGap() + word("count")
        case 11:
            let by =
                !usable.isEmpty && random.once(in: 2) ? gap() + word("by") + gap() + field(random.pick(usable)) : ""
            return word("unique") + by
        default: return word("take") + gap() + "(1 +" + gap() + "\(random.below(9)))"
        }
    }

    /// In `set` a bare word is a field of the row.
    private mutating func setValue(of shape: Shape, _ columns: [Column]) -> String {
        let fitting = columns.filter { $0.shape.isLike(shape) && $0.name.allSatisfy { $0.isLetter || $0 == "_" } }
        if !fitting.isEmpty, random.once(in: 2) { return random.pick(fitting).name }
        switch shape {
        case .number: return "\(random.below(9))" + gap() + "+" + lineGap() + "\(random.below(9))"
        case .text: return random.once(in: 3) ? "upper(" + string() + ")" : string()
        case .date: return "2026-03-05" + gap() + "+" + lineGap() + "2 days"
        default: return duration()
        }
    }

    private mutating func lastStage(_ columns: [Column]) -> String {
        switch random.below(9) {
        case 0: return word("first")
        case 1: return word("last")
        case 2: return word("chart")
        case 3 where loops == 0:
            return word("save") + gap()
                + random.pick(["\"out.csv\"", "'out.json'", "out.jsonl", "\"out {1 + 1}.tsv\""])
        case 4: return word("as") + gap() + word(random.pick(["table", "json", "csv", "card", "jsonl"]))
        case 5 where !columns.isEmpty: return words("count by") + gap() + field(random.pick(columns))
        case 6:
            let numbers = columns.filter { $0.shape.isLike(.number) || $0.shape.isLike(.duration) }
            guard !numbers.isEmpty else { return word("count") }
            return commaList(1 + random.below(2)) {
                $0.word($0.random.pick(["sum", "average", "median", "min", "max"])) + $0.gap()
                    + $0.field($0.random.pick(numbers))
            }
        case 7:
            guard let found = variable(where: { if case .rows(let other) = $0 { !other.isEmpty } else { false } }),
                case .rows(let other) = found.shape,
                let shared = other.first(where: { column in columns.contains { $0.name == column.name } })
            else { return word("count") }
            return word("join") + gap() + "$\(found.name)" + gap() + word("on") + gap() + field(shared)
        default: return word("count")
        }
    }

    mutating func field(_ column: Column) -> String {
        let isWord = column.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return isWord && !random.once(in: 10) ? column.name : "\"\(column.name)\""
    }

    private mutating func fields(_ columns: [Column]) -> String {
        var next = 0
        return commaList(columns.count) { generator in
            defer { next += 1 }
            return generator.field(columns[next])
        }
    }

    // MARK: Commands

    mutating func command() -> (String, Shape) {
        if !definitions.isEmpty, random.once(in: 4) {
            let definition = random.pick(definitions)
            let arguments = (0..<definition.count).map { _ in gap() + argument() }
            return (definition.name + arguments.joined(), .unknown)
        }
        let verbs = vocabulary.verbs.filter { !$0.isShellOnly }
        let signature =
            random.once(in: 3) ? verbs.first { $0.words == ["list"] } ?? random.pick(verbs) : random.pick(verbs)
        let parcels = vocabulary.schema(named: signature.returns ?? "")?.field(named: "silent") != nil
        return (command(signature), signature.returnsRows && parcels ? .rows(parcel) : .unknown)
    }

    /// One value without a sign or operator in front.
    private mutating func argument() -> String {
        if let found = variable(where: { $0.isLike(.number) }), random.once(in: 2) { return "$" + found.name }
        if random.once(in: 3), !isDeep { return nested { $0.bracketed("(", ")") { $0.sum() } } }
        return random.pick(["10", "4px", "\"late\"", "-3", "2026-03-05", "3 days", "[a, b]", "true"])
    }

    private mutating func command(_ signature: Signature) -> String {
        var parts: [String] = []
        for slot in signature.subjects {
            guard slot.isRequired || random.once(in: 3) else { break }
            parts.append(commaList(slot.isList ? 1 + random.below(3) : 1) { $0.slot(slot.kind) })
        }
        var groups: Set<String> = []
        for clause in signature.clauses.shuffled(using: &random) {
            if let group = clause.group, groups.contains(group) { continue }
            guard clause.isRequired || random.once(in: 5) else { continue }
            if let group = clause.group { groups.insert(group) }
            // Subjects keep their order among themselves; clauses stand anywhere.
            parts.insert(self.clause(clause), at: random.once(in: 4) ? random.below(parts.count + 1) : parts.count)
        }
        return ([words(signature.name)] + parts).joined(separator: gap())
    }

    private mutating func clause(_ clause: Clause) -> String {
        guard let kind = clause.kind else { return word(clause.label) }
        return word(clause.label) + gap() + commaList(clause.isList ? 1 + random.below(3) : 1) { $0.slot(kind) }
    }

    private mutating func slot(_ kind: ValueKind) -> String {
        switch kind {
        case .parcel, .trackingNumber:
            return random.pick(["300403513351", "RB123456785CN", "\"RR100200300SG\"", "1Z999AA10123456784"])
        case .carrier: return random.pick(["4px", "usps", "\"china-post\"", "dhl", "USPS"])
        case .country: return random.pick(["us", "\"United States\"", "de", "in", "to"])
        case .status: return random.pick(["transit", "Delivered", "\"out for delivery\"", "pickup", "exception"])
        case .language: return random.pick(["en", "de"])
        case .text: return random.once(in: 3) ? random.pick(["pillow", "#1234", "0002-A"]) : string()
        case .email: return random.pick(["a@b.com", "\"a@b.com\""])
        case .phone: return random.pick(["+4915112345678", "'+1 555 0100'"])
        case .number: return "\(1 + random.below(9))"
        case .boolean: return random.pick(["true", "false"])
        case .date: return slotDate()
        case .dateRange: return range()
        case .duration: return "\(1 + random.below(9))\(gap())days"
        case .path: return "\"orders.csv\""
        case .record: return "[country: jp, postcode: 7621094]"
        case .list: return "[1, 2]"
        case .any: return string()
        case .choice(let words): return random.pick(words)
        }
    }

    mutating func slotDate() -> String {
        switch random.below(6) {
        case 0: word(random.pick(["today", "yesterday", "monday", "sunday"]))
        case 1: "\(1 + random.below(20))\(gap())days\(gap())ago"
        case 2: "2026-11-20\(gap())08:05"
        default: random.pick(["2026-03-05", "2026-11-01", "2026-11-20"])
        }
    }

    mutating func range() -> String {
        switch random.below(6) {
        case 5: word(random.pick(["this", "last"])) + gap() + word(random.pick(["week", "month"]))
        case 0: word("last") + gap() + "\(1 + random.below(20))" + gap() + "days"
        case 1: word(random.pick(["since", "before", "after"])) + gap() + slotDate()
        case 2: slotDate() + gap() + ".." + lineGap() + slotDate()
        default: slotDate()
        }
    }
}
