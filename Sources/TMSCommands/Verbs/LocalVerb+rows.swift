import TMSRuntime
import TMSSyntax

extension LocalVerb {
    static let next = LocalVerb(
        Signature(
            words: ["next"], isShellOnly: true,
            summary: "Shows the next row of the last table, as it was then.",
            examples: ["next"], related: ["back", "show"])
    ) { call async throws(Failure) in try await call.perform(.row(after: 1)) }

    static let browse = LocalVerb(
        Signature(
            words: ["browse"], isShellOnly: true,
            summary: "Shows the last table in a pager, with all its columns and rows.",
            examples: ["browse"], related: ["next", "back"])
    ) { call async throws(Failure) in try await call.perform(.browse) }

    static let back = LocalVerb(
        Signature(
            words: ["back"], isShellOnly: true,
            summary: "Shows the row before the one that was looked at last.",
            examples: ["back"], related: ["next", "show"])
    ) { call async throws(Failure) in try await call.perform(.row(after: -1)) }
}
