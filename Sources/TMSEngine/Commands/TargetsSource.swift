import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// The outcomes of a command with many targets, a request's worth at a time and in their order; the failures at the end,
/// as one.
///
/// A target that does not fit is told and keeps no other from being sent. Requests are as full as the targets that fit
/// make them: two targets of one number never share a request, and the second waits without holding others up. What
/// ends the run leaves the targets behind it unsent; they are gone through all the same, and each is written down.
final class TargetsSource: RowSource {
    /// What a target has come to so far.
    private enum Entry {
        case waiting(EndpointCall)
        case done([Value])
        case failed(Failure)
        /// The run ended before.
        case unsent(EndpointCall)
    }

    private let performer: CallPerformer
    private let location: SourceLocation
    private let output: (OutputEvent) -> Void
    /// The next targets; nil at the end.
    private let more: () async throws(Failure) -> [LoweredTarget]?
    private var entries: [Entry] = []
    private var waiting = 0
    private var teller: FailureTeller
    private var failures = 0
    private var gravest = ExitStatus.failed
    private var done = 0
    private var left = 0
    private var isExhausted = false
    /// All of it was sent before, together with other commands.
    private var isSettled = false
    /// Why there are no more targets than these; thrown once all of them are told.
    private var unreadable: Failure?
    /// What ended the run; thrown once all rows are told.
    private var doom: Failure?

    init(
        performer: CallPerformer, location: SourceLocation, isWrite: Bool, output: @escaping (OutputEvent) -> Void,
        more: @escaping () async throws(Failure) -> [LoweredTarget]?
    ) {
        self.performer = performer
        self.location = location
        self.output = output
        self.more = more
        mustBeDone = isWrite
        teller = FailureTeller(output: output)
    }

    /// Takes in targets that were sent with those of other commands, and what became of each: nothing is left to send.
    func settle(_ targets: [LoweredTarget], _ outcomes: [CallOutcome]) {
        isSettled = true
        isExhausted = true
        var outcomes = outcomes[...]
        for target in targets {
            switch target {
            case .failed(let failure): entries.append(.failed(failure))
            case .call(let call):
                guard let outcome = outcomes.popFirst() else {
                    entries.append(.unsent(call))
                    continue
                }
                entries.append(entry(of: outcome))
            }
        }
    }

    /// Whatever is looked at, a write is done for all its targets.
    let mustBeDone: Bool
    var tellsRest: Bool { true }
    /// Of those that are through.
    var rowCount: Int? { isExhausted && entries.isEmpty ? done : nil }

    func next() async throws(Failure) -> RowChunk {
        if doom == nil {
            try await fill()
            await send()
        } else if !isExhausted {
            try await takeRest()
        }
        let rows = tell()
        // Nobody goes on behind the end of the run, which other commands met as well.
        if isExhausted, entries.isEmpty, rows.isEmpty || isSettled && doom != nil {
            if var failure = doomed ?? unreadable ?? partial {
                failure.endsRows = done > 0
                throw failure
            }
            return RowChunk(rows: [], isLast: true)
        }
        // Of a write the end comes by itself, so that who looks at a few rows is told how many there were; one that is
        // done already tells it at once.
        let isLast =
            isExhausted && entries.isEmpty && failures == 0 && doom == nil && unreadable == nil
            && (!mustBeDone || isSettled)
        return RowChunk(rows: rows, isLast: isLast)
    }

    /// Takes in targets until they fill what is sent at a time, as far as there are any.
    private func fill() async throws(Failure) {
        while !isExhausted, waiting < limit, entries.count < Self.mostHeld {
            do {
                guard let targets = try await more() else {
                    isExhausted = true
                    break
                }
                await take(targets)
            } catch {
                // What could be read before is sent all the same.
                isExhausted = true
                guard done + failures + entries.count > 0, !error.isFatal else { throw error }
                unreadable = error
                output(.rowLeft(error))
            }
        }
    }

    /// A target whose carrier nobody knows has failed before anything is sent, so that requests are full without it.
    private func take(_ targets: [LoweredTarget]) async {
        var completed = await performer.completed(targets.calls).makeIterator()
        for target in targets {
            switch target {
            case .failed(let failure): entries.append(.failed(failure))
            case .call(let call):
                switch completed.next() {
                case .success(let call):
                    entries.append(.waiting(call))
                    waiting += 1
                case .failure(let failure) where failure.isFatal:
                    doom = doom ?? failure
                    entries.append(.unsent(call))
                case .failure(let failure): entries.append(.failed(failure))
                case nil: entries.append(.unsent(call))
                }
            }
        }
        if doom != nil { leaveWaiting() }
    }

    /// Sends the next requests.
    private func send() async {
        var places: [Int] = []
        var calls: [EndpointCall] = []
        var numbers: Set<String> = []
        let limit = limit
        for (place, entry) in entries.enumerated() {
            if calls.count >= limit { break }
            guard case .waiting(let call) = entry else { continue }
            // Requests of a saved plan go out as they were planned.
            if let first = calls.first, first.planned?.batch != call.planned?.batch { break }
            if let number = call.number?.uppercased(), !numbers.insert(number).inserted { continue }
            places.append(place)
            calls.append(call)
        }
        guard !calls.isEmpty else { return }
        for (place, outcome) in zip(places, await performer.outcomes(of: calls)) {
            waiting -= 1
            entries[place] = entry(of: outcome)
        }
        if doom != nil { leaveWaiting() }
    }

    private func entry(of outcome: CallOutcome) -> Entry {
        switch outcome.result {
        case .success(let values): return .done(values)
        case .failure(let failure) where failure.isFatal:
            doom = doom ?? failure
            return .unsent(outcome.call)
        case .failure(let failure): return .failed(failure)
        }
    }

    private func leaveWaiting() {
        for (place, entry) in entries.enumerated() {
            if case .waiting(let call) = entry { entries[place] = .unsent(call) }
        }
        waiting = 0
    }

    /// The targets behind the end of the run: checked, and told as not sent.
    private func takeRest() async throws(Failure) {
        let targets: [LoweredTarget]?
        do {
            targets = try await more()
        } catch {
            isExhausted = true
            throw doomed ?? error
        }
        guard let targets else {
            isExhausted = true
            return
        }
        for target in targets {
            switch target {
            case .call(let call): entries.append(.unsent(call))
            case .failed(let failure): entries.append(.failed(failure))
            }
        }
    }

    /// Tells, in order, of the targets that have come to an end; their rows.
    private func tell() -> [Value] {
        var rows: [Value] = []
        var told = 0
        telling: for entry in entries {
            switch entry {
            case .waiting: break telling
            case .done(let values):
                rows += values
                done += 1
            case .failed(let failure):
                failures += 1
                gravest = ExitStatus.graver(gravest, failure.status)
                teller.tell(failure)
            case .unsent(let call):
                left += 1
                if let doom { output(.rowLeft(doom.leaving(call))) }
            }
            told += 1
        }
        entries.removeFirst(told)
        teller.flush()
        return rows
    }

    /// As many as the requests take that may be under way at a time.
    private var limit: Int {
        for entry in entries {
            if case .waiting(let call) = entry { return (call.endpoint.bulk?.limit ?? 1) * performer.requestsAtATime }
        }
        return 1
    }

    /// Targets that are held while a request is not full: a number that stands many times cannot fill one.
    private static let mostHeld = 10_000

    private var doomed: Failure? {
        guard var failure = doom else { return nil }
        if failures + left > 0 {
            failure.targets = UnsentNote(done: done, failed: failures, left: left, rest: mustBeDone ? .unsent : .unread)
        }
        if !failure.kind.isBeforeAll, left > 0, let targets = failure.targets {
            failure.diagnostic.notes.append(targets.text)
        }
        return failure
    }

    private var partial: Failure? {
        guard failures > 0 else { return nil }
        var failure = Failure(
            kind: .partial,
            Diagnostic(.error, "E0720", "\(failures) of \(failures + done) failed", at: location),
            status: ExitStatus.graver(gravest, done == 0 ? .failed : .partial))
        failure.targets = UnsentNote(done: done, failed: failures, left: 0)
        return failure
    }
}

extension Failure {
    /// The same, about a call that was not sent because of it.
    fileprivate func leaving(_ call: EndpointCall) -> Failure {
        var failure = self
        failure.isUnsent = true
        failure.number = call.number
        failure.via = call.carrier
        failure.row = call.row.map { .record($0) }
        return failure
    }
}
