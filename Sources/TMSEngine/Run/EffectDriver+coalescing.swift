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
        var waiting: [(place: Int, calls: EndpointCall, command: CommandCall)] = []
        for (place, effect) in effects.enumerated() {
            turn(place)
            guard case .command(let command) = effect, !Task.isCancelled else {
                answers.append(await answer(effect))
                continue
            }
            do {
                switch try await lowered(command) {
                case .answered(let answer): answers.append(answer)
                case .calls(let calls):
                    guard let call = calls.first, calls.count == 1 else {
                        answers.append(await self.command(command))
                        continue
                    }
                    answers.append(nil)
                    waiting.append((place, call, command))
                }
            } catch {
                answers.append(.failed(error))
            }
        }
        for isPlanned in [false, true] {
            let group = waiting.filter { ($0.command.prefix != nil) == isPlanned }
            if let place = group.first?.place { turn(place) }
            for (place, answer) in zip(group.map(\.place), await together(group.map { ($0.calls, $0.command) })) {
                answers[place] = answer
            }
        }
        return answers.map { $0 ?? .done }
    }

    private func together(_ group: [(call: EndpointCall, command: CommandCall)]) async -> [TMSRuntime.Answer] {
        guard let first = group.first else { return [] }
        do {
            let irreversible = group.filter { $0.call.endpoint.warning != nil }
            if let one = irreversible.first { try await askConsent(irreversible.map(\.call), one.command) }
        } catch {
            return group.map { _ in .failed(error) }
        }
        return await performer(for: first.command).outcomes(of: group.map(\.call)).map(answer)
    }
}
