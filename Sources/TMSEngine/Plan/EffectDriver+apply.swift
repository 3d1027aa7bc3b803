import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

extension EffectDriver {
    /// Does what a saved plan says, as a part of the run that is under way.
    func apply(_ file: FileName, _ call: CommandCall) async throws(Failure) -> TMSRuntime.Answer {
        let verb = SourceLocation(call.location.file, call.verbRange)
        let path = resolved(file, from: call.location)
        let plan = try SavedPlan(
            at: path, shownAs: file.path, catalogue: context.catalogue, location: call.location,
            verbRange: call.verbRange)
        let account = try context.accountName()
        guard plan.header.account == account else {
            throw .planOfAnother(plan.header.account, than: account, at: verb)
        }
        if let text = try? FileReading.bytes(plan.header.script), SavedPlan.digest(text) != plan.header.digest {
            output(.diagnostic(.scriptChanged(plan.header)))
        }
        guard !plan.rows.isEmpty else { return .rows([], more: nil) }
        try await askConsent(toApply: plan, at: verb)
        tally.sawFile()
        let performer = performer(for: call)
        // All at once costs fewest calls. Of a run that goes on most rows are done, and the others are looked at as they come.
        if journal?.isResumed != true, let first = plan.rows.first {
            _ = try await performer.held(of: plan.rows.compactMap(\.number), for: first)
        }
        var rest = plan.rows[...]
        return await cursors.open(
            TargetsSource(
                performer: performer, location: call.location, isWrite: true, output: output
            ) { () async throws(Failure) in
                guard let batch = rest.first?.planned?.batch else { return nil }
                let part = rest.prefix { $0.planned?.batch == batch }
                rest = rest.dropFirst(part.count)
                return part.map { .call($0) }
            })
    }

    private func askConsent(toApply plan: SavedPlan, at verb: SourceLocation) async throws(Failure) {
        let losing = plan.rows.lazy.compactMap(\.endpoint.warning).first
        var request = ConsentRequest(
            reason: .irreversible, verb: "apply",
            warning: losing ?? "A parcel that has changed since the plan was made is left as it is.",
            count: plan.rows.count, isAtMost: true,
            requests: Set(plan.rows.compactMap(\.planned?.batch)).count, noun: "parcel",
            samples: completed(samples(of: Array(plan.rows.prefix(3)))), location: verb)
        if plan.header.quota > 0 { request.quota = plan.header.quota }
        try await ask(request, at: verb)
    }
}
