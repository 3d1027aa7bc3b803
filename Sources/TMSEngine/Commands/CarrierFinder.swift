import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Finds the carrier where a line leaves it out: what the session knows, then the account, then the number's shape.
struct CarrierFinder {
    let context: EngineContext
    let knowledge: AccountKnowledge
    /// Reads what the account holds of some numbers; what it finds stands in the session's knowledge.
    let ask: (_ numbers: [String], _ for: EndpointCall) async throws(Failure) -> Void
    /// Asks the service for what a call needs to know; it is one of the calls of a `limit` like any other.
    let read: (Endpoint, JSONObject, _ for: EndpointCall) async throws(Failure) -> (rows: [JSON], data: JSON)
    let note: (Diagnostic) -> Void

    /// The calls with their carriers, in the same order; a failure where none is certain enough.
    func completed(_ calls: [EndpointCall]) async -> [Result<EndpointCall, Failure>] {
        let unknown = calls.filter { needsCarrier($0) && knowledge.carriers(of: $0.number ?? "").isEmpty }
        if let failure = await askAccount(unknown) {
            return calls.map { call in
                guard needsCarrier(call) else { return .success(call) }
                var failure = failure
                failure.number = call.number
                failure.row = call.row.map { .record($0) }
                return .failure(failure)
            }
        }
        var results: [Result<EndpointCall, Failure>] = []
        for call in calls { results.append(needsCarrier(call) ? await found(call) : .success(call)) }
        return results
    }

    private func needsCarrier(_ call: EndpointCall) -> Bool { call.lacksCarrier && !call.bulkNeedsNoCarrier }

    private func found(_ call: EndpointCall) async -> Result<EndpointCall, Failure> {
        let number = call.number ?? ""
        let known = knowledge.carriers(of: number)
        if let carrier = known.first {
            guard known.count == 1 else { return .failure(failure(call, known, "E0711")) }
            return .success(with(carrier, call))
        }
        let isWrite = call.endpoint.effect.isWrite
        if isWrite, call.endpoint.effect != .create {
            return .failure(refused(call, call.dialect.expected.notThere))
        }
        let guesses = TrackingNumber(number).guesses.filter { $0.carrier != nil }
        guard let best = guesses.first, let carrier = best.carrier else { return await detected(call) }
        let isAlone = guesses.dropFirst().allSatisfy { $0.confidence < best.confidence }
        if best.confidence == .certain, isAlone { return .success(with(carrier, call)) }
        if isWrite, !context.takesGuesses {
            return .failure(failure(call, guesses.compactMap(\.carrier), "E0710"))
        }
        note(guess(carrier, best.reason, of: call))
        return .success(with(carrier, call))
    }

    /// Asks the service, which costs a fifth of a quota; a write only does so when guesses are wanted.
    private func detected(_ call: EndpointCall) async -> Result<EndpointCall, Failure> {
        guard context.takesGuesses || !call.endpoint.effect.isWrite, let number = call.number else {
            return .failure(failure(call, [], "E0710"))
        }
        do {
            let answer = try await read(
                call.dialect.calls.detect, [call.dialect.fields.parcel.number: .string(number)], call)
            guard let carrier = answer.data[0]?[call.dialect.fields.carrier.code]?.text else {
                return .failure(refused(call, call.dialect.expected.carrierNotTold))
            }
            note(guess(carrier, "the service names it first", of: call))
            return .success(with(carrier, call))
        } catch {
            return .failure(error)
        }
    }

    /// Asks the account, which comes first: it may follow a number with another carrier than its shape says.
    private func askAccount(_ calls: [EndpointCall]) async -> Failure? {
        guard let first = calls.first else { return nil }
        do {
            try await ask(calls.compactMap(\.number), first)
            return nil
        } catch {
            return error
        }
    }

    private func with(_ carrier: String, _ call: EndpointCall) -> EndpointCall {
        var call = call
        call.carrier = carrier
        call.isCarrierFound = true
        return call
    }

    private func guess(_ carrier: String, _ reason: String, of call: EndpointCall) -> Diagnostic {
        Diagnostic(
            .note, "N0712", "\(call.number ?? "") is taken for `\(carrier)`: \(reason)",
            at: SourceLocation(call.location.file, numberRange(call)))
    }

    private func failure(_ call: EndpointCall, _ carriers: [String], _ code: String) -> Failure {
        let number = call.number ?? ""
        let message =
            code == "E0711"
            ? "\(number) is tracked with \(carriers.joined(separator: " and "))"
            : "the carrier of \(number) is not certain"
        let names = carriers.prefix(3).joined(separator: ", ")
        let hint =
            code == "E0711"
            ? "say which: via \(carriers.first ?? "CARRIER")"
            : (names.isEmpty ? "say which: via CARRIER" : "perhaps \(names); say which with via")
                + ", or run with --guess"
        var failure = Failure(
            kind: .carrier,
            Diagnostic(.error, code, message, at: SourceLocation(call.location.file, numberRange(call)), hint: hint),
            number: number)
        failure.row = call.row.map { .record($0) }
        return failure
    }

    /// What the service would say.
    private func refused(_ call: EndpointCall, _ code: Int) -> Failure {
        Failure(.refused(call.dialect.refusal(code), message: nil), of: call)
    }

    private func numberRange(_ call: EndpointCall) -> SourceRange {
        call.verb.numberField.flatMap { call.ranges[$0] } ?? call.verbRange
    }
}
