import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax
import Testing
import TrackingMore

/// Laws that hold for every call, from the line people write to the answer of the sandbox.
@Suite struct `Every call of the API` {
    private func hasErrors(_ text: String) -> Bool {
        Session.check(SourceFile(name: "law.tms", text: text), vocabulary: Catalogue.standard.vocabulary).hasErrors
    }

    @Test func `has a word in some line for each of its parameters, or says who sets it`() {
        for endpoint in Dialect.v2.endpoints where !endpoint.lines.isEmpty {
            for parameter in endpoint.parameters {
                let isOffered = endpoint.lines.contains { line in
                    endpoint.parameters(of: line).contains { $0.field == parameter.field }
                }
                let isPreset = endpoint.lines.contains { $0.preset.keys.contains(parameter.field) }
                // Pages are turned by the program.
                let isPaging = Dialect.v2.isPaged(endpoint) && ["page", "limit"].contains(parameter.field)
                #expect(isOffered || isPreset || isPaging, "\(endpoint.id) \(parameter.field)")
            }
        }
    }

    @Test(arguments: Dialect.v2.endpoints)
    func `has examples that run on the sandbox and make that call`(endpoint: Endpoint) async throws {
        for example in endpoint.examples {
            #expect(!hasErrors(example), "\(example)")
            let isThere = ["track ", "detect ", "change carrier "].contains { example.hasPrefix($0) }
            let before = isThere ? "" : "try track RR100200300SG via singapore-post otherwise print \"\"\n"
            let spied = try await SpiedRun(before + example)
            let ways = [endpoint.id] + (endpoint.bulk.map { [$0.endpoint] } ?? [])
            #expect(spied.calls.contains { ways.contains($0) }, "\(example) called \(spied.calls): \(spied.said)")
        }
    }

    @Test(arguments: Dialect.v2.endpoints)
    func `is reached by a line about two parcels if it has no line of its own`(endpoint: Endpoint) async throws {
        guard endpoint.lines.isEmpty else { return }
        let single = try #require(
            Dialect.v2.endpoints.first { $0.bulk?.endpoint == endpoint.id && $0.id != endpoint.id })
        let also = single.effect == .update ? ["title"] : []
        let line = SampleLine(single, try #require(single.lines.first), also: also)
        let spied = try await SpiedRun(
            line.doubled.replacing(" via china-post", with: single.effect == .create ? " via 4px" : ""))
        #expect(spied.calls.contains(endpoint.id), "\(line.doubled) called \(spied.calls): \(spied.said)")
    }

    @Test func `is refused by the checker and by the client without a required parameter`() {
        for sample in SampleLine.all {
            #expect(!hasErrors(sample.text), "\(sample)")
            for (parameter, _, _) in sample.pieces where parameter.need == .required {
                #expect(hasErrors(sample.without(parameter.field).text), "\(sample) without \(parameter.field)")
                let fields = JSONObject(
                    sample.endpoint.parameters.filter { $0.isRequired && $0.field != parameter.field }.map {
                        ($0.field, "x1")
                    })
                // `mark` needs its word; the call it makes takes others in its place.
                guard sample.endpoint.parameter(parameter.field)?.isRequired == true else { continue }
                #expect(throws: RequestError.self) { try sample.endpoint.request(fields) }
            }
        }
    }

    @Test(arguments: Dialect.v2.endpoints)
    func `underlines the word a refusal blames, or its verb`(endpoint: Endpoint) async throws {
        for line in endpoint.lines {
            for blame in endpoint.refusals {
                // What is followed already, and what has no rows, is no failure.
                if endpoint.effect == .create, Dialect.v2.refusal(blame.code).isAlreadyThere { continue }
                if endpoint.returns.empty == blame.code, blame.field == nil { continue }
                let sample = SampleLine(endpoint, line, also: blame.field.map { [$0] } ?? [])
                if let field = blame.field, sample.word(of: field) == nil { continue }
                let spied = try await SpiedRun("sandbox fail \(blame.code) times 9\n\(sample)")
                let word = blame.field.flatMap { sample.word(of: $0) } ?? line.verb
                #expect(
                    spied.underlined(by: String(blame.code)) == word,
                    "\(sample) refused with \(blame.code): \(spied.said)")
            }
        }
    }
}
