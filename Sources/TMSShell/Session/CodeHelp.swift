import TMSSyntax

/// `help E0107`: what a code means, and a text that gives it.
struct CodeHelp {
    let text: String

    /// `nil` when the line does not ask for a code, or for one that nobody explains.
    init?(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0].lowercased() == "help" else { return nil }
        let code = words[1].uppercased()
        guard let entry = DiagnosticCatalogue.chapters.lazy.compactMap({ $0.catalogue.entry(code) }).first else {
            return nil
        }
        let example = entry.example.split(separator: "\n").map { "  " + $0 }
        let lines = ["\(entry.code): \(entry.title)", entry.explanation] + (example.isEmpty ? [] : [""] + example)
        text = lines.joined(separator: "\n")
    }
}
