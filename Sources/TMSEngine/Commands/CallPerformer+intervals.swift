import TMSBase
import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

// What the service takes only once in a while for each parcel. When it was last done stands in the store of the account,
// so that it holds for the next line, the next script and other processes too.
extension CallPerformer {
    /// What becomes of calls that come too soon after the last of their parcel; `nil` for each that may be sent.
    func tooSoon(_ calls: [EndpointCall]) async -> [CallOutcome?] {
        let places = calls.indices.filter { calls[$0].repetition != nil }
        var times: [Int?] = Array(repeating: nil, count: calls.count)
        guard !places.isEmpty else { return calls.map { _ in nil } }
        // A store that cannot be read keeps nobody from asking the service.
        if let store = try? context.journal?.open(),
            let known = try? await store.lastDone(places.compactMap { calls[$0].repetition })
        {
            for (place, time) in zip(places, known) { times[place] = time }
        }
        let now = context.environment.now()
        return zip(calls, times).map { call, time in
            guard let time, let interval = call.endpoint.interval, let number = call.number, time <= now,
                now - time < interval
            else { return nil }
            return CallOutcome(call, .failure(.tooSoon(call, number, last: time, interval, context.environment)))
        }
    }

    /// Notes which of these were done that are not to be done again soon.
    func noteDone(_ outcomes: [CallOutcome]) async {
        let done = outcomes.filter { $0.isDone && $0.call.repetition != nil }
        guard predictedState == nil, let interval = done.compactMap(\.call.endpoint.interval).max(),
            let store = try? context.journal?.open()
        else { return }
        let now = context.environment.now()
        // A call that was made and could not be noted was made all the same.
        try? await store.noteDone(done.compactMap(\.call.repetition), at: now, forgettingBefore: now - interval)
    }
}

extension EndpointCall {
    /// What is done at most once in its interval; `nil` where nothing limits it.
    var repetition: String? {
        guard endpoint.interval != nil, let number, let carrier else { return nil }
        return [endpoint.id, number.uppercased(), carrier.lowercased()].joined(separator: " ")
    }
}

extension Failure {
    fileprivate static func tooSoon(
        _ call: EndpointCall, _ number: String, last: Int, _ interval: Int, _ environment: Environment
    ) -> Failure {
        let (verb, pause) = (call.verb.line.verb, WrittenDuration.text(of: interval))
        func text(_ time: Int) -> String { Value.instant(time).text(in: environment) }
        return Failure(
            kind: .refused,
            Diagnostic(
                .error, "E0758",
                "\(number) was given to `\(verb)` at \(text(last)); the service takes it once in \(pause)",
                at: SourceLocation(call.location.file, call.verbRange),
                hint: "the next is possible from \(text(last + interval)); `show` has what is known")
        ).about(call)
    }
}
