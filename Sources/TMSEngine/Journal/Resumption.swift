import TMSBase
import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

/// Goes on with writes of which an earlier attempt of the run knows something: what it has done is answered from the
/// journal, what is in doubt is looked up in the account, and everything else is sent.
struct Resumption {
    let performer: CallPerformer
    let journal: RunJournal

    /// The calls that are to be sent, and what became of the others.
    func recalled(_ calls: [EndpointCall]) async -> [PreparedCall] {
        let known: [RowRecord?]
        do throws(Failure) {
            known = try await journal.recall(calls)
        } catch {
            return calls.map { .known(CallOutcome($0, .failure(error.about($0)))) }
        }
        var recalled: [PreparedCall] = []
        var doubtful: [(place: Int, call: EndpointCall)] = []
        for (call, record) in zip(calls, known) {
            var call = call
            guard let record else {
                recalled.append(.ready(call))
                continue
            }
            call.place = record.place
            if call.carrier == nil, let carrier = record.row.carrier { call.carrier = carrier }
            switch record.state {
            case .done(let answer):
                let data = (try? JSON(parsing: answer)) ?? .null
                let outcome = performer.done(call, data)
                performer.tell(outcome)
                performer.context.progress?.take([.recalled], by: call.verb.line.verb)
                recalled.append(.known(outcome))
            case .failed, .already: recalled.append(.ready(call))
            case .intended, .inDoubt:
                doubtful.append((recalled.count, call))
                recalled.append(.ready(call))
            }
        }
        for (doubt, outcome) in zip(doubtful, await lookedUp(doubtful.map(\.call))) {
            guard let outcome else { continue }
            recalled[doubt.place] = .known(outcome)
            performer.tell(outcome)
            performer.context.progress?.take([.done], by: doubt.call.verb.line.verb)
        }
        return recalled
    }

    /// For each write that may have arrived what became of it; nil where it has not arrived, so that it is to be sent.
    private func lookedUp(_ calls: [EndpointCall]) async -> [CallOutcome?] {
        guard let first = calls.first else { return [] }
        let held: [ParcelKey: JSON]
        do throws(Failure) {
            held = try await performer.held(of: calls.compactMap(\.number), for: first)
        } catch {
            return calls.map { CallOutcome($0, .failure(error.about($0))) }
        }
        let outcomes = calls.map { call in
            Arrival(call, held: held[ParcelKey(call.number, call.carrierAfterwards)], since: performer.began).hasArrived
                ? performer.done(call, held[ParcelKey(call.number, call.carrier)] ?? .null) : nil
        }
        await journal.settle(
            zip(calls, outcomes).compactMap { call, outcome in
                guard let place = call.place, let outcome else { return nil }
                return (place, outcome.rowState)
            })
        return outcomes
    }
}

/// Whether a write has arrived, as far as the account shows it.
struct Arrival {
    let hasArrived: Bool

    /// The service's clock and this machine's may differ by so many seconds.
    private static let skew = 300

    /// - Parameters:
    ///   - held: what the account holds of the parcel, under the carrier it has after the write.
    ///   - began: when the run began.
    init(_ call: EndpointCall, held: JSON?, since began: Int) {
        switch call.endpoint.effect {
        // One that is there with other values was there before: it is sent again, refused, and compared.
        case .create:
            let wasThere = held?[call.dialect.fields.parcel.created]?.text.flatMap { WrittenDate($0)?.seconds }
                .map { $0 < began - Self.skew }
            hasArrived = wasThere != true && held.map { TrackedAlready(call, held: $0).difference == nil } ?? false
        case .delete: hasArrived = held == nil
        case .update where call.changesCarrier: hasArrived = held != nil
        case .update:
            // What the account does not show is sent again: it comes to the same twice.
            let state = held.map { TrackedAlready(call, held: $0) }
            hasArrived = state.map { !call.sent.isEmpty && $0.failure == nil && $0.unknown.isEmpty } ?? false
        case .read, .lookup: hasArrived = false
        }
    }
}

extension Failure {
    /// The same failure, told of one call.
    func about(_ call: EndpointCall) -> Failure {
        var failure = self
        failure.number = call.number
        failure.via = call.carrier
        failure.row = call.row.map { .record($0) }
        return failure
    }
}
