import TMSCommands
import TMSRuntime
import TrackingMore

extension EffectDriver {
    /// What became of planned rows, with what the account has left where that does not pay for them.
    func covered(_ summary: RowsSummary) async -> RowsSummary {
        guard summary.isPlanned, summary.quota > 0, let left = await quotaLeft(), left < summary.quota else {
            return summary
        }
        var summary = summary
        summary.quotaLeft = left
        return summary
    }

    /// The price of a plan, with what the account has left of its quota.
    func covered(_ price: PlanPrice) async -> PlanPrice {
        var price = price
        if price.quota > 0 { price.quotaLeft = await quotaLeft() }
        return price
    }

    /// It is asked by a call of its own, which costs nothing; nil where it cannot be asked.
    private func quotaLeft() async -> Int? {
        let (account, fields) = (context.catalogue.dialect.calls.account, context.catalogue.dialect.fields)
        guard budget.refusal() == nil, !Task.isCancelled, let request = try? account.request([:]),
            let answer = try? await context.planChain.send(OutgoingRequest(request, of: account))
        else { return nil }
        return account.rows(of: answer.data).first?[fields.quotaLeft]?.integer
    }
}
