import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Sends calls through the chain, as few as the bulk forms allow, and tells what became of each.
final class CallPerformer {
    private let context: EngineContext
    private let chain: any RequestHandler
    private let note: (Diagnostic) -> Void
    private let budget: CallBudget
    private let knowledge: AccountKnowledge
    private var reader: AnswerReader
    /// What writes that are held back would have made of the account; nil where they are sent.
    private var foresight: Foresight?

    init(context: EngineContext, budget: CallBudget, isPlan: Bool, note: @escaping (Diagnostic) -> Void) {
        self.context = context
        self.budget = budget
        chain = isPlan ? context.planChain : context.chain
        self.note = note
        knowledge = isPlan ? context.knowledge.copy() : context.knowledge
        foresight = isPlan || context.isDryRun ? Foresight() : nil
        reader = AnswerReader(catalogue: context.catalogue)
    }

    /// What became of the calls, in their order. After a failure that dooms the rest, the rest is not sent.
    func outcomes(of calls: [EndpointCall]) async -> [CallOutcome] {
        let finder = CarrierFinder(
            context: context, knowledge: knowledge,
            read: { endpoint, arguments, call throws(Failure) in try await self.read(endpoint, arguments, for: call) },
            note: note)
        let completed = await finder.completed(calls)
        var outcomes = zip(calls, completed).map { call, result in
            switch result {
            case .failure(let failure): CallOutcome(call, .failure(failure))
            case .success(let call): CallOutcome(call, .success([]))
            }
        }
        let ready = completed.indices.filter { (try? completed[$0].get()) != nil }
        var doom: Failure?
        for (batch, places) in CallBatch.plan(ready.map { outcomes[$0].call }) {
            if doom == nil, Task.isCancelled { doom = .cancelled(at: nil) }
            let settled: [CallOutcome]
            if let doom {
                settled = batch.calls.map { CallOutcome($0, .failure(doom)) }
            } else {
                settled = await self.outcomes(of: batch)
                doom = settled.lazy.compactMap(\.fatal).first
            }
            for (place, outcome) in zip(places, settled) { outcomes[ready[place]] = outcome }
        }
        return outcomes
    }

    /// The rows of one read, and the whole of its answer.
    func read(_ call: EndpointCall) async throws(Failure) -> (rows: [JSON], data: JSON) {
        try await read(call.endpoint, call.arguments, for: call)
    }

    /// What one read answers that a call needs: itself, or what must be known before it.
    private func read(
        _ endpoint: Endpoint, _ arguments: JSONObject, for call: EndpointCall
    ) async throws(Failure) -> (rows: [JSON], data: JSON) {
        if let refusal = budget.refusal() { throw refusal }
        let request: APIRequest
        do { request = try endpoint.request(arguments) } catch { throw Failure(error, of: call) }
        do {
            let answer = try await chain.send(OutgoingRequest(request, of: endpoint))
            let rows = endpoint.rows(of: answer.data)
            knowledge.learn(from: rows)
            return (rows, answer.data)
        } catch {
            if case .refused(let refusal, _) = error, endpoint.meansNoRows(refusal.code) { return ([], .null) }
            throw Failure(error, of: call)
        }
    }

    func value(of row: JSON, for call: EndpointCall) -> Value { reader.read(row, of: call.endpoint) }

    func send(_ request: OutgoingRequest) async -> Result<APIAnswer, APIError> {
        do {
            return .success(try await chain.send(request))
        } catch {
            return .failure(error)
        }
    }
}

// MARK: - Batches

extension CallPerformer {
    private func outcomes(of batch: CallBatch) async -> [CallOutcome] {
        if let refusal = budget.refusal() { return batch.calls.map { CallOutcome($0, .failure(refusal)) } }
        guard foresight != nil, batch.calls.first?.endpoint.effect.isWrite == true else { return await sent(batch) }
        return await foreseen(batch)
    }

    /// The outcomes of writes that are held back: as the account would answer them, which is asked for what it holds.
    private func foreseen(_ batch: CallBatch) async -> [CallOutcome] {
        let held = await tracked(batch.calls) ?? [:]
        let refusals = batch.calls.map { foresight?.refusal(of: $0, held: held) }
        let outcomes = await sent(batch)
        return zip(outcomes, refusals).map { outcome, refusal in
            guard let refusal else { return outcome }
            let call = outcome.call
            if refusal == 4017 { knowledge.forget(call.number ?? "", call.carrier ?? "") }
            return refused(call, .refused(Refusal(code: refusal), message: nil))
        }
    }

    private func sent(_ batch: CallBatch) async -> [CallOutcome] {
        let request: OutgoingRequest
        do {
            request = try batch.request()
        } catch {
            return batch.calls.map { CallOutcome($0, .failure(Failure(error, of: $0))) }
        }
        switch await send(request) {
        case .success(let answer):
            return batch.isBulk ? taken(answer, apart: batch) : batch.calls.map { single(answer, $0) }
        case .failure(let error):
            guard request.isWrite, error.leavesDoubt else { return batch.calls.map { refused($0, error) } }
            return await DoubtSettler(performer: self).settle(batch, after: error)
        }
    }

    private func single(_ answer: APIAnswer, _ call: EndpointCall) -> CallOutcome {
        if !call.endpoint.effect.isWrite, call.endpoint.returns.schema == .tracking {
            knowledge.learn(from: call.endpoint.rows(of: answer.data))
        }
        return done(call, answer.data)
    }

    func taken(_ answer: APIAnswer, apart batch: CallBatch) -> [CallOutcome] {
        guard let endpoint = batch.calls.first?.endpoint else { return [] }
        let outcomes = endpoint.outcomes(of: answer, for: batch.calls.map(\.arguments))
        return zip(batch.calls, outcomes).map { call, outcome in
            switch outcome {
            case .refused(let refusal, let message): refused(call, .refused(refusal, message: message))
            case .done(let rows) where call.endpoint.effect.isWrite: done(call, rows.first ?? .null)
            case .done(let rows): learned(rows, call)
            }
        }
    }

    private func learned(_ rows: [JSON], _ call: EndpointCall) -> CallOutcome {
        knowledge.learn(from: rows)
        return CallOutcome(call, .success(rows.map { reader.read($0, of: call.endpoint) }))
    }

    /// A call that worked; `data` is what the service says of it.
    func done(_ call: EndpointCall, _ data: JSON) -> CallOutcome {
        if let number = call.number, let carrier = call.carrier {
            switch call.endpoint.effect {
            case .create, .update: knowledge.learn(number, carrier)
            case .delete: knowledge.forget(number, carrier)
            case .read, .lookup: break
            }
        }
        return CallOutcome(call, .success(reader.rows(data, of: call)))
    }

    /// A call that was refused. A parcel that is there already is no failure: it is followed, as was asked.
    func refused(_ call: EndpointCall, _ error: APIError) -> CallOutcome {
        if case .refused(let refusal, _) = error, call.endpoint.meansNoRows(refusal.code), call.number == nil {
            return CallOutcome(call, .success([]))
        }
        if case .refused(let refusal, _) = error, refusal.isAlreadyThere, call.endpoint.effect == .create {
            return CallOutcome(
                call, .success([reader.write(call, answered: .null, outcome: EndpointCall.alreadyThere)]))
        }
        return CallOutcome(call, .failure(Failure(error, of: call)))
    }
}

extension CallOutcome {
    /// The failure that dooms every further call, if it was one.
    var fatal: Failure? {
        if case .failure(let failure) = result, failure.isFatal { failure } else { nil }
    }
}

extension CallBatch {
    func request() throws(RequestError) -> OutgoingRequest {
        guard let first = calls.first else { throw .nothing }
        let clears = first.endpoint.effect == .update
        guard isBulk, let bulk = first.endpoint.bulk, let target = Endpoint.named(bulk.endpoint) else {
            return OutgoingRequest(
                try first.endpoint.request(first.arguments, keepingBlanks: clears), of: first.endpoint)
        }
        let request = try first.endpoint.bulkRequest(calls.map(\.arguments), keepingBlanks: clears)
        return OutgoingRequest(request, of: target, items: calls.count)
    }
}
