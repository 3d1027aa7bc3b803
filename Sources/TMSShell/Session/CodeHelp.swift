import TMSSyntax

/// `help E0107`, `help 4031`: what a code means, and a text that gives it.
public struct CodeHelp {
    public let text: String

    /// `nil` for a code that nobody explains.
    public init?(_ code: String) {
        let code = code.uppercased()
        guard let entry = DiagnosticCatalogue.chapters.lazy.compactMap({ $0.catalogue.entry(code) }).first else {
            return nil
        }
        let example = entry.example.split(separator: "\n").map { "  " + $0 }
        let lines =
            ["\(entry.code): \(entry.title)", entry.explanation] + (example.isEmpty ? [] : [""] + example)
            + ["See: help errors"]
        text = lines.joined(separator: "\n")
    }
}
