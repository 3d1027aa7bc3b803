import TMSRuntime
import TMSSyntax

extension LocalVerb {
    static let next = LocalVerb(
        Signature(
            words: ["next"], isShellOnly: true,
            summary: "Shows the next row of the last table, as it was then.",
            examples: ["list status exception\nnext"], related: ["back", "show"])
    ) { call async throws(Failure) in try await call.perform(.row(after: 1)) }

    static let back = LocalVerb(
        Signature(
            words: ["back"], isShellOnly: true,
            summary: "Shows the row before the one that was looked at last.",
            examples: ["list status exception\nback"], related: ["next", "show"])
    ) { call async throws(Failure) in try await call.perform(.row(after: -1)) }
}
