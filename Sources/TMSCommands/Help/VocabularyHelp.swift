import TMSSyntax

/// Help on the fields of rows and the clauses of verbs, as the vocabulary declares them.
struct VocabularyHelp {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    var topics: [HelpTopic] { fields + clauses }

    // MARK: - Fields

    /// A topic for each name; the same name in several kinds of row is told once where it says the same.
    private var fields: [HelpTopic] {
        var topics: [HelpTopic] = []
        var order: [String] = []
        var owners: [String: [(schema: Schema, field: Field)]] = [:]
        for schema in vocabulary.schemas {
            for field in schema.fields {
                if owners[field.name] == nil { order.append(field.name) }
                owners[field.name, default: []].append((schema, field))
            }
        }
        for name in order {
            var told: [String] = []
            var lines: [String] = []
            var names: [String] = [name]
            let all = owners[name] ?? []
            let read = all.filter { !isOfWrite($0.schema) }
            for (_, field) in all {
                names += ([field.wireName].compactMap { $0 } + field.aliases).filter { !names.contains($0) }
            }
            for (schema, field) in read.isEmpty ? all : read {
                if told.contains(field.summary) { continue }
                told.append(field.summary)
                let wire = field.wireName.flatMap { $0 == name ? nil : ", \($0) in the API" } ?? ""
                lines.append("\(name): a field of \(owner(schema))\(wire)")
                lines.append("  \(field.summary) \(field.kind.phrase.sentence)")
            }
            let own = example(name)
            let examples = own.isEmpty ? example(name, of: (read.isEmpty ? all : read).map(\.schema)) : own
            topics.append(HelpTopic(.field, names.map { $0.lowercased() }, lines, examples: examples))
        }
        return topics
    }

    private func isOfWrite(_ schema: Schema) -> Bool {
        vocabulary.verbs.first { $0.returns == schema.name }.map { $0.effect != .none && $0.effect != .read } ?? false
    }

    private func owner(_ schema: Schema) -> String {
        guard let verb = vocabulary.verbs.first(where: { $0.returns == schema.name }) else { return schema.name }
        switch verb.effect {
        case .none, .read: return (schema.name.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + schema.name
        case .create, .update, .delete: return "what `\(verb.name)` answers"
        }
    }

    /// An example of a verb that answers with such rows; of records inside of others, a card that has them.
    private func example(_ name: String, of schemas: [Schema]) -> [String] {
        for schema in schemas {
            let verbs = vocabulary.verbs.filter { $0.returns == schema.name && !$0.examples.isEmpty }
            guard let line = verbs.first?.examples.first(where: { !$0.contains("|") && !$0.contains("\n") }) else {
                continue
            }
            return ["\(line) | show \(name)"]
        }
        return ["show 300403513402 | as json"]
    }

    private func example(_ name: String) -> [String] {
        guard let parcel = vocabulary.schemas.first(where: { $0.field(named: "silent") != nil }),
            let field = parcel.field(named: name), field.name == name
        else { return [] }
        switch field.kind {
        case .duration: return ["list | where \(name) over 5 days"]
        case .date: return ["list | where \(name) before today | sort by \(name)"]
        case .status: return ["list | where \(name) is transit"]
        case .carrier: return ["list | where \(name) is usps"]
        case .country: return ["list | where \(name) is us"]
        case .boolean: return ["list | where \(name) is true"]
        case .number: return ["list | where \(name) over 5"]
        case .trackingNumber: return ["list | show \(name), via"]
        case .record, .list: return ["let p = show 300403513402\nprint $p.\(name)"]
        default: return ["list | where \(name) is not empty | show number, \(name)"]
        }
    }

    // MARK: - Clauses

    private var clauses: [HelpTopic] {
        var order: [String] = []
        var uses: [String: [(verb: Signature, clause: Clause)]] = [:]
        for verb in vocabulary.verbs {
            for clause in verb.clauses {
                if uses[clause.label] == nil { order.append(clause.label) }
                uses[clause.label, default: []].append((verb, clause))
            }
        }
        return order.map { label in
            var lines: [String] = []
            let all = uses[label] ?? []
            var told: Set<String> = []
            for (_, clause) in all where told.insert(clause.summary).inserted {
                let verbs = all.filter { $0.clause.summary == clause.summary }.map(\.verb.name)
                lines.append("\(HelpPage.usage(clause)): a clause of \(verbs.joined(separator: ", "))")
                lines.append("  " + clause.summary)
            }
            let examples = all.flatMap(\.verb.examples).filter {
                $0.contains(" \(label) ") || $0.hasSuffix(" \(label)")
            }
            let example = examples.first ?? all.lazy.compactMap(\.verb.examples.first).first
            return HelpTopic(
                .clause, [label], lines, examples: example.map { [$0] } ?? [],
                related: all.prefix(3).map(\.verb.name))
        }
    }
}
