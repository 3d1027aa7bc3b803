import TMSBase
import TMSCommands
import TMSRuntime
import TrackingMore

/// A request that has left, or will not leave, with what is to be done once its answer has come.
struct Launch {
    enum State {
        /// It was not sent, or its answer needs nothing more to be read.
        case settled([CallOutcome])
        case answered(OutgoingRequest, Result<APIAnswer, APIError>)
        case underWay(OutgoingRequest, Task<Result<APIAnswer, APIError>, Never>)
    }

    let batch: CallBatch
    var state: State
    /// Calls behind those of the batch for which there was no quota.
    var rest: [CallOutcome] = []
    /// The places of the writes in the journal.
    var places: [Int] = []
    var waysBack: [Int: WayBack] = [:]
    /// Other calls of its kind wait: where the service refuses it for a cause that may pass, all of them wait for that.
    var isOneOfMany = false

    init(_ batch: CallBatch, _ state: State) {
        self.batch = batch
        self.state = state
    }

    init(_ batch: CallBatch, failing failure: Failure) {
        self.init(batch, .settled(batch.calls.map { CallOutcome($0, .failure(failure)) }))
    }
}

/// A call that is to be sent, or of which it is known what became of it.
enum PreparedCall {
    case ready(EndpointCall)
    case known(CallOutcome)

    /// The call that is to be sent.
    var call: EndpointCall? { if case .ready(let call) = self { call } else { nil } }
}

extension CallPerformer {
    /// The calls with their carriers, and without those that an earlier attempt of the run has done.
    func prepared(_ calls: [EndpointCall]) async -> [PreparedCall] {
        var prepared: [PreparedCall]
        if let journal, journal.isResumed, calls.contains(where: \.endpoint.effect.isWrite) {
            prepared = await Resumption(performer: self, journal: journal).recalled(calls)
        } else {
            prepared = calls.map { .ready($0) }
        }
        var open: [(place: Int, call: EndpointCall)] = []
        for (place, one) in prepared.enumerated() {
            if case .ready(let call) = one { open.append((place, call)) }
        }
        var failed: [(place: Int, outcome: CallOutcome)] = []
        for ((place, call), result) in zip(open, await completed(open.map(\.call))) {
            switch result {
            case .success(let call):
                CarrierNeeds.note(on: call).map(note)
                prepared[place] = .ready(call)
            case .failure(let failure): failed.append((place, CallOutcome(call, .failure(failure))))
            }
        }
        for (index, failure) in await moved(open.map(\.call)) {
            failed.append((open[index].place, CallOutcome(open[index].call, .failure(failure))))
        }
        for (place, outcome) in zip(failed.map(\.place), await explained(failed.map(\.outcome))) {
            prepared[place] = .known(outcome)
        }
        let ready = prepared.indices.compactMap { place in prepared[place].call.map { (place, $0) } }
        for ((place, _), outcome) in zip(ready, await settledBefore(ready.map(\.1))) {
            if let outcome { prepared[place] = .known(outcome) }
        }
        return prepared
    }

    /// What became of the calls, in their order. After a failure that dooms the rest, the rest is not sent.
    func outcomes(of calls: [EndpointCall]) async -> [CallOutcome] {
        var outcomes: [CallOutcome?] = Array(repeating: nil, count: calls.count)
        var ready: [(place: Int, call: EndpointCall)] = []
        for (place, prepared) in await prepared(calls).enumerated() {
            switch prepared {
            case .known(let outcome): outcomes[place] = outcome
            case .ready(let call): ready.append((place, call))
            }
        }
        while !ready.isEmpty {
            let isFirst = firstOfEach(ready.map(\.call))
            let first = zip(ready, isFirst).filter(\.1).map(\.0)
            ready = zip(ready, isFirst).filter { !$0.1 }.map(\.0)
            let doom = outcomes.lazy.compactMap { $0?.fatal }.first
            for ((place, _), outcome) in zip(first, await sent(first.map(\.call), after: doom)) {
                outcomes[place] = outcome
            }
            let known = await settledBefore(ready.map(\.call))
            for ((place, _), outcome) in zip(ready, known) { outcomes[place] = outcome }
            ready = zip(ready, known).filter { $0.1 == nil }.map(\.0)
        }
        return zip(calls, outcomes).map { call, outcome in outcome ?? CallOutcome(call, .success([])) }
    }

    /// Sends calls, in as few requests as they go into.
    ///
    /// - Parameter doom: the failure after which nothing is sent, if there was one.
    private func sent(_ calls: [EndpointCall], after doom: Failure?) async -> [CallOutcome] {
        var doom = doom
        var outcomes: [CallOutcome?] = Array(repeating: nil, count: calls.count)
        var launches: [(launch: Launch, places: [Int])] = []
        let land = { [self] (launches: inout [(launch: Launch, places: [Int])]) async -> [(Int, CallOutcome)] in
            let (launch, places) = launches.removeFirst()
            return Array(zip(places, await self.land(launch)))
        }
        for (batch, places) in CallBatch.plan(calls) {
            let numbers = Set(batch.calls.compactMap { $0.number?.uppercased() })
            while !launches.isEmpty,
                launches.count >= requestsAtATime || launches.contains(where: { $0.launch.isAbout(numbers) })
            {
                for (place, outcome) in await land(&launches) { outcomes[place] = outcome }
                doom = doom ?? outcomes.lazy.compactMap { $0?.fatal }.first
            }
            if doom == nil, Task.isCancelled { doom = .cancelled(at: nil) }
            if let doom {
                for place in places { outcomes[place] = CallOutcome(calls[place], .failure(doom)) }
                continue
            }
            expect(calls.count)
            launches.append((await launch(batch, among: calls.count), places))
            guard requestsAtATime == 1 else { continue }
            for (place, outcome) in await land(&launches) { outcomes[place] = outcome }
            doom = outcomes.lazy.compactMap { $0?.fatal }.first
        }
        while !launches.isEmpty {
            for (place, outcome) in await land(&launches) { outcomes[place] = outcome }
        }
        return zip(calls, outcomes).map { call, outcome in outcome ?? CallOutcome(call, .success([])) }
    }

    /// How many requests may be under way at a time: one where what is used of a limit decides about the next.
    var requestsAtATime: Int { budget.isLimited || book != nil ? 1 : context.requestsAtATime }

    /// Sends a request, once what must be known before is known and its writes are written down.
    ///
    /// - Parameter waiting: how many calls of its kind there are in all.
    func launch(_ batch: CallBatch, among waiting: Int) async -> Launch {
        if Task.isCancelled { return Launch(batch, failing: .cancelled(at: nil)) }
        if let verb = batch.verb { context.progress?.work(on: verb) }
        let waysBack = await waysBack(from: batch.calls, among: waiting)
        if let refusal = budget.refusal() { return Launch(batch, failing: refusal) }
        // What is held back takes nothing from the quota, unless a whole run is planned with its limits.
        if predictedState != nil, budget.planned == nil, batch.isWrite { return await departed(batch, waysBack) }
        let isOneOfMany = waiting > 1
        let room = budget.room(for: batch.calls.count, costing: batch.cost)
        guard room < batch.calls.count, let refusal = budget.quotaRefusal() else {
            var launch = await departed(batch, waysBack)
            launch.isOneOfMany = isOneOfMany
            return launch
        }
        guard room > 0 else { return Launch(batch, failing: refusal) }
        var launch = await departed(CallBatch(calls: Array(batch.calls.prefix(room)), isBulk: batch.isBulk), waysBack)
        launch.isOneOfMany = isOneOfMany
        launch.rest = batch.calls.dropFirst(room).map { CallOutcome($0, .failure(refusal)) }
        return launch
    }

    private func departed(_ batch: CallBatch, _ waysBack: [Int: WayBack]) async -> Launch {
        if predictedState != nil, batch.isWrite { return Launch(batch, .settled(await predicted(batch))) }
        if let first = batch.calls.first { book?.noteRead(of: first) }
        if let answer = await read(from: batch) { return Launch(batch, .settled(taken(answer, apart: batch))) }
        let request: OutgoingRequest
        do {
            request = try batch.request()
        } catch {
            return Launch(batch, .settled(batch.calls.map { CallOutcome($0, .failure(Failure(error, of: $0))) }))
        }
        var places: [Int] = []
        if let journal, batch.isWrite {
            do throws(Failure) {
                let images = try await images(of: batch, readingThem: journal.settings.readsImages)
                places = try await journal.intend(batch.calls, before: images)
            } catch {
                return Launch(batch, .settled(batch.calls.map { CallOutcome($0, .failure(error.about($0))) }))
            }
        }
        var launch: Launch
        if requestsAtATime == 1 {
            launch = Launch(batch, .answered(request, await send(request)))
        } else {
            let chain = chain
            let task = underWay.begin { () async -> Result<APIAnswer, APIError> in
                do throws(APIError) { return .success(try await chain.send(request)) } catch { return .failure(error) }
            }
            launch = Launch(batch, .underWay(request, task))
        }
        launch.places = places
        launch.waysBack = waysBack
        return launch
    }

    /// Waits for the answer to a request, and tells what became of its calls, in their order.
    func land(_ launch: Launch) async -> [CallOutcome] {
        let outcomes = await explained(await compared(await arrived(launch))) + launch.rest
        await noteDone(outcomes)
        for outcome in outcomes { tell(outcome) }
        if let verb = launch.batch.verb { context.progress?.take(outcomes.compactMap(\.rowEnd), by: verb) }
        for (place, way) in launch.waysBack.sorted(by: { $0.key < $1.key }) where outcomes[place].isDone {
            note(way.note)
        }
        return predictedState == nil ? outcomes : outcomes.map(\.planned)
    }

    /// What became of the calls of a request. One that is refused for a cause that may pass is sent again in its place:
    /// nobody is told row by row that a service is down; it works again, or the run ends.
    private func arrived(_ launch: Launch) async -> [CallOutcome] {
        var launch = launch
        while true {
            let outcomes: [CallOutcome]
            switch launch.state {
            case .settled(let settled): return settled
            case .answered(let request, let result): outcomes = await received(result, request, launch.batch)
            case .underWay(let request, let task): outcomes = await received(task.value, request, launch.batch)
            }
            if let journal, !launch.places.isEmpty {
                await journal.settle(zip(launch.places, outcomes).map { ($0, $1.rowState) })
            }
            switch breaker.take(outcomes) {
            case .works: return outcomes
            case .refused:
                guard launch.isOneOfMany, breaker.isWide, !Task.isCancelled else { return outcomes }
                var batch = launch.batch
                for (index, place) in launch.places.enumerated() { batch.calls[index].place = place }
                launch = await departed(batch, launch.waysBack)
                launch.isOneOfMany = true
            case .ends(let failure): return launch.batch.calls.map { CallOutcome($0, .failure(failure)) }
            }
        }
    }

    private func received(
        _ result: Result<APIAnswer, APIError>, _ request: OutgoingRequest, _ batch: CallBatch
    ) async -> [CallOutcome] {
        switch result {
        case .success(let answer):
            return batch.isBulk ? taken(answer, apart: batch) : batch.calls.map { single(answer, $0) }
        case .failure(let error):
            if request.isWrite, error.leavesDoubt {
                return await DoubtSettler(performer: self).settle(batch, after: error)
            }
            return await apart(batch, after: error) ?? batch.calls.map { refused($0, error) }
        }
    }

    /// A request that is refused as a whole for what stands in it is sent again in halves, until the call that is to blame
    /// stands alone; `nil` where the cause lies elsewhere.
    private func apart(_ batch: CallBatch, after error: APIError) async -> [CallOutcome]? {
        guard batch.calls.count > 1, batch.isBulk, batch.isWrite, case .refused(let refusal, _) = error,
            !refusal.isNotThere, !refusal.isAlreadyThere, let first = batch.calls.first
        else { return nil }
        let failure = Failure(error, of: first)
        guard !failure.isFatal, failure.status != .temporary else { return nil }
        let middle = batch.calls.count / 2
        var outcomes: [CallOutcome] = []
        for half in [batch.calls[..<middle], batch.calls[middle...]] {
            let part = CallBatch(calls: Array(half), isBulk: true).settled
            if let refusal = Task.isCancelled
                ? .cancelled(at: nil) : outcomes.lazy.compactMap(\.fatal).first ?? budget.refusal()
            {
                outcomes += half.map { CallOutcome($0, .failure(refusal)) }
                continue
            }
            do {
                let request = try part.request()
                outcomes += await received(await send(request), request, part)
            } catch {
                outcomes += half.map { CallOutcome($0, .failure(Failure(error, of: $0))) }
            }
        }
        return outcomes
    }
}

extension Launch {
    /// Whether it is about one of these parcels, in capitals.
    func isAbout(_ numbers: Set<String>) -> Bool {
        batch.calls.contains { call in call.number.map { numbers.contains($0.uppercased()) } ?? false }
    }
}

extension CallBatch {
    var isWrite: Bool { calls.first?.endpoint.effect.isWrite ?? false }
}
