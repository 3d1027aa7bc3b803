import TMSBase
import TMSCommands
import TMSSyntax
import TMSTestSupport
import Testing

/// The grammar in the documents is the parser's: what it derives is read without an error.
struct SentenceTests {
    @Test(arguments: 0..<4)
    func `a sentence of the grammar is read`(part: Int) throws {
        let grammar = try Grammar()
        for number in stride(from: part, to: 1_200, by: 4) {
            var writer = SentenceWriter(grammar, seed: UInt64(number))
            let text = writer.sentence()
            let parsed = parse(SourceFile(name: "sentence.tms", text: text), vocabulary: Catalogue.standard.vocabulary)
            guard let error = parsed.diagnostics.first(where: { $0.severity == .error }) else { continue }
            Issue.record("\(number): \(error.message); \(error.hint ?? "")\n\(text)")
            return
        }
    }

    @Test func `every rule is used by some sentence`() throws {
        let grammar = try Grammar()
        var used: Set<String> = []
        for number in 0..<4_000 {
            var writer = SentenceWriter(grammar, seed: UInt64(number))
            _ = writer.sentence()
            used.formUnion(writer.used)
        }
        #expect(Set(grammar.rules.keys).subtracting(used).sorted() == [])
    }
}

/// Derives sentences at random. What a command is given follows its signature; everything else is the grammar's.
struct SentenceWriter {
    private let grammar: Grammar
    private let vocabulary = Catalogue.standard.vocabulary
    private var random: SeededRandom
    private var budget = 60
    private(set) var used: Set<String> = []
    private var pieces: [String] = []
    /// Commas do not belong to what follows `in` here.
    private var isExpression = false
    /// The next piece touches the one before it.
    private var isGlued = false

    init(_ grammar: Grammar, seed: UInt64) {
        self.grammar = grammar
        random = SeededRandom(seed: seed)
    }

    mutating func sentence() -> String {
        write(.rule("program"))
        return pieces.joined()
    }

    private mutating func write(_ term: Grammar.Term) {
        switch term {
        case .literal(let word): put(word)
        case .token(let name): put(token(name))
        case .rule(let name): rule(name)
        case .sequence(let terms): for term in terms { write(term) }
        case .choice(let terms):
            write(budget > 0 ? random.pick(terms) : terms.min { height($0) < height($1) } ?? terms[0])
        case .optional(let inner): if budget > 0, random.once(in: 3) { write(inner) }
        case .repeated(let inner):
            while budget > 0, random.once(in: 3) { write(inner) }
        }
    }

    private mutating func rule(_ name: String) {
        used.insert(name)
        budget -= 1
        switch name {
        case "command": command(inStage: false)
        case "stage" where random.once(in: 8): command(inStage: true)
        case "clause":
            // Of a number alone, which means `show`.
            put("via")
            values(.carrier, isList: false)
        case "expression", "condition":
            let outer = isExpression
            isExpression = name == "expression"
            defer { isExpression = outer }
            used.insert("condition")
            if let rule = grammar.rules["condition"] { write(rule) }
        case "members" where isExpression: write(.rule("sum"))
        case "line":
            guard budget > 0, random.once(in: 30) else { return write(.rule("statement")) }
            put("track")
            isGlued = true
            put("?")
        case "path":
            put("$x")
            while budget > 0, random.once(in: 3) {
                isGlued = true
                if random.once(in: 2) { put(".number") } else { index() }
            }
        default:
            guard let rule = grammar.rules[name] else { return }
            // The words of stages win over verbs, so that a command is written above.
            if name == "stage", case .choice(let stages) = rule { return write(.choice(stages.dropLast())) }
            write(rule)
        }
    }

    private mutating func index() {
        put("[")
        write(.rule("expression"))
        put("]")
    }

    private mutating func put(_ word: String) {
        // The parenthesis of a call and of a definition touches its name.
        if word == "(", pieces.last == "name" { isGlued = true }
        if let last = pieces.last, last != "\n", !isGlued { pieces.append(" ") }
        isGlued = false
        pieces.append(word)
    }

    private mutating func token(_ name: String) -> String {
        switch name {
        case "NEWLINE": "\n"
        case "WORD": random.pick(["4px", "12E45678", "b2b.csv", "größe1", "00"])
        case "NAME": "name"
        case "VARIABLE": "$x"
        case "NUMBER": random.pick(["14", "3.5", "0", "999"])
        case "PARCELNO": "300403513351"
        case "ROWS": random.pick(["@3", "@2-5"])
        case "ISODATE": "2026-03-05"
        case "ISOMONTH": "2026-03"
        case "TIME": "14:30"
        case "STRING": random.pick(["\"late {1 + 1}\"", "'late'", "\"\""])
        case "TEXT": random.pick(["\"two words\"", "'late'"])
        case "UNIT": random.pick(["s", "min", "h", "days", "weeks"])
        case "KEY": "country:"
        default: name
        }
    }

    // MARK: Commands

    private mutating func command(inStage: Bool) {
        if random.once(in: 4) {
            put("name")
            while budget > 0, random.once(in: 2) { write(.rule("argument")) }
            return
        }
        // A file may be given to few of them.
        let verbs = vocabulary.verbs.filter { !inStage || StageWord(rawValue: $0.words[0]) == nil }
        let signature = random.pick(random.once(in: 8) ? verbs.filter(\.takesFile) : verbs)
        for word in signature.words { put(word) }
        let clauses = signature.clauses.shuffled(using: &random).prefix(budget > 0 ? random.below(4) : 0)
        var slots = signature.subjects[...]
        for clause in clauses {
            if random.once(in: 2), let slot = slots.popFirst() { values(slot.kind, isList: slot.isList) }
            used.insert("clause")
            put(clause.label)
            guard let kind = clause.kind else { continue }
            used.insert("value")
            values(kind, isList: clause.isList)
        }
        if signature.takesFile, slots.count == signature.subjects.count, random.once(in: 3) {
            put("from")
            write(.token("STRING"))
            return column(signature)
        }
        if let slot = slots.first { values(slot.kind, isList: slot.isList) }
    }

    private mutating func column(_ signature: Signature) {
        used.insert("column")
        put("number")
        isGlued = true
        put("=")
        isGlued = true
        write(random.once(in: 2) ? .token("WORD") : .token("TEXT"))
    }

    private mutating func values(_ kind: ValueKind, isList: Bool) {
        used.formUnion(["subject", "value"])
        repeat {
            value(kind)
            guard isList, budget > 0, random.once(in: 3) else { return }
            put(",")
        } while true
    }

    private mutating func value(_ kind: ValueKind) {
        switch kind {
        case .parcel, .trackingNumber: random.once(in: 2) ? put("300403513351") : write(.rule("path"))
        case .date: write(.rule("date"))
        case .dateRange: write(.rule("range"))
        case .duration: write(.rule("duration"))
        case .number, .boolean: random.once(in: 2) ? put("14") : write(.rule("path"))
        case .choice(let words): put(random.pick(words))
        default: random.once(in: 2) ? write(.token("STRING")) : write(.rule("path"))
        }
    }

    // MARK: An end

    /// How many rules a derivation needs at least, so that one that has grown enough comes to an end.
    private func height(_ term: Grammar.Term, _ depth: Int = 0) -> Int {
        guard depth < 12 else { return 1_000 }
        switch term {
        case .literal, .token, .optional, .repeated: return 0
        case .sequence(let terms): return terms.map { height($0, depth) }.max() ?? 0
        case .choice(let terms): return terms.map { height($0, depth) }.min() ?? 0
        case .rule(let name): return 1 + (grammar.rules[name].map { height($0, depth + 1) } ?? 0)
        }
    }
}
