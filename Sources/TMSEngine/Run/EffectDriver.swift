import TMSCommands
public import TMSRuntime
import TMSSyntax
import TrackingMore

/// Answers the effects of one run. Effects are values, so several may be looked at before the first is carried out.
public final class EffectDriver {
    private let context: EngineContext
    private let output: (OutputEvent) -> Void
    private let budget: CallBudget
    private var cursors = CursorTable()
    private var writers = WriterTable()
    private var notesGiven: Set<String> = []

    public init(context: EngineContext, output: @escaping (OutputEvent) -> Void) {
        self.context = context
        self.output = output
        budget = CallBudget(clock: context.clock, statistics: context.statistics)
    }

    public func answer(_ effect: Effect) async -> TMSRuntime.Answer {
        if Task.isCancelled, !effect.tidiesUp { return .failed(.cancelled(at: nil)) }
        switch effect {
        case .command(let call): return await command(call)
        case .next(let id): return await cursors.next(id)
        case .close(let id):
            cursors.close(id)
            return .done
        case .open(let path, let location): return await open(path, location)
        case .save(let path, let location): return writers.begin(resolved(path, from: location), path, location)
        case .write(let id, let rows): return writers.write(rows, to: id)
        case .commit(let id): return writers.commit(id)
        case .abandon(let id):
            writers.abandon(id)
            return .done
        case .wait(let seconds, let location): return await wait(seconds, location)
        case .limit(let calls, let seconds, let location):
            budget.begin(calls: calls, seconds: seconds, location)
            return .done
        case .endLimit:
            budget.end()
            return .done
        case .ask(let question, let location): return await session(.ask(question), location)
        case .confirm(let question, let location): return await session(.confirm(question), location)
        case .flush: return .done
        }
    }

    /// Lets go of what the program left open; nothing half written stays behind.
    public func finish() {
        cursors.closeAll()
        writers.abandonAll()
    }

    private func wait(_ seconds: Int, _ location: SourceLocation) async -> TMSRuntime.Answer {
        do {
            try await context.clock.sleep(seconds: Double(seconds))
            return .done
        } catch {
            return .failed(.cancelled(at: location))
        }
    }

    private func session(_ request: SessionRequest, _ location: SourceLocation) async -> TMSRuntime.Answer {
        do {
            return .value(try await context.services.perform(request))
        } catch {
            return .failed(
                Failure(kind: "usage", Diagnostic(.error, "E0622", error.message, at: location, hint: error.hint)))
        }
    }

    private func open(_ path: String, _ location: SourceLocation) async -> TMSRuntime.Answer {
        do {
            return await cursors.open(try FileRows.open(resolved(path, from: location), as: path, location))
        } catch {
            return .failed(error)
        }
    }

    private func resolved(_ path: String, from location: SourceLocation) -> String {
        FilePath.resolve(path, script: location.file.name, directory: context.directory)
    }
}

// MARK: - Commands

extension EffectDriver {
    private func command(_ call: CommandCall) async -> TMSRuntime.Answer {
        let lowering = Lowering(catalogue: context.catalogue, environment: context.environment)
        do {
            if let file = call.file { return try await fromFile(file, call, lowering) }
            switch try lowering.lower(call) {
            case .own(let verb, let call): return try await own(verb, call)
            case .listing(let calls):
                return await cursors.open(ListingSource(performer: performer(call), calls: calls))
            case .calls(let calls, let notes):
                notes.forEach(note)
                return try await perform(calls, call)
            }
        } catch {
            return .failed(error)
        }
    }

    private func own(_ verb: LocalVerb, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let value = try await verb.run(
            LocalCall(
                call: call, catalogue: context.catalogue, environment: context.environment,
                services: context.services))
        if verb.signature.returnsRows, case .list(let list) = value { return .rows(list.items, more: nil) }
        return .value(value)
    }

    private func perform(_ calls: [EndpointCall], _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        guard let first = calls.first else { return .rows([], more: nil) }
        try await askConsent(calls, first)
        let performer = performer(call)
        guard calls.count == 1 else {
            var rest: [EndpointCall]? = calls
            return await cursors.open(
                targets(performer, call) { () async throws(Failure) in
                    defer { rest = nil }
                    return rest
                })
        }
        guard let outcome = await performer.outcomes(of: calls).first else { return .done }
        let rows = try outcome.result.get()
        if first.endpoint.returns.rows.isSeveral || rows.count != 1 { return .rows(rows, more: nil) }
        return rows.first.map { .value($0) } ?? .rows([], more: nil)
    }

    private func fromFile(
        _ file: CallArgument, _ call: CommandCall, _ lowering: Lowering
    ) async throws(Failure) -> TMSRuntime.Answer {
        let location = SourceLocation(call.location.file, file.range)
        let path = file.values.first?.plainText ?? ""
        let source = try FileRows.open(resolved(path, from: location), as: path, location)
        var isLast = false
        return await cursors.open(
            targets(performer(call), call) { [unowned self] () async throws(Failure) in
                guard !isLast else { return nil }
                let chunk = try await source.next()
                isLast = chunk.isLast
                let rows = try lowering.renamed(chunk.rows, for: call)
                guard case .calls(let calls, let notes) = try lowering.lower(call, rows: rows) else { return nil }
                notes.forEach(note)
                return calls
            })
    }

    private func targets(
        _ performer: CallPerformer, _ call: CommandCall,
        more: @escaping () async throws(Failure) -> [EndpointCall]?
    ) -> TargetsSource {
        TargetsSource(
            performer: performer, location: call.location, report: { [output] in output(.rowFailed($0)) }, more: more)
    }

    private func performer(_ call: CommandCall) -> CallPerformer {
        CallPerformer(
            context: context, budget: budget, isPlan: call.prefix != nil, note: { [unowned self] in note($0) })
    }

    private func askConsent(_ calls: [EndpointCall], _ first: EndpointCall) async throws(Failure) {
        guard let warning = first.endpoint.warning else { return }
        let request = ConsentRequest(
            verb: first.verb.line.verb, warning: warning, count: calls.count,
            requests: CallBatch.plan(calls).count, samples: calls.prefix(3).compactMap(\.number),
            location: first.location)
        guard await context.consent(request) else {
            throw Failure(
                kind: "consent",
                Diagnostic(
                    .error, "E0730", "`\(request.verb)` needs a yes, and nothing was sent",
                    at: SourceLocation(first.location.file, first.verbRange), hint: "run with --yes"),
                isFatal: true, status: 8)
        }
    }

    /// Says a thing once a run, however many rows it is true of.
    private func note(_ diagnostic: Diagnostic) {
        let place = diagnostic.location.map { "\($0.file.name) \($0.range.lower)" } ?? ""
        guard notesGiven.insert("\(diagnostic.code) \(place) \(diagnostic.message)").inserted else { return }
        output(.diagnostic(diagnostic))
    }
}

extension Returns.Rows {
    var isSeveral: Bool {
        switch self {
        case .array, .map: true
        case .data, .member, .nothing: false
        }
    }
}

extension Effect {
    /// Whether it only lets go of something, so that it is carried out after ^C too.
    fileprivate var tidiesUp: Bool {
        switch self {
        case .close, .abandon, .endLimit, .flush: true
        default: false
        }
    }
}

extension Failure {
    static func cancelled(at location: SourceLocation?) -> Failure {
        Failure(
            kind: "cancelled", Diagnostic(.error, "E0703", "cancelled", at: location), isFatal: true, status: 7)
    }
}
