import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// What is asked before calls are made.
extension EffectDriver {
    /// Changes of so many parcels of a real account ask nobody.
    private static let mostUnasked = 20

    /// Asks before calls that cannot be taken back, cost quota for a read, or change many parcels of a real account;
    /// throws where the answer is no.
    func askConsent(_ calls: [EndpointCall], _ call: CommandCall) async throws(Failure) {
        guard let first = calls.first, let reason = reason(to: first, call) else { return }
        let verb = SourceLocation(first.location.file, first.verbRange)
        let count = consents.wanted(calls.count, by: verb)
        if reason == .many, count <= Self.mostUnasked || consents.hasAgreed(to: verb) { return }
        guard count > 0 else { return consents.take(calls.count, asked: 0, by: verb) }
        // The rows to come are taken to need as many requests as these.
        let requests = (CallBatch.plan(calls).count * count + calls.count - 1) / max(calls.count, 1)
        var request = ConsentRequest(
            reason: reason, verb: first.verb.line.verb, warning: warning(of: first.endpoint, reason), count: count,
            isAtMost: count > calls.count, requests: requests, noun: first.number == nil ? "item" : "parcel",
            samples: completed(samples(of: calls)), location: first.location)
        if reason == .price { request.quota = first.endpoint.quota(for: count) }
        try await ask(request, at: verb)
        if reason == .many { return consents.agree(to: verb) }
        consents.take(calls.count, asked: count, by: verb)
    }

    /// The same for a call made by hand.
    func askConsent(byHand request: APIRequest, _ effect: LineEffect, _ call: CommandCall) async throws(Failure) {
        guard call.prefix == nil else { return }
        let reason: ConsentRequest.Reason
        if effect.isIrreversible {
            reason = .irreversible
        } else if effect.isUnknown, context.isLive {
            reason = .unknown
        } else if effect.isPaidRead {
            reason = .price
        } else {
            return
        }
        let endpoint = effect.call.flatMap { context.catalogue.dialect.endpoint($0) }
        let named = endpoint?.samples(in: request) ?? []
        let verb = SourceLocation(call.location.file, call.verbRange)
        let count = consents.wanted(max(1, named.count), by: verb)
        guard count > 0 else { return consents.take(max(1, named.count), asked: 0, by: verb) }
        let warning =
            endpoint.map { self.warning(of: $0, reason) }
            ?? "\(request.method.rawValue) \(request.path) is no call that tms knows; what it does nobody can say."
        var question = ConsentRequest(
            reason: reason, verb: "call", warning: warning, count: count, isAtMost: count > max(1, named.count),
            requests: count / max(1, named.count), noun: named.isEmpty ? nil : "parcel",
            samples: completed(Array(named.prefix(3))),
            location: call.location)
        if reason == .price { question.quota = endpoint?.quota(for: count) }
        try await ask(question, at: verb)
        consents.take(max(1, named.count), asked: count, by: verb)
    }

    /// What a request made by hand does, by its method and path.
    func effect(of request: APIRequest, _ call: CommandCall) -> LineEffect {
        LineEffect(
            byHand: context.catalogue.vocabulary[call.verb].byHand ?? [],
            method: request.method.rawValue.lowercased(), path: CallByHand.Path([request.path]))
    }

    func ask(_ request: ConsentRequest, at verb: SourceLocation) async throws(Failure) {
        let consent = await context.consent(request)
        if Task.isCancelled { throw .cancelled(at: verb) }
        switch consent {
        case .given: return
        case .nobodyThere where request.reason.isForPeopleOnly: return
        case .nobodyThere:
            throw Failure(
                kind: .consent,
                Diagnostic(
                    .error, "E0730", "`\(request.verb)` needs a yes, and nothing was sent", at: verb,
                    hint: "run with --yes"),
                isFatal: true, status: .needsYes)
        case .declined:
            throw Failure(
                kind: .consent, Diagnostic(.note, "N0730", "nothing was sent", at: verb), isFatal: true,
                status: .needsYes)
        }
    }

    /// Whether calls like this one ask, and why.
    func reason(to call: EndpointCall, _ command: CommandCall) -> ConsentRequest.Reason? {
        guard command.prefix == nil else { return nil }
        if call.endpoint.needsConsent { return .irreversible }
        if call.endpoint.isPaidRead { return context.isDryRun ? nil : .price }
        return call.endpoint.effect == .update && context.isLive ? .many : nil
    }

    private func warning(of endpoint: Endpoint, _ reason: ConsentRequest.Reason) -> String {
        switch reason {
        case .irreversible, .unknown: endpoint.warning ?? endpoint.summary
        case .price: "It is paid from the quota, whatever the answer says."
        case .many: "The values that they have now do not come back by themselves."
        }
    }

    func samples(of calls: [EndpointCall]) -> [ConsentRequest.Sample] {
        calls.prefix(3).compactMap { call in
            let thing = call.verb.slots.first.flatMap { call.arguments[$0.field]?.text }
            guard let number = call.number ?? thing else { return nil }
            var sample = ConsentRequest.Sample(number: number, carrier: call.carrier)
            if let row = call.row {
                sample.title = text("title", of: row)
                sample.customer = text("customer", of: row)
            }
            return sample
        }
    }

    /// The samples with what the session knows of them.
    func completed(_ samples: [ConsentRequest.Sample]) -> @Sendable () async -> [ConsentRequest.Sample] {
        { [parcels = context.held] in
            guard samples.contains(where: { $0.title == nil }) else { return samples }
            let held = await parcels()
            return samples.map { sample in
                let parcel = held.first {
                    $0.number.uppercased() == sample.number.uppercased() && $0.carrier == sample.carrier ?? $0.carrier
                }
                var sample = sample
                sample.carrier = sample.carrier ?? parcel?.carrier
                sample.title = sample.title ?? parcel?.title
                sample.customer = sample.customer ?? parcel?.customer
                return sample
            }
        }
    }

    private func text(_ field: String, of row: Record) -> String? {
        guard let key = row.shape.key(of: field), let place = row.shape.keys.firstIndex(of: key) else { return nil }
        let value = row.value(at: place)
        return value.isEmpty ? nil : value.plainText
    }
}

extension Endpoint {
    /// Takes from the quota although it only reads.
    var isPaidRead: Bool {
        guard !effect.isWrite, case .perItem = cost else { return false }
        return true
    }

    /// What so many items take from the quota; nil where nobody knows.
    func quota(for items: Int) -> Int? {
        guard case .perItem(let quota) = cost else { return nil }
        let (whole, overflow) = quota.multipliedReportingOverflow(by: items)
        return overflow ? nil : whole
    }

    /// The parcels that a request made by hand names, in its body or its path.
    fileprivate func samples(in request: APIRequest) -> [ConsentRequest.Sample] {
        let items: [JSON]
        switch request.body {
        case .array(let list)?: items = list
        case .object?: items = request.body.map { [$0] } ?? []
        default: items = []
        }
        let field = { [parameters] (kind: Kind) in parameters.first { $0.kind == kind }?.field ?? "" }
        let (number, carrier) = (field(.trackingNumber), field(.carrier))
        let named = items.compactMap { item -> ConsentRequest.Sample? in
            guard case .object(let fields) = item, let number = fields[number]?.text else { return nil }
            return ConsentRequest.Sample(number: number, carrier: fields[carrier]?.text)
        }
        guard named.isEmpty else { return named }
        let parts = CallByHand.Path([request.path]).parts
        for form in pathForms where form.count == parts.count {
            let values = zip(form, parts).compactMap { own, given in own == nil ? given : nil }
            if values.count >= 2 { return [ConsentRequest.Sample(number: values[1], carrier: values[0])] }
        }
        return []
    }
}
