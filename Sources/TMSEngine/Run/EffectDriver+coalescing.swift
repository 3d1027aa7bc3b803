import TMSCommands
public import TMSRuntime
import TMSSyntax
import TrackingMore

extension EffectDriver {
    /// Answers the effects that independent iterations want at the same time, in as few requests as their calls allow.
    ///
    /// Forty `track`s become one batch, many `show`s one list of numbers. Commands on one parcel keep their order.
    ///
    /// - Parameter turn: told which effect is at work, so that what is said about it can be told in its place.
    public func answers(
        to effects: [Effect], turn: (_ place: Int) -> Void = { _ in }
    ) async -> [TMSRuntime.Answer] {
        round += 1
        guard effects.count > 1 else {
            turn(0)
            var answers: [TMSRuntime.Answer] = []
            for effect in effects { answers.append(await answer(effect)) }
            return answers
        }
        var answers: [TMSRuntime.Answer?] = []
        var waiting: [Waiting] = []
        for (place, effect) in effects.enumerated() {
            turn(place)
            guard case .command(let command) = effect, !Task.isCancelled else {
                answers.append(await answer(effect))
                continue
            }
            do {
                switch try await lowered(command) {
                case .answered(let answer): answers.append(answer)
                case .targets(let targets):
                    guard targets.calls.goTogether else {
                        answers.append(try await perform(targets, command))
                        continue
                    }
                    answers.append(nil)
                    waiting.append(Waiting(place: place, targets: targets, command: command))
                }
            } catch {
                answers.append(.failed(error))
            }
        }
        for isPlanned in [false, true] {
            let group = waiting.filter { ($0.command.prefix != nil) == isPlanned }
            if let place = group.first?.place { turn(place) }
            switch await outcomes(of: group) {
            case .failure(let failure): for one in group { answers[one.place] = .failed(failure) }
            case .success(let outcomes):
                var outcomes = outcomes[...]
                for one in group {
                    turn(one.place)
                    let own = outcomes.prefix(one.targets.calls.count)
                    outcomes = outcomes.dropFirst(own.count)
                    answers[one.place] = await answer(Array(own), of: one)
                }
            }
        }
        return answers.map { $0 ?? .done }
    }

    /// The command of one iteration, whose calls go out with those of others.
    private struct Waiting {
        let place: Int
        let targets: [LoweredTarget]
        let command: CommandCall
    }

    /// What became of the calls of all these commands, in their order.
    private func outcomes(of group: [Waiting]) async -> Result<[CallOutcome], Failure> {
        guard let first = group.first else { return .success([]) }
        do {
            let asked = group.filter { one in
                one.targets.calls.first.map { reason(to: $0, one.command) != nil } ?? false
            }
            if let one = asked.first { try await askConsent(asked.flatMap(\.targets.calls), one.command) }
        } catch {
            return .failure(error)
        }
        return .success(await performer(for: first.command).outcomes(of: group.flatMap(\.targets.calls)))
    }

    private func answer(_ outcomes: [CallOutcome], of one: Waiting) async -> TMSRuntime.Answer {
        if one.targets.count == 1, let outcome = outcomes.first { return answer(outcome) }
        let source = source(one.command) { () async throws(Failure) in nil }
        source.settle(one.targets, outcomes)
        return await cursors.open(source)
    }
}

extension [EndpointCall] {
    /// Whether the calls of one command are sent with those of other iterations. Very many fill requests by themselves,
    /// and their rows are not all held at a time.
    var goTogether: Bool { (1...1_000).contains(count) }
}
