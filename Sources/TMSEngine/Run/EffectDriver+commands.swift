import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

extension EffectDriver {
    func command(_ call: CommandCall) async -> TMSRuntime.Answer {
        do {
            return switch try await lowered(call) {
            case .answered(let answer): answer
            case .targets(let targets): try await perform(targets, call)
            }
        } catch {
            return .failed(error)
        }
    }

    /// A command taken apart: its calls, or for all other commands already the answer.
    enum LoweredEffect {
        case targets([LoweredTarget])
        case answered(TMSRuntime.Answer)
    }

    func lowered(_ call: CommandCall) async throws(Failure) -> LoweredEffect {
        let lowering = Lowering(
            catalogue: context.catalogue, environment: context.environment,
            knowsCarrier: { [knowledge = context.knowledge] in knowledge.knowsCarrier($0) })
        if let file = call.file { return .answered(try await fromFile(file, call, lowering)) }
        switch try lowering.lower(call) {
        case .own(let verb, let call): return .answered(try await own(verb, call))
        case .listing(let calls, let notes):
            notes.forEach(note)
            if let description = described(calls, call) { return .answered(description) }
            return .answered(
                await cursors.open(
                    ListingSource(
                        performer: performer(for: call), calls: calls, statistics: context.statistics,
                        wanted: call.wanted)))
        case .targets(let targets, let notes):
            notes.forEach(note)
            if targets.count == 1 { for target in targets.calls { tally.look(at: target) } }
            if call.prefix == .explain || call.prefix == .curl { tellFailures(targets) }
            if let description = described(targets.calls, call) { return .answered(description) }
            return .targets(targets)
        }
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
    func perform(_ targets: [LoweredTarget], _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let calls = targets.calls
        guard !targets.isEmpty else { return .rows([], more: nil) }
        try await askConsent(calls, call)
        guard targets.count == 1, calls.count == 1 else {
            context.progress?.expect(targets.count)
            var rest: [LoweredTarget]? = targets
            return await cursors.open(
                source(call) { () async throws(Failure) in
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
        let name = FileName(file.values.first ?? .nothing, in: context.environment)
        tally.sawFile()
        let place = resolved(name, from: location)
        let source = try FileRows.open(place, as: name.path, call.fileOptions, location)
        guard let rows = try lowering.rows(of: call) else { return .done }
        count(of: place, call.fileOptions).map { context.progress?.expect($0) }
        var isLast = false
        let more = { [unowned self] () async throws(Failure) -> [LoweredTarget]? in
            guard !isLast else { return nil }
            let chunk = try await source.next()
            isLast = chunk.isLast
            chunk.notes.forEach(note)
            let targets = try rows.targets(of: chunk.rows).merged(with: chunk.failed)
            if isLast { rows.notes().forEach(note) }
            return targets
        }
        guard call.prefix == .explain || call.prefix == .curl else {
            return await cursors.open(self.source(call, more))
        }
        var all: [LoweredTarget] = []
        while let targets = try await more() { all += targets }
        tellFailures(all)
        return described(all.calls, call) ?? .done
    }

    func source(
        _ call: CommandCall, _ more: @escaping () async throws(Failure) -> [LoweredTarget]?
    ) -> TargetsSource {
        var isWrite = false
        if case .endpoint(let verb)? = context.catalogue[call.verb] { isWrite = verb.endpoint.effect.isWrite }
        return TargetsSource(
            performer: performer(for: call), location: call.location, isWrite: isWrite, output: output, more: more)
    }

    /// Tells of targets for which there is no call to describe.
    func tellFailures(_ targets: [LoweredTarget]) {
        for case .failed(let failure) in targets { output(.rowFailed(failure)) }
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
        case .apply(let file): return try await apply(file, call)
        case .runs(let query): return try await answerRuns(query, call)
        case .desk(let query): return try await self.answer(query, call)
        }
    }

    private func freeHand(_ request: APIRequest, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let description = CallDescription(baseURL: context.baseURL, dialect: context.catalogue.dialect)
        if call.prefix == .curl || call.prefix == .explain {
            let line =
                call.prefix == .curl
                ? description.curl(request) : "1 call of \(request.method.rawValue) \(request.path)"
            if notebook.isOpen { notebook.add(line) } else { output(.line(line)) }
            return .rows([], more: nil)
        }
        let effect = effect(of: request, call)
        try await askConsent(byHand: request, effect, call)
        if let refusal = budget.refusal() { throw refusal }
        switch await performer(for: call).send(OutgoingRequest(freeHand: request, effect)) {
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
        let description = CallDescription(baseURL: context.baseURL, dialect: context.catalogue.dialect)
        let wanted = call.wanted
        var book = notebook.isOpen ? notebook : CallNotebook(description)
        let described = calls.map { call in
            DescribedCall(
                call, wanted: wanted, carriers: call.number.map { context.knowledge.carriers(of: $0) } ?? [],
                keepsImages: context.journal?.readsImages ?? false)
        }
        book.add(described, under: prefix, round: round)
        if prefix == .curl, let one = described.first(where: { $0.call.lacksCarrier && !$0.call.bulkNeedsNoCarrier }) {
            note(.placeholder(at: SourceLocation(one.call.location.file, one.call.verbRange)))
        }
        let isListing = calls.first?.verb.isPaged ?? false
        if prefix == .explain, isListing, let sifting = description.sifting(calls, isSifted: call.isSifted) {
            book.add(sifting)
        }
        if notebook.isOpen {
            notebook = book
        } else {
            for line in book.close() { output(.line(line)) }
        }
        // A call of one row gives one that has nothing in it, so that what is asked of it goes on.
        let isOne = calls.count == 1 && calls.first?.endpoint.returns.rows.isSeveral == false
        return isOne ? .value(.nothing) : .rows([], more: nil)
    }

    /// What the rows would be sent with that `explain` does not read.
    func tellPerRow(_ verbs: [VerbID], together: Bool) {
        let description = CallDescription(baseURL: context.baseURL, dialect: context.catalogue.dialect)
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

extension Diagnostic {
    fileprivate static func placeholder(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .note, "N0713", "`CARRIER` stands for a code that only the account knows", at: location,
            hint: "say it with `via`, or look it up with `show`")
    }
}
