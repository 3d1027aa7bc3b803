import TMSRuntime
import TMSSyntax

extension LocalVerb {
    static let runs = LocalVerb(
        Signature(
            words: ["runs"], returnsRows: true,
            summary: "Lists what has written to the account, the newest first.",
            examples: ["runs", "runs | where status is interrupted", "runs | take 3"],
            related: ["run", "resume", "undo"]), rows: .of(.runs)
    ) { _ async throws(Failure) in .runs(.all) }

    static let run = LocalVerb(
        Signature(
            words: ["run"], subjects: [Slot("RUN", .number, "Its number, as `runs` shows it.")], returnsRows: true,
            summary: "Shows what became of each row of a run.",
            examples: ["run 1", "run 1 | where state is \"failed\""],
            related: ["runs"]), rows: .of(.runRows)
    ) { call async throws(Failure) in
        guard let number = try call.runNumber() else { throw call.noNumber }
        return .runs(.rows(of: number))
    }

    static let resume = LocalVerb(
        Signature(
            words: ["resume"],
            subjects: [Slot("RUN", .number, isRequired: false, "Its number; the last one that was interrupted.")],
            effect: .update, isShellOnly: true,
            summary: "Goes on with a run that was interrupted; what it has done is not sent again.",
            examples: ["resume", "resume 41"], related: ["runs", "undo"])
    ) { call async throws(Failure) in .runs(.resume(try call.runNumber())) }

    static let undo = LocalVerb(
        Signature(
            words: ["undo"],
            subjects: [Slot("RUN", .number, isRequired: false, "Its number; the last one that wrote.")],
            effect: .delete, isIrreversible: true, returnsRows: true,
            summary: "Takes back what a run has written, as far as the service lets it.",
            examples: ["undo", "undo 41"],
            wayBack: "`redo` takes it back", related: ["redo", "runs"]),
        rows: .written
    ) { call async throws(Failure) in .runs(.undo(try call.runNumber())) }

    static let redo = LocalVerb(
        Signature(
            words: ["redo"], effect: .delete, isIrreversible: true, returnsRows: true,
            summary: "Takes the last undo back.", examples: ["redo"],
            wayBack: "`undo` with the number of its run takes it back",
            related: ["undo", "runs"]), rows: .written
    ) { _ async throws(Failure) in .runs(.redo) }

    static let apply = LocalVerb(
        Signature(
            words: ["apply"], subjects: [Slot("FILE", .text, "A plan that `tms plan` has saved.")],
            effect: .delete, isIrreversible: true, returnsRows: true,
            summary: "Does what a saved plan says, and leaves parcels that have changed since.",
            examples: ["apply \"import.plan\""]), rows: .written
    ) { call async throws(Failure) in
        .apply(FileName(call.values(0).first ?? .nothing, in: call.environment))
    }
}

extension LocalCall {
    fileprivate func runNumber() throws(Failure) -> Int? {
        guard let value = values(0).first else { return nil }
        guard case .integer(let number) = value, number > 0 else {
            throw noNumber
        }
        return number
    }

    fileprivate var noNumber: Failure {
        failure("E0627", "a run has a number from 1 on", hint: "`runs` lists them")
    }
}

extension Schema {
    /// A row of `runs`.
    static let runs = Schema(
        name: "run",
        fields: [
            Field("run", "run", .number, "Its number, from 1 on."),
            Field("when", "when", .date, "When it began."),
            Field("text", "text", .text, "The script with its parameters, or the line."),
            Field("status", "status", .text, "done, partly failed, failed, interrupted or under way."),
            Field("done", "done", .number, "Rows that the service has carried out."),
            Field("already", "already", .number, "Rows that changed nothing, because the account was so before."),
            Field("failed", "failed", .number, "Rows that were refused."),
            Field("doubt", "doubt", .number, "Rows of which nobody knows whether they arrived."),
            Field("calls", "calls", .number, "Calls it made, those of the last attempt."),
            Field("quota", "quota", .number, "What it took from the quota."),
        ])

    /// A row of `run N`.
    static let runRows = Schema(
        name: "run row",
        fields: [
            Field("row", "row", .number, "Its place in the run, from 1 on."),
            Field("verb", "verb", .text, "What was to be done."),
            Field("number", "number", .trackingNumber, "The number printed on the label."),
            Field("via", "via", .carrier, "The carrier of the parcel."),
            Field("state", "state", .text, "done, already, failed or in doubt."),
            Field("code", "code", .text, "Why it failed: the code of the message."),
            Field("message", "message", .text, "Why it failed."),
        ])
}
