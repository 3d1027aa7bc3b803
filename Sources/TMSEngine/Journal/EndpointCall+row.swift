import TMSCommands
import TMSRuntime
import TMSStore
import TMSSyntax
import TrackingMore

extension EndpointCall {
    /// What the write asks for. A carrier that was looked up is no part of it: it is looked up again by the next attempt.
    var content: RowContent {
        let payload = sent.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return RowContent([
            endpoint.id, number?.uppercased() ?? "", isCarrierFound ? "" : carrier?.lowercased() ?? "",
            JSON.object(JSONObject(payload)).compact,
        ])
    }

    /// The write as it stands in the journal.
    func row(before: JSON?) -> IntendedRow {
        IntendedRow(
            content: content, endpoint: endpoint.id, number: number, carrier: carrier,
            sent: JSON.object(arguments).compact, before: before?.compact)
    }
}

extension CallOutcome {
    /// What the journal says of it.
    var rowState: RowState {
        switch result {
        case .success where isThereAlready: return .already
        case .success: return .done(answer: (answer ?? .null).compact)
        case .failure(let failure) where failure.kind == .doubt: return .inDoubt
        case .failure(let failure): return .failed(code: failure.diagnostic.code, message: failure.diagnostic.message)
        }
    }
}
