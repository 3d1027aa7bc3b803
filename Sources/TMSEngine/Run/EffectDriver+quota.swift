import TMSCommands
import TMSRuntime
import TrackingMore

extension EffectDriver {
    /// What became of planned rows, with what the account has left where that does not pay for them. It is asked by a
    /// call of its own, which costs nothing; where it cannot be asked, nothing is said.
    func covered(_ summary: RowsSummary) async -> RowsSummary {
        let (account, fields) = (context.catalogue.dialect.calls.account, context.catalogue.dialect.fields)
        guard summary.isPlanned, summary.quota > 0, budget.refusal() == nil, !Task.isCancelled,
            let request = try? account.request([:]),
            let answer = try? await context.planChain.send(OutgoingRequest(request, of: account)),
            let left = account.rows(of: answer.data).first?[fields.quotaLeft]?.integer,
            left < summary.quota
        else { return summary }
        var summary = summary
        summary.quotaLeft = left
        return summary
    }
}
