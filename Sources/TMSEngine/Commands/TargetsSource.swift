import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// The outcomes of a command with many targets, a request's worth at a time; the failures at the end, as one.
final class TargetsSource: RowSource {
    private let performer: CallPerformer
    private let location: SourceLocation
    private let report: (Failure) -> Void
    /// The next calls to make; nil at the end.
    private let more: () async throws(Failure) -> [EndpointCall]?
    private var waiting: [EndpointCall] = []
    private var failures = 0
    private var gravest = 1
    /// What is to be told next, and the parcels it is about: what refuses a whole call is told once.
    private var pending: (failure: Failure, numbers: [String])?
    private var done = 0
    private var isExhausted = false

    init(
        performer: CallPerformer, location: SourceLocation, report: @escaping (Failure) -> Void,
        more: @escaping () async throws(Failure) -> [EndpointCall]?
    ) {
        self.performer = performer
        self.location = location
        self.report = report
        self.more = more
    }

    func next() async throws(Failure) -> RowChunk {
        let calls = try await nextCalls()
        guard !calls.isEmpty else {
            if let failure = partial { throw failure }
            return RowChunk(rows: [], isLast: true)
        }
        var rows: [Value] = []
        let before = done + failures
        for outcome in await performer.outcomes(of: calls) {
            switch outcome.result {
            case .success(let values):
                rows += values
                done += 1
            case .failure(var failure) where failure.isFatal:
                if failure.kind == "refused" || failure.kind == "limit" {
                    let unsent = calls.count - (done + failures - before) + waiting.count
                    failure.diagnostic.notes.append("\(unsent) not done, \(done) done")
                }
                flush()
                throw failure
            case .failure(let failure):
                failures += 1
                gravest = Failure.graver(gravest, failure.status)
                tell(failure)
            }
        }
        flush()
        return RowChunk(rows: rows, isLast: isExhausted && waiting.isEmpty && failures == 0)
    }

    private func tell(_ failure: Failure) {
        let number = failure.number ?? ""
        if pending?.failure.diagnostic == failure.diagnostic {
            pending?.numbers.append(number)
        } else {
            flush()
            pending = (failure, [number])
        }
    }

    private func flush() {
        guard let (told, numbers) = pending else { return }
        pending = nil
        var failure = told
        failure.otherNumbers = Array(numbers.dropFirst())
        if numbers.count > 1 {
            let more = numbers.count > 3 ? " and \(numbers.count - 3) more" : ""
            failure.diagnostic.notes.append("it concerns \(numbers.prefix(3).joined(separator: ", "))\(more)")
        }
        report(failure)
    }

    private func nextCalls() async throws(Failure) -> [EndpointCall] {
        while !isExhausted, waiting.count < limit {
            guard let calls = try await more() else {
                isExhausted = true
                break
            }
            waiting += calls
        }
        let part = Array(waiting.prefix(limit))
        waiting.removeFirst(part.count)
        return part
    }

    /// As many as one request takes.
    private var limit: Int { waiting.first?.endpoint.bulk?.limit ?? 1 }

    private var partial: Failure? {
        guard failures > 0 else { return nil }
        return Failure(
            kind: "partial",
            Diagnostic(.error, "E0720", "\(failures) of \(failures + done) failed", at: location),
            status: Failure.graver(gravest, done == 0 ? 1 : 3))
    }
}
