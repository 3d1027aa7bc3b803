import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// What a parcel was before a write, as the line that brings it back: `track …` after a delete, `edit …` after an edit.
struct WayBack {
    /// So many are told in a run; of more parcels nobody wants a line each.
    static let most = 5

    let note: Diagnostic

    /// `nil` for other calls, and for an edit of values that are not known.
    ///
    /// - Parameters:
    ///   - row: what the account holds of it, by wire fields; `null` where that was not read.
    ///   - parcel: what is known of it without a call.
    init?(_ call: EndpointCall, row: JSON, parcel: HeldParcel?) {
        guard let number = call.number, let carrier = call.carrier else { return nil }
        let (dialect, verb) = (call.dialect, call.endpoint.inverse.flatMap { call.dialect.endpoint($0.endpoint) })
        let known = ["title": parcel?.title, "customer": parcel?.customer, "order": parcel?.order]
        let image = BeforeImage(row, of: call)
        let clause = { (parameter: Parameter) -> (word: String, value: String)? in
            guard case .clause(let word) = parameter.role, parameter.field != dialect.fields.parcel.carrier,
                let value = image.text(of: parameter) ?? known[word] ?? nil, !value.isEmpty
            else { return nil }
            return (word, parameter.kind == .country ? value : Quoting.string(value))
        }
        let line = { (verb: String, clauses: [(word: String, value: String)]) in
            ([verb, number, "via", carrier] + clauses.flatMap { [$0.word, $0.value] }).joined(separator: " ")
        }
        guard let verb, let word = verb.lines.first?.verb else { return nil }
        switch call.endpoint.effect {
        case .delete:
            note = Diagnostic(
                .note, "N0746", "to track it again: \(line(word, verb.parameters.compactMap(clause)))")
        case .update where !call.changesCarrier:
            let changed = call.sent.compactMap { field, value -> (word: String, value: String)? in
                guard let old = call.endpoint.parameter(field).flatMap(clause),
                    old.value != Quoting.string(value.text ?? "")
                else { return nil }
                return old
            }
            guard !changed.isEmpty else { return nil }
            let were = changed.map { "\($0.word) was \($0.value)" }.joined(separator: ", ")
            note = Diagnostic(.note, "N0746", "\(were); to change it back: \(line(word, changed))")
        case .create, .update, .read, .lookup: return nil
        }
    }
}

extension CallPerformer {
    /// The ways back from these calls by their places; looked up before they are sent, without a call.
    ///
    /// - Parameter waiting: how many calls there are in all.
    func waysBack(from calls: [EndpointCall], among waiting: Int) async -> [Int: WayBack] {
        guard context.tellsWaysBack, predictedState == nil, waysBackTold + max(waiting, calls.count) <= WayBack.most,
            calls.contains(where: { $0.endpoint.effect == .delete || $0.endpoint.effect == .update })
        else { return [:] }
        let held = await context.held()
        var ways: [Int: WayBack] = [:]
        for (place, call) in calls.enumerated() {
            let key = ParcelKey(call.number, call.carrier)
            // The row of a list may be older than what the account holds, which is no matter once all of it is gone.
            let row = call.endpoint.effect == .delete ? call.row.map { Value.record($0).json } : nil
            ways[place] = WayBack(
                call, row: account.known(call.number ?? "", key) ?? row ?? .null,
                parcel: held.first { ParcelKey($0.number, $0.carrier) == key })
        }
        waysBackTold += ways.count
        return ways
    }
}
