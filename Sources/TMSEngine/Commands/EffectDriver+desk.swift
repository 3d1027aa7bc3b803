import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// The verbs of the desk: they read parcels as other verbs do, and tell of them in their own way.
extension EffectDriver {
    func answer(_ query: DeskQuery, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        switch query {
        case .reply(let request): try await reply(request, call)
        case .find(let search): try await find(search, call)
        case .look(let text): try await look(into: text, call)
        case .copy(let values): try await copy(values, call)
        }
    }

    // MARK: Replies

    /// Reads the parcels as `show` does, and writes a text of each.
    private func reply(_ request: ReplyRequest, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let reading = showing(call)
        let targets: [LoweredTarget]
        switch try await lowered(reading) {
        case .answered(let answer): return answer
        case .targets(let found): targets = found
        }
        let (texts, environment, catalogue) = (context.replies, context.environment, context.catalogue)
        let written: (Value) -> Value = { row in
            guard case .record(let parcel) = row else { return row }
            return request.text(of: parcel, texts, catalogue, environment)
        }
        if targets.count == 1, targets.calls.count == 1 {
            guard let outcome = await performer(for: reading).outcomes(of: targets.calls).first else { return .done }
            switch outcome.result {
            case .failure(let failure): return .failed(failure)
            case .success(let rows):
                guard rows.count == 1, let row = rows.first else { return .rows(rows.map(written), more: nil) }
                return .value(written(row))
            }
        }
        guard !targets.isEmpty else { return .rows([], more: nil) }
        var rest: [LoweredTarget]? = targets
        let source = source(reading) { () async throws(Failure) in
            defer { rest = nil }
            return rest
        }
        return await cursors.open(
            MappedSource(source) { row in
                guard case .record(let parcel) = row else { return row }
                let names = ["number", "via"].map { parcel.value(of: $0, environment) }
                return .record(Record(shape: ReplyRequest.shape, values: names + [written(row)]))
            })
    }

    /// The same parcels for `show`: of the labels only the carrier is one of it.
    private func showing(_ call: CommandCall) -> CommandCall {
        let vocabulary = context.catalogue.vocabulary
        guard let show = vocabulary.bareNumberVerb else { return call }
        var reading = call
        reading.verb = show
        reading.clauses = call.clauses.compactMap { clause in
            let labels = vocabulary[call.verb].clauses.map(\.label)
            guard labels.indices.contains(clause.index), labels[clause.index] == "via",
                let place = vocabulary[show].clauses.firstIndex(where: { $0.label == "via" })
            else { return nil }
            var clause = clause
            clause.index = place
            return clause
        }
        return reading
    }

    // MARK: Finding

    /// Looks through the account: a whole number by itself first, everything else in pages as large as they come.
    private func find(_ search: ParcelSearch, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let listing = listing(call)
        if call.prefix == .explain || call.prefix == .curl, case .answered(let answer) = try await lowered(listing) {
            return answer
        }
        let calls = try calls(of: listing)
        let performer = performer(for: call)
        if let number = search.number, let first = calls.first {
            let names = context.catalogue.dialect.fields.request
            let rows = try await performer.read(
                first.endpoint, [names.numbers: .array([.string(number)])], for: first
            ).rows
            let found = rows.compactMap { row -> Value? in
                guard case .record(let parcel) = performer.value(of: row, for: first) else { return nil }
                return search.row(of: parcel, context.environment)
            }
            if !found.isEmpty { return .rows(found, more: nil) }
        }
        let pages = ListingSource(
            performer: performer, calls: calls, statistics: context.statistics, wanted: listing.wanted)
        return await cursors.open(FindSource(pages, search, context.environment))
    }

    /// The whole account, in as few calls as possible.
    private func listing(_ call: CommandCall) -> CommandCall {
        guard let list = context.catalogue.vocabulary.listingVerb else { return call }
        var listing = call
        listing.verb = list
        listing.subjects = []
        listing.clauses = []
        listing.wanted = context.catalogue.dialect.largestPage
        return listing
    }

    private func calls(of listing: CommandCall) throws(Failure) -> [EndpointCall] {
        let lowering = Lowering(catalogue: context.catalogue, environment: context.environment)
        guard case .listing(let calls, _) = try lowering.lower(listing) else { return [] }
        return calls
    }

    // MARK: A text from outside

    private func look(into text: String, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let desk = DeskText(text)
        let listing = listing(call)
        guard call.prefix == nil || call.prefix == .plan else {
            guard case .answered(let answer) = try await lowered(listing) else { return .done }
            return answer
        }
        guard let first = try calls(of: listing).first else { return .done }
        let reader = FindingReader(
            performer: performer(for: call), call: first, environment: context.environment,
            known: await context.held(), knownOrders: context.knowledge.knownOrders)
        return .rows(try await reader.findings(in: desk).map(\.row), more: nil)
    }

    // MARK: The clipboard

    private func copy(_ values: [Value], _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let verb = SourceLocation(call.location.file, call.verbRange)
        let table = ClipboardTable(values, context, verb)
        do {
            _ = try await context.services.perform(.copy(table.text))
        } catch {
            throw Failure(kind: .usage, Diagnostic("E0622", error.message, at: verb, hint: error.hint))
        }
        // A text is seen, so that who copies it knows what it says.
        if table.rows == 0 { output(.line(table.text)) }
        if context.environment.printsOnTerminal { output(.line(table.told)) }
        return .done
    }
}

/// Rows of another source, each made into something else.
final class MappedSource: RowSource {
    private let base: any RowSource
    private let map: (Value) -> Value

    init(_ base: any RowSource, _ map: @escaping (Value) -> Value) {
        self.base = base
        self.map = map
    }

    var rowCount: Int? { base.rowCount }
    var tellsRest: Bool { base.tellsRest }

    func next() async throws(Failure) -> RowChunk {
        var chunk = try await base.next()
        chunk.rows = chunk.rows.map(map)
        return chunk
    }
}
