import TrackingMore

/// The chapter on one call.
struct EndpointReference {
    private let endpoint: Endpoint
    private let dialect: Dialect

    init(_ endpoint: Endpoint, in dialect: Dialect) {
        self.endpoint = endpoint
        self.dialect = dialect
    }

    var parts: [String] {
        var parts = ["## \(endpoint.id)", "`\(endpoint.method.rawValue) \(endpoint.path)`", endpoint.summary]
        if !endpoint.examples.isEmpty { parts.append(endpoint.examples.map { "    " + $0 }.joined(separator: "\n")) }
        if !endpoint.parameters.isEmpty { parts.append(parameters) }
        if endpoint.lines.count > 1 { parts.append(MarkdownTable.list(endpoint.lines.map(line))) }
        parts.append(MarkdownTable.list(facts))
        if !refusals.isEmpty { parts.append(refusals) }
        if !endpoint.unknowns.isEmpty {
            parts += ["Not known of the real service:", MarkdownTable.list(endpoint.unknowns)]
        }
        return parts
    }

    private var parameters: String {
        MarkdownTable.text(
            ["in a line", "on the wire", "where", "value", "", "what it is"],
            endpoint.parameters.map { parameter in
                [
                    words(parameter), parameter.fields.map { "`\($0)`" }.joined(separator: ", "),
                    endpoint.place(of: parameter).name, parameter.kind.reference, need(parameter), doc(parameter),
                ]
            })
    }

    private func words(_ parameter: Parameter) -> String {
        switch parameter.role {
        case .subject: "behind the verb"
        case .argument where parameter.kind.choices.isEmpty: "behind the subject"
        case .argument: parameter.kind.choices.map { "`\($0.word)`" }.joined(separator: ", ")
        case .clause, .flag: parameter.words.map { "`\($0)`" }.joined(separator: ", ")
        case .hidden: "set by the program"
        }
    }

    private func need(_ parameter: Parameter) -> String {
        switch parameter.need {
        case .required: "required"
        case .optional: ""
        case .guessed: "found where left out"
        }
    }

    private func doc(_ parameter: Parameter) -> String {
        guard !parameter.neededBy.isEmpty else { return parameter.doc }
        return parameter.doc + " Needed by " + parameter.neededBy.joined(separator: ", ") + "."
    }

    private func line(_ line: VerbLine) -> String {
        let preset = line.preset.map { "`\($0.key)` is `\($0.value.text ?? $0.value.compact)`" }.joined(separator: ", ")
        return "`\(line.verb)`: \(line.summary)" + (preset.isEmpty ? "" : " Sends that \(preset).")
    }

    private var facts: [String] {
        var facts = [
            "Effect: \(endpoint.effect.reference).", "Quota: \(endpoint.cost.reference).", "Body: \(payload).",
        ]
        facts.append("Limit: \(endpoint.rate == 1 ? "one call" : "\(endpoint.rate) calls") a second.")
        if let bulk = endpoint.bulk {
            let target = bulk.endpoint == endpoint.id ? "itself" : "[\(bulk.endpoint)](#\(bulk.endpoint.lowercased()))"
            let lacks = bulk.lacks.map { "`\($0)`" }.joined(separator: ", ")
            facts.append(
                "Together: up to \(bulk.limit) in one call of \(target)"
                    + (lacks.isEmpty ? "." : ", which lacks \(lacks)."))
        }
        if let inverse = endpoint.inverse {
            facts.append(
                "Taken back by: [\(inverse.endpoint)](#\(inverse.endpoint.lowercased()))"
                    + (inverse.losing.map { ", without \($0)." } ?? "."))
        }
        if let warning = endpoint.warning { facts.append("Asks first: \(warning)") }
        facts.append("Answers: \(RecordReference.link(endpoint.returns)).")
        if let empty = endpoint.returns.empty { facts.append("Code \(empty) means no rows and is no failure.") }
        return facts
    }

    private var payload: String {
        switch endpoint.payload {
        case .none: "none"
        case .object: "an object"
        case .array(let limit): "an array of up to \(limit) objects"
        }
    }

    private var refusals: String {
        guard !endpoint.refusals.isEmpty else { return "" }
        return MarkdownTable.text(
            ["refusal", "what happened", "about"],
            endpoint.refusals.map { blame in
                [String(blame.code), dialect.refusal(blame.code).cause, blame.field.map { "`\($0)`" } ?? ""]
            })
    }
}
