import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

extension EffectDriver {
    func command(_ call: CommandCall) async -> TMSRuntime.Answer {
        do {
            return switch try await lowered(call) {
            case .answered(let answer): answer
            case .calls(let calls): try await perform(calls, call)
            }
        } catch {
            return .failed(error)
        }
    }

    /// A command taken apart: its calls, or for all other commands already the answer.
    enum LoweredEffect {
        case calls([EndpointCall])
        case answered(TMSRuntime.Answer)
    }

    func lowered(_ call: CommandCall) async throws(Failure) -> LoweredEffect {
        let lowering = Lowering(catalogue: context.catalogue, environment: context.environment)
        if let file = call.file { return .answered(try await fromFile(file, call, lowering)) }
        switch try lowering.lower(call) {
        case .own(let verb, let call): return .answered(try await own(verb, call))
        case .listing(let calls):
            if let description = described(calls, call) { return .answered(description) }
            return .answered(
                await cursors.open(
                    ListingSource(
                        performer: performer(for: call), calls: calls, statistics: context.statistics,
                        wanted: call.wanted)))
        case .calls(let calls, let notes):
            notes.forEach(note)
            if let description = described(calls, call) { return .answered(description) }
            return .calls(calls)
        }
    }

    /// Asks before calls that cannot be taken back; throws where the answer is no.
    func askConsent(_ calls: [EndpointCall], _ call: CommandCall) async throws(Failure) {
        guard let first = calls.first, let warning = first.endpoint.warning, call.prefix == nil else { return }
        let verb = SourceLocation(first.location.file, first.verbRange)
        let count = consents.wanted(calls.count, by: verb)
        guard count > 0 else { return consents.take(calls.count, asked: 0, by: verb) }
        // The rows to come are taken to need as many requests as these.
        let requests = (CallBatch.plan(calls).count * count + calls.count - 1) / max(calls.count, 1)
        let request = ConsentRequest(
            verb: first.verb.line.verb, warning: warning, count: count, isAtMost: count > calls.count,
            requests: requests, samples: calls.prefix(3).compactMap(\.number), location: first.location)
        guard await context.consent(request) else {
            throw Failure(
                kind: "consent",
                Diagnostic(
                    .error, "E0730", "`\(request.verb)` needs a yes, and nothing was sent",
                    at: SourceLocation(first.location.file, first.verbRange), hint: "run with --yes"),
                isFatal: true, status: 8)
        }
        consents.take(calls.count, asked: count, by: verb)
    }

    /// The answer to a command of one call.
    func answer(_ outcome: CallOutcome) -> TMSRuntime.Answer {
        switch outcome.result {
        case .failure(let failure): return .failed(failure)
        case .success(let rows):
            if rows.count == 1, let row = rows.first, !outcome.call.endpoint.returns.rows.isSeveral {
                return .value(row)
            }
            return .rows(rows, more: nil)
        }
    }
}

extension EffectDriver {
    private func perform(_ calls: [EndpointCall], _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        guard !calls.isEmpty else { return .rows([], more: nil) }
        try await askConsent(calls, call)
        guard calls.count == 1 else {
            var rest: [EndpointCall]? = calls
            return await cursors.open(
                targets(call) { () async throws(Failure) in
                    defer { rest = nil }
                    return rest
                })
        }
        guard let outcome = await performer(for: call).outcomes(of: calls).first else { return .done }
        return answer(outcome)
    }

    private func fromFile(
        _ file: CallArgument, _ call: CommandCall, _ lowering: Lowering
    ) async throws(Failure) -> TMSRuntime.Answer {
        let location = SourceLocation(call.location.file, file.range)
        let path = file.values.first?.plainText ?? ""
        let source = try FileRows.open(resolved(path, from: location), as: path, location)
        var isLast = false
        let more = { [unowned self] () async throws(Failure) -> [EndpointCall]? in
            guard !isLast else { return nil }
            let chunk = try await source.next()
            isLast = chunk.isLast
            let rows = try lowering.renamed(chunk.rows, for: call)
            guard case .calls(let calls, let notes) = try lowering.lower(call, rows: rows) else { return nil }
            notes.forEach(note)
            return calls
        }
        guard call.prefix == .explain || call.prefix == .curl else { return await cursors.open(targets(call, more)) }
        var all: [EndpointCall] = []
        while let calls = try await more() { all += calls }
        return described(all, call) ?? .done
    }

    private func targets(
        _ call: CommandCall, _ more: @escaping () async throws(Failure) -> [EndpointCall]?
    ) -> TargetsSource {
        TargetsSource(
            performer: performer(for: call), location: call.location,
            report: { [output] in output(.rowFailed($0)) }, more: more)
    }

    private func own(_ verb: LocalVerb, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        if call.prefix != nil, !verb.isPure {
            output(.line("\(verb.signature.name) would run here; no call is made"))
            return .rows([], more: nil)
        }
        if context.isReadOnly, !verb.isPure {
            throw .promised(at: SourceLocation(call.location.file, call.verbRange))
        }
        let answer = try await verb.run(
            LocalCall(
                call: call, catalogue: context.catalogue, environment: context.environment,
                services: context.services))
        switch answer {
        case .value(let value):
            if verb.signature.returnsRows, case .list(let list) = value { return .rows(list.items, more: nil) }
            return .value(value)
        case .request(let request): return try await freeHand(request, call)
        }
    }

    private func freeHand(_ request: APIRequest, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let description = CallDescription(baseURL: context.baseURL)
        if call.prefix == .curl || call.prefix == .explain {
            let line =
                call.prefix == .curl
                ? description.curl(request) : "1 call of \(request.method.rawValue) \(request.path)"
            if notebook.isOpen { notebook.add(line) } else { output(.line(line)) }
            return .rows([], more: nil)
        }
        if let refusal = budget.refusal() { throw refusal }
        switch await performer(for: call).send(OutgoingRequest(freeHand: request)) {
        case .success(let answer):
            var decoder = ValueDecoder()
            return .value(decoder.value(answer.raw))
        case .failure(let error):
            throw Failure(error, at: SourceLocation(call.location.file, call.verbRange))
        }
    }

    /// What `explain` and `curl` say of the calls; nil for commands that are to be run.
    private func described(_ calls: [EndpointCall], _ call: CommandCall) -> TMSRuntime.Answer? {
        guard let prefix = call.prefix, prefix != .plan else { return nil }
        let description = CallDescription(baseURL: context.baseURL)
        var book = notebook.isOpen ? notebook : CallNotebook(description)
        book.add(calls.map { DescribedCall($0, wanted: call.wanted) }, under: prefix, round: round)
        let isListing = calls.first?.endpoint.isPaged ?? false
        if prefix == .explain, isListing, let sifting = description.sifting(calls, isSifted: call.isSifted) {
            book.add(sifting)
        }
        if notebook.isOpen {
            notebook = book
        } else {
            for line in book.close() { output(.line(line)) }
        }
        return .rows([], more: nil)
    }

    /// What the rows would be sent with that `explain` does not read.
    func tellPerRow(_ verbs: [VerbID], together: Bool) {
        let description = CallDescription(baseURL: context.baseURL)
        for verb in verbs {
            guard case .endpoint(let verb)? = context.catalogue[verb] else { continue }
            for line in description.perRow(verb.endpoint, together: together) {
                if notebook.isOpen { notebook.add(line) } else { output(.line(line)) }
            }
        }
    }
}

extension Returns.Rows {
    fileprivate var isSeveral: Bool {
        switch self {
        case .array, .map: true
        case .data, .member, .nothing: false
        }
    }
}
