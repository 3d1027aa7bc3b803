import TMSCommands
public import TMSRuntime
import TMSSyntax
import TrackingMore

/// What a machine wants of its host at a moment.
public struct WantedEffects {
    /// What is asked for the first time, each with its number.
    public var new: [(number: Int, effect: Effect)]
    /// What was asked for earlier and need not be begun any more.
    public var withdrawn: Set<Int> = []
    /// Rows run side by side of which none has worked yet: they are tried with one request at a time.
    public var isUntried = false

    public init(_ machine: Machine) {
        new = zip(machine.wantedNumbers, machine.wanted).map { ($0, $1) }
        withdrawn = Set(machine.withdrawn)
        isUntried = machine.isUntried
    }

    public init(new effects: [Effect] = []) { new = effects.enumerated().map { ($0, $1) } }
}

extension EffectDriver {
    public typealias NumberedAnswer = (number: Int, answer: TMSRuntime.Answer)

    /// Answers some of the effects that independent iterations want, in as few requests as their calls allow.
    ///
    /// Forty `track`s become one batch, many `show`s one list of numbers. A request is sent when it is full, or when
    /// nothing else can go on that would fill it; several are under way at a time. Commands on one parcel keep their order.
    ///
    /// - Parameter turn: told which effect is at work, so that what is said about it can be told in its place.
    /// - Returns: at least one answer where anything is wanted. What is not answered will be, at a later call.
    public func answers(
        to wanted: WantedEffects, turn: @escaping (_ number: Int) -> Void = { _ in }
    ) async -> [NumberedAnswer] {
        round += 1
        self.turn = turn
        var answers: [NumberedAnswer] = []
        if wanted.new.count == 1, waiting.isEmpty, let (number, effect) = wanted.new.first {
            turn(number)
            return [(number, await answer(effect))]
        }
        await take(wanted.new, &answers)
        if Task.isCancelled { await withdraw(Set(waiting.keys), .cancelled(at: nil), &answers) }
        if !wanted.withdrawn.isEmpty {
            await withdraw(wanted.withdrawn, .cancelled(at: nil), &answers)
            while !wanted.withdrawn.isDisjoint(with: waiting.keys), !launches.isEmpty { await land(&answers) }
        }
        let most = wanted.isUntried ? 1 : requestsAtATime
        while true {
            // One at a time, the next is sent when what comes of the one before has been taken in.
            if most > 1 || answers.isEmpty { await launch(upTo: most) }
            if !answers.isEmpty || (launches.isEmpty && queue.isEmpty) { break }
            if launches.isEmpty, let request = queue.takePartial() { await launch(request) }
            await land(&answers)
        }
        return answers
    }

    /// Waits for everything that has been sent.
    func landAll() async {
        var answers: [NumberedAnswer] = []
        while !launches.isEmpty { await land(&answers) }
    }

    /// Answers what needs no company, and queues the calls of commands that do.
    private func take(_ wanted: [(number: Int, effect: Effect)], _ answers: inout [NumberedAnswer]) async {
        var new: [Waiting] = []
        for (number, effect) in wanted {
            turn(number)
            guard case .command(let command) = effect, !Task.isCancelled else {
                answers.append((number, await answer(effect)))
                continue
            }
            do {
                switch try await lowered(command) {
                case .answered(let answer): answers.append((number, answer))
                case .targets(let targets):
                    guard targets.calls.goTogether else {
                        answers.append((number, try await perform(targets, command)))
                        continue
                    }
                    if targets.count > 1 { context.progress?.expect(targets.count) }
                    new.append(Waiting(number: number, targets: targets, command: command))
                }
            } catch {
                answers.append((number, .failed(error)))
            }
        }
        for isPlanned in [false, true] {
            let group = new.filter { ($0.command.prefix != nil) == isPlanned }
            guard let first = group.first else { continue }
            turn(first.number)
            do {
                let asked = group.filter { one in
                    one.targets.calls.first.map { reason(to: $0, one.command) != nil } ?? false
                }
                if let one = asked.first { try await askConsent(asked.flatMap(\.targets.calls), one.command) }
                await enqueue(group, isPlanned: isPlanned, &answers)
            } catch {
                answers += group.map { ($0.number, .failed(error)) }
            }
        }
    }

    private func enqueue(_ group: [Waiting], isPlanned: Bool, _ answers: inout [NumberedAnswer]) async {
        guard let first = group.first else { return }
        var prepared = await performer(for: first.command).prepared(group.flatMap(\.targets.calls))[...]
        for var one in group {
            for place in one.outcomes.indices {
                switch prepared.popFirst() {
                case .ready(let call)?:
                    queue.add(.init(command: one.number, place: place, call: call, isPlanned: isPlanned))
                case .known(let outcome)?: one.outcomes[place] = outcome
                case nil: break
                }
            }
            waiting[one.number] = one
            await settle(one.number, &answers)
        }
    }

    /// As many requests as may be under way at a time. What is limited in calls or quota goes one by one, so that each
    /// knows what those before it have used.
    private var requestsAtATime: Int { budget.isLimited || context.planning != nil ? 1 : context.requestsAtATime }

    private func launch(upTo most: Int) async {
        while launches.count < most, let request = queue.takeFull() { await launch(request) }
    }

    private func launch(_ request: CallQueue.Request) async {
        if let first = request.items.first { turn(first.command) }
        let performer = performer(isPlan: request.isPlanned)
        // What the calls behind it will need to know is read together with what it needs.
        let count = queue.count(like: request)
        performer.expect(count)
        launches.append((request, await performer.launch(request.batch, among: count)))
    }

    /// Takes in the answer to the request that was sent first.
    private func land(_ answers: inout [NumberedAnswer]) async {
        guard !launches.isEmpty else { return }
        let (request, launch) = launches.removeFirst()
        if let first = request.items.first { turn(first.command) }
        let outcomes = await performer(isPlan: request.isPlanned).land(launch)
        for (item, outcome) in zip(request.items, outcomes) { waiting[item.command]?.outcomes[item.place] = outcome }
        for number in request.items.map(\.command) { await settle(number, &answers) }
        guard let doom = outcomes.lazy.compactMap(\.fatal).first else { return }
        // Nothing more is sent. What was is taken in first, so that each row tells what became of it.
        while !launches.isEmpty { await land(&answers) }
        await withdraw(Set(waiting.keys), doom, &answers)
    }

    /// Answers a command once all of its calls have come to an end.
    private func settle(_ number: Int, _ answers: inout [NumberedAnswer]) async {
        guard let one = waiting[number], one.isSettled else { return }
        waiting[number] = nil
        turn(number)
        answers.append((number, await answer(one.outcomes.compactMap { $0 }, of: one)))
    }

    /// Answers commands of which nothing was sent.
    private func withdraw(_ numbers: Set<Int>, _ failure: Failure, _ answers: inout [NumberedAnswer]) async {
        guard !numbers.isEmpty else { return }
        let sent = Set(launches.flatMap { $0.request.items.map(\.command) })
        let unsent = numbers.subtracting(sent).intersection(waiting.keys)
        queue.withdraw(numbers)
        for number in unsent.sorted() {
            guard var one = waiting.removeValue(forKey: number) else { continue }
            guard one.outcomes.contains(where: { $0 != nil }) else {
                answers.append((number, .failed(failure)))
                continue
            }
            // Some of its targets are through: each says what became of it.
            for (place, call) in one.targets.calls.enumerated() where one.outcomes[place] == nil {
                one.outcomes[place] = CallOutcome(call, .failure(failure))
            }
            turn(number)
            answers.append((number, await answer(one.outcomes.compactMap { $0 }, of: one)))
        }
    }

    private func answer(_ outcomes: [CallOutcome], of one: Waiting) async -> TMSRuntime.Answer {
        if one.targets.count == 1, let outcome = outcomes.first { return answer(outcome) }
        let source = source(one.command) { () async throws(Failure) in nil }
        source.settle(one.targets, outcomes)
        return await cursors.open(source)
    }
}

/// The command of one iteration, whose calls go out with those of others.
struct Waiting {
    let number: Int
    let targets: [LoweredTarget]
    let command: CommandCall
    /// What became of its calls.
    var outcomes: [CallOutcome?]

    init(number: Int, targets: [LoweredTarget], command: CommandCall) {
        self.number = number
        self.targets = targets
        self.command = command
        outcomes = Array(repeating: nil, count: targets.calls.count)
    }

    var isSettled: Bool { outcomes.allSatisfy { $0 != nil } }
}

extension [EndpointCall] {
    /// Whether the calls of one command are sent with those of other iterations. Very many fill requests by themselves,
    /// and their rows are not all held at a time; two of one parcel keep their order.
    var goTogether: Bool {
        if count == 1 { return true }
        let numbers = compactMap { $0.number?.uppercased() }
        return (1...1_000).contains(count) && Set(numbers).count == numbers.count
    }
}
