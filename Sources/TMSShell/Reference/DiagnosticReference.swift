import TMSSyntax

/// docs/diagnostics.md: every code that a message can carry, what it means and a text that gives it.
public struct DiagnosticReference {
    public let text: String

    public init() {
        var parts = [
            "# Diagnostics",
            """
            Every message has a code. This page explains them all; `help E0204` shows one of them in the shell. A script \
            catches errors with `try … otherwise`, and the exit status says how a run ended. Codes that begin with W are \
            warnings and those with N are notes: the run goes on.
            """,
            "<!-- Written by `tms docs diagnostics`; a test compares it. -->",
        ]
        for (title, catalogue) in DiagnosticCatalogue.chapters {
            parts.append("## \(title)")
            parts += catalogue.entries.flatMap(Self.entry)
        }
        text = parts.joined(separator: "\n\n") + "\n"
    }

    private static func entry(_ entry: DiagnosticEntry) -> [String] {
        let example = entry.example.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        return ["### \(entry.code): \(entry.title)", entry.explanation]
            + (entry.example.isEmpty ? [] : [example.joined(separator: "\n")])
    }
}
