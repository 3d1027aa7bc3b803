public import Testing

@testable public import TrackingMore

extension Endpoint: CustomTestStringConvertible {
    public var testDescription: String { id }
}

/// Laws over the whole catalogue, so that nobody writes them for one call.
@Suite struct `Every declared call` {
    @Test func `is listed once, eighteen in all`() {
        #expect(Dialect.v2.endpoints.count == 18)
        #expect(Set(Dialect.v2.endpoints.map(\.id)).count == 18)
        #expect(Set(Dialect.v2.endpoints.map { $0.method.rawValue + $0.path }).count == 18)
    }

    @Test(arguments: Dialect.v2.endpoints)
    func `has sentences that start with a capital and end with a full stop`(endpoint: Endpoint) {
        let sentences =
            [endpoint.summary] + endpoint.lines.map(\.summary) + endpoint.parameters.map(\.doc)
            + endpoint.unknowns + [endpoint.warning].compactMap { $0 } + endpoint.returns.schema.fields.map(\.doc)
        for sentence in sentences {
            #expect(sentence.first?.isLowercase == false, "\(sentence)")
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains("!"))
        }
    }

    @Test(arguments: Dialect.v2.endpoints) func `gives no two parameters one word or one field`(endpoint: Endpoint) {
        let words = endpoint.parameters.flatMap(\.words)
        let fields = endpoint.parameters.flatMap(\.fields)
        #expect(Set(words).count == words.count)
        #expect(Set(fields).count == fields.count)
        for line in endpoint.lines {
            #expect(endpoint.parameters(of: line).filter { $0.role == .subject }.count <= 1)
        }
    }

    @Test func `has verbs that no other call has, and words without digits`() {
        let verbs = Dialect.v2.endpoints.flatMap(\.lines).map(\.verb)
        #expect(Set(verbs).count == verbs.count)
        for word in verbs + Dialect.v2.endpoints.flatMap(\.parameters).flatMap(\.words) {
            let digits = word.filter(\.isNumber)
            #expect(digits.isEmpty, "\(word)")
        }
    }

    @Test(arguments: Dialect.v2.endpoints) func `fills every name of its path from a parameter`(endpoint: Endpoint) {
        var names: [(String, Bool)] = []
        var optional = false
        for part in endpoint.path.split(separator: "{", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if pieces.count == 2 { names.append((String(pieces[0]), optional)) }
            optional = part.hasSuffix("[/")
        }
        for (name, optional) in names {
            #expect(endpoint.parameter(name)?.isRequired == !optional, "\(name)")
        }
    }

    @Test(arguments: Dialect.v2.endpoints) func `is refused with an unfilled path or a missing parameter`(
        endpoint: Endpoint
    ) {
        for parameter in endpoint.parameters where parameter.isRequired {
            var arguments = filled(endpoint)
            arguments[parameter.field] = nil
            #expect(throws: RequestError.missing(field: parameter.field)) { try endpoint.request(arguments) }
            arguments[parameter.field] = ""
            #expect(throws: RequestError.missing(field: parameter.field)) { try endpoint.request(arguments) }
        }
        #expect(throws: Never.self) { try endpoint.request(filled(endpoint)) }
        #expect(throws: RequestError.unknown(field: "colour")) { try endpoint.request(["colour": "red"]) }
    }

    @Test(arguments: Dialect.v2.endpoints) func `blames parameters that exist with codes that exist`(endpoint: Endpoint)
    {
        for blame in endpoint.refusals {
            #expect(Dialect.v2.refusals.contains { $0.code == blame.code })
            if let field = blame.field { #expect(endpoint.parameter(field) != nil, "\(field)") }
        }
    }

    @Test(arguments: Dialect.v2.endpoints) func `has an example of every line, which begins with its verb`(
        endpoint: Endpoint
    ) {
        for line in endpoint.lines {
            #expect(!line.examples.isEmpty)
            for example in line.examples { #expect(example == line.verb || example.hasPrefix(line.verb + " ")) }
        }
        let isBulkForm = Dialect.v2.endpoints.contains { $0.bulk?.endpoint == endpoint.id && $0.id != endpoint.id }
        #expect(!endpoint.lines.isEmpty || isBulkForm)
    }

    @Test(arguments: Dialect.v2.endpoints) func `has a bulk form and an inverse that exist`(endpoint: Endpoint) throws {
        if let inverse = endpoint.inverse { #expect(Dialect.v2.endpoint(inverse.endpoint) != nil) }
        guard let bulk = endpoint.bulk else { return }
        let target = try #require(Dialect.v2.endpoint(bulk.endpoint))
        for field in bulk.lacks { #expect(endpoint.parameter(field) != nil && target.parameter(field) == nil) }
        if bulk.shape == .array {
            #expect(target.payload == .array(limit: bulk.limit))
            for field in endpoint.parameters.flatMap(\.fields) where !bulk.lacks.contains(field) {
                #expect(target.parameter(field) != nil, "\(field)")
            }
        }
        #expect(target.effect == endpoint.effect)
        #expect(target.needsConsent == endpoint.needsConsent)
    }

    @Test(arguments: Dialect.v2.endpoints) func `names the fields of its answer once, for the wire and for people`(
        endpoint: Endpoint
    ) {
        let fields = endpoint.returns.schema.fields
        #expect(Set(fields.map(\.wire)).count == fields.count)
        #expect(Set(fields.map(\.friendly)).count == fields.count)
    }

    @Test func `names carriers that are in the list where they need a parameter`() {
        for carrier in Dialect.v2.endpoints.flatMap(\.parameters).flatMap(\.neededBy) {
            #expect(Carrier(carrier) != nil, "\(carrier)")
        }
    }

    @Test func `presets fields it has`() {
        for endpoint in Dialect.v2.endpoints {
            for line in endpoint.lines {
                for field in line.preset.keys { #expect(endpoint.parameter(field) != nil) }
            }
        }
    }

    /// Arguments that satisfy every required parameter.
    private func filled(_ endpoint: Endpoint) -> JSONObject {
        JSONObject(endpoint.parameters.filter(\.isRequired).map { ($0.field, "x1") })
    }
}
