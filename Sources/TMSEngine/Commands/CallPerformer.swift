import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Sends calls through the chain, as few as the bulk forms allow, and tells what became of each.
final class CallPerformer {
    let context: EngineContext
    let chain: any RequestHandler
    /// Without what counts the calls of a plan: for reads that only the plan needs.
    let uncounted: any RequestHandler
    let note: (Diagnostic) -> Void
    let budget: CallBudget
    let knowledge: AccountKnowledge
    let account: AccountReader
    /// Told of what became of each write, and what one that is held back would cost.
    private let report: (_ outcome: String, _ isPlanned: Bool, _ quota: Int) -> Void
    private var reader: AnswerReader
    /// Across all calls of the run.
    /// How many ways back were told in this run.
    var waysBackTold = 0
    /// What writes that are held back would have made of the account; nil where they are sent.
    var predictedState: PredictedState?
    /// Where writes are written down; nil where none is sent, or nobody wants it.
    let journal: RunJournal?
    let underWay: RequestsUnderWay
    /// Parcels of which something is to be known soon: those that are to be changed, and those that are to be read.
    private(set) var expected = 0
    let pages: AccountPages
    /// When the run began, by the account's clock.
    let began: Int
    /// Where writes that are held back are gathered.
    let book: PlanBook?
    /// What the account holds before anything of the plan is done to it; nil where writes are sent.
    let foresight: AccountReader?
    /// Numbers that the saved plan has written to which the run carries out.
    var touched: Set<String> = []

    init(
        context: EngineContext, budget: CallBudget, isPlan: Bool, journal: RunJournal?, underWay: RequestsUnderWay,
        book: PlanBook?,
        note: @escaping (Diagnostic) -> Void,
        report: @escaping (_ outcome: String, _ isPlanned: Bool, _ quota: Int) -> Void
    ) {
        self.report = report
        self.context = context
        self.budget = budget
        began = context.environment.now()
        account = AccountReader(context.catalogue.dialect)
        pages = AccountPages(context.catalogue.dialect, clock: context.clock)
        self.underWay = underWay
        uncounted = isPlan ? context.planChain : context.chain
        chain = book?.meter ?? uncounted
        self.book = book
        self.note = note
        knowledge = isPlan ? context.knowledge.copy() : context.knowledge
        let isHeldBack = isPlan || context.isDryRun
        predictedState = isHeldBack ? PredictedState() : nil
        foresight = isHeldBack ? AccountReader(context.catalogue.dialect) : nil
        self.journal = isHeldBack ? nil : journal
        reader = AnswerReader(catalogue: context.catalogue)
    }

    var dialect: Dialect { context.catalogue.dialect }

    /// What calls that are refused one after the other say of the service.
    var breaker = Breaker()

    /// So many calls wait, those that are sent next among them: what they need is read together.
    func expect(_ calls: Int) { expected = calls }

    /// Nothing was found by orders that are written otherwise in the account.
    func explainEmpty(_ call: EndpointCall) async {
        guard let parameter = call.endpoint.parameters.first(where: { $0.kind.element == .orderID }),
            let asked = call.arguments[parameter.field]
        else { return }
        let known = knowledge.knownOrders.union(await context.held().compactMap(\.order))
        for order in asked.texts where !known.contains(order) {
            guard let meant = known.filter({ $0.lettersAndDigits == order.lettersAndDigits }).min() else { continue }
            let range = call.ranges[parameter.field] ?? call.verbRange
            var diagnostic = Diagnostic(
                .note, "N0250", "no order of the account is written `\(order)`",
                at: SourceLocation(call.location.file, range), hint: "there is `\(meant)`")
            if call.location.file.slice(range) == order {
                diagnostic.proposals = [Proposal("write `\(meant)`", [Diagnostic.Edit(range, "\"\(meant)\"")])]
            }
            note(diagnostic)
        }
    }

    /// What failed because the parcel is not there, with what is known of others.
    func explained(_ outcomes: [CallOutcome]) async -> [CallOutcome] {
        guard outcomes.contains(where: \.isNotThere), let seen = knowledge.parcelsToExplain() else { return outcomes }
        let near = NearParcels(parcels: await context.held() + seen)
        return outcomes.map { outcome in
            guard outcome.isNotThere, case .failure(let failure) = outcome.result else { return outcome }
            return CallOutcome(outcome.call, .failure(near.explained(failure, of: outcome.call)))
        }
    }

    /// The calls with their carriers; a failure where none is certain enough.
    func completed(_ calls: [EndpointCall]) async -> [Result<EndpointCall, Failure>] {
        guard calls.contains(where: { $0.lacksCarrier && !$0.bulkNeedsNoCarrier }) else {
            return calls.map { .success($0) }
        }
        let finder = CarrierFinder(
            context: context, knowledge: knowledge,
            ask: { numbers, call throws(Failure) in
                _ = try await self.account.rows(of: numbers) { arguments throws(Failure) in
                    try await self.read(self.dialect.calls.list, arguments, for: call)
                }
            },
            read: { endpoint, arguments, call throws(Failure) in try await self.read(endpoint, arguments, for: call) },
            note: note)
        return await finder.completed(calls)
    }

    func tell(_ outcome: CallOutcome) {
        guard outcome.call.endpoint.effect.isWrite, case .success(let rows) = outcome.result,
            case .record(let row)? = rows.first
        else { return }
        let word = row.value(of: "outcome", context.environment).plainText
        let quota = word == EndpointCall.alreadyThere ? 0 : outcome.call.endpoint.quota(for: 1) ?? 0
        report(word, predictedState != nil, quota)
    }

    /// The rows of one read, and the whole of its answer.
    func read(_ call: EndpointCall) async throws(Failure) -> (rows: [JSON], data: JSON) {
        book?.noteRead(of: call)
        return try await read(call.endpoint, call.arguments, for: call)
    }

    /// What one read answers that a call needs: itself, or what must be known before it.
    func read(
        _ endpoint: Endpoint, _ arguments: JSONObject, for call: EndpointCall
    ) async throws(Failure) -> (rows: [JSON], data: JSON) {
        context.progress?.work(on: call.verb.line.verb)
        if let refusal = budget.refusal() { throw refusal }
        if budget.room(for: 1, costing: endpoint.cost) < 1, let refusal = budget.quotaRefusal() { throw refusal }
        return try await read(endpoint, arguments, for: call, forPlanAlone: false)
    }

    /// - Parameter forPlanAlone: the run does not make this read: it is not counted, and nothing the run would go by is
    ///   learned of it.
    func read(
        _ endpoint: Endpoint, _ arguments: JSONObject, for call: EndpointCall, forPlanAlone: Bool
    ) async throws(Failure) -> (rows: [JSON], data: JSON) {
        let request: APIRequest
        do { request = try endpoint.request(arguments) } catch { throw Failure(error, of: call) }
        do {
            let answer = try await (forPlanAlone ? uncounted : chain).send(OutgoingRequest(request, of: endpoint))
            let rows = endpoint.rows(of: answer.data)
            guard !forPlanAlone else { return (rows, answer.data) }
            knowledge.learn(from: rows, dialect.fields)
            if endpoint.returns.schema == dialect.parcelRecord { keep(rows) }
            return (rows, answer.data)
        } catch {
            if case .refused(let refusal, _) = error, endpoint.meansNoRows(refusal.code) { return ([], .null) }
            throw Failure(error, of: call)
        }
    }

    func value(of row: JSON, for call: EndpointCall) -> Value { reader.read(row, of: call.endpoint) }

    /// The row of a parcel that was there before, with nothing of what the call would have set.
    func alreadyRow(of call: EndpointCall) -> Value {
        var bare = call
        for (field, _) in call.sent { bare.arguments[field] = nil }
        return reader.write(bare, answered: .null, outcome: EndpointCall.alreadyThere)
    }

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
    /// The outcomes with what the account holds of parcels that are there already: those that are not as was wanted have
    /// failed.
    func compared(_ outcomes: [CallOutcome]) async -> [CallOutcome] {
        let there = outcomes.filter { $0.isThereAlready && !$0.call.sent.isEmpty }
        guard let first = there.first else { return outcomes }
        let held: [ParcelKey: JSON]
        do {
            held = try await account.rows(of: there.compactMap(\.call.number), isThere: true) {
                arguments throws(Failure) in try await self.read(self.dialect.calls.list, arguments, for: first.call)
            }
        } catch {
            return outcomes.map { outcome in
                guard outcome.isThereAlready, !outcome.call.sent.isEmpty else { return outcome }
                var failure = error
                failure.number = outcome.call.number
                failure.via = outcome.call.carrier
                failure.row = outcome.call.row.map { .record($0) }
                return CallOutcome(outcome.call, .failure(failure))
            }
        }
        return outcomes.map { outcome in
            let call = outcome.call
            guard outcome.isThereAlready, let row = held[ParcelKey(call.number, call.carrier)] else { return outcome }
            let already = TrackedAlready(call, held: row)
            if let failure = already.failure { return CallOutcome(call, .failure(failure)) }
            if !already.unknown.isEmpty { note(unknown(already.unknown, of: call)) }
            var same = CallOutcome(
                call, .success([reader.write(already.agreed, answered: .null, outcome: EndpointCall.alreadyThere)]))
            same.isThereAlready = true
            return same
        }
    }

    private func unknown(_ words: [String], of call: EndpointCall) -> Diagnostic {
        let names = words.map { "`\($0)`" }.joined(separator: ", ")
        return Diagnostic(
            .note, "N0742", "the service does not say \(names) of a parcel it follows already; nothing was changed",
            at: SourceLocation(call.location.file, call.verbRange))
    }

    /// What the chain answers to a batch that it holds back.
    func withheld(_ batch: CallBatch) async -> [CallOutcome] {
        do {
            switch await send(try batch.request()) {
            case .success(let answer):
                return batch.isBulk ? taken(answer, apart: batch) : batch.calls.map { single(answer, $0) }
            case .failure(let error): return batch.calls.map { refused($0, error) }
            }
        } catch {
            return batch.calls.map { CallOutcome($0, .failure(Failure(error, of: $0))) }
        }
    }

    func single(_ answer: APIAnswer, _ call: EndpointCall) -> CallOutcome {
        let known = [dialect.parcelRecord, dialect.carrierRecord]
        if !call.endpoint.effect.isWrite, known.contains(call.endpoint.returns.schema) {
            knowledge.learn(from: call.endpoint.rows(of: answer.data), dialect.fields)
        }
        return done(call, answer.data)
    }

    func taken(_ answer: APIAnswer, apart batch: CallBatch) -> [CallOutcome] {
        guard let endpoint = batch.calls.first?.endpoint else { return [] }
        let outcomes = endpoint.outcomes(of: answer, for: batch.calls.map(\.arguments), in: dialect)
        return zip(batch.calls, outcomes).map { call, outcome in
            switch outcome {
            case .refused(let refusal, let message): refused(call, .refused(refusal, message: message))
            case .done(let rows) where call.endpoint.effect.isWrite: done(call, rows.first ?? .null)
            case .done(let rows): learned(rows, call)
            }
        }
    }

    private func learned(_ rows: [JSON], _ call: EndpointCall) -> CallOutcome {
        knowledge.learn(from: rows, dialect.fields)
        if call.endpoint.returns.schema == dialect.parcelRecord { keep(rows) }
        return CallOutcome(call, .success(rows.map { reader.read($0, of: call.endpoint) }))
    }

    /// A call that worked; `data` is what the service says of it.
    func done(_ call: EndpointCall, _ data: JSON) -> CallOutcome {
        if let number = call.number, let carrier = call.carrier {
            if call.endpoint.effect.isWrite {
                account.forget(number)
                pages.forget(number)
                if call.planned != nil { touched.insert(number.uppercased()) }
            }
            if call.endpoint.effect == .create { account.hold(call) }
            switch call.endpoint.effect {
            case .create, .update: knowledge.learn(number, carrier)
            case .delete: knowledge.forget(number, carrier)
            case .read, .lookup: break
            }
        }
        var outcome = CallOutcome(call, .success(reader.rows(data, of: call)))
        outcome.answer = data
        return outcome
    }

    /// A call that was refused. A parcel that is there already is no failure: it is followed, as was asked.
    func refused(_ call: EndpointCall, _ error: APIError) -> CallOutcome {
        if case .refused(let refusal, _) = error, call.endpoint.meansNoRows(refusal.code), call.number == nil {
            return CallOutcome(call, .success([]))
        }
        if case .refused(let refusal, _) = error, refusal.isAlreadyThere, call.endpoint.effect == .create {
            return alreadyThere(call)
        }
        return CallOutcome(call, .failure(Failure(error, of: call)))
    }
}

extension CallOutcome {
    /// The account does not hold the parcel.
    var isNotThere: Bool {
        guard case .failure(let failure) = result, let code = Int(failure.diagnostic.code) else { return false }
        return call.dialect.refusal(code).isNotThere && call.number != nil
    }

    /// What it means for the count of rows; nil for a failure, which is counted when it is told.
    var rowEnd: Progress.RowEnd? {
        guard case .success = result else { return nil }
        return isThereAlready ? .already(EndpointCall.alreadyThere) : .done
    }

    var isDone: Bool { if case .success = result { true } else { false } }

    /// The failure that dooms every further call, if it was one.
    var fatal: Failure? {
        if case .failure(let failure) = result, failure.isFatal { failure } else { nil }
    }
}

extension JSON {
    /// The texts of a list, or the text alone.
    fileprivate var texts: [String] { array?.compactMap(\.text) ?? text.map { [$0] } ?? [] }
}

extension String {
    fileprivate var lettersAndDigits: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}

extension CallBatch {
    /// The word of the language that makes it.
    var verb: String? { calls.first?.verb.line.verb }

    /// What the request costs.
    var cost: Endpoint.Cost {
        guard let own = calls.first?.endpoint else { return .free }
        let target = isBulk ? calls.first?.dialect.bulkTarget(of: own) : nil
        return (target ?? own).cost
    }

    func request() throws(RequestError) -> OutgoingRequest {
        guard let first = calls.first else { throw .nothing }
        let clears = first.endpoint.effect == .update
        guard isBulk, let target = first.dialect.bulkTarget(of: first.endpoint) else {
            return OutgoingRequest(
                try first.endpoint.request(first.arguments, keepingBlanks: clears), of: first.endpoint)
        }
        let request = try first.endpoint.bulkRequest(
            calls.map(\.arguments), in: first.dialect, keepingBlanks: clears)
        return OutgoingRequest(request, of: target, items: calls.count)
    }
}
