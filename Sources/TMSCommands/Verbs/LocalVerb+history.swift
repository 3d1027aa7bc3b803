import TMSRuntime
public import TMSSyntax

extension LocalVerb {
    static let history = LocalVerb(
        Signature(
            words: ["history"], subjects: [Slot("TEXT", .text, isRequired: false, "Only statements that hold it.")],
            returnsRows: true, isShellOnly: true,
            summary: "Lists the statements entered before, the newest first.",
            examples: ["history", "history | where status is \"failed\"", "history | take 20 | save \"today.tms\""],
            related: ["runs"]), rows: .of(.history)
    ) { call async throws(Failure) in try await call.perform(.history(matching: call.text(0))) }
}

extension Schema {
    /// A row of `history`.
    public static let history = Schema(
        name: "statement",
        fields: [
            Field("number", "number", .number, "Its number, by which `!42` runs it again."),
            Field("when", "when", .date, "When it was entered."),
            Field("text", "text", .text, "What was typed."),
            Field("status", "status", .text, "worked, failed, refused or stopped."),
            Field("rows", "rows", .number, "How many rows its result had."),
            Field("profile", "profile", .text, "The profile it was entered with, or the sandbox."),
        ])
}
