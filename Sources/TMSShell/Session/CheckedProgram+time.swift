import TMSSemantics
import TMSSyntax

extension CheckedProgram {
    /// Whether the program speaks of now, so that an account with a clock of its own must be asked for it beforehand.
    var asksTheTime: Bool {
        let files = [program.file] + libraries.map(\.file)
        return files.contains { file in
            LineScan(file.text).pieces.contains { piece in
                piece.kind == .string ? piece.text.contains("{") : Self.timeWords.contains(where: piece.text.hasPrefix)
            }
        }
    }

    private static let timeWords = [
        "now", "today", "yesterday", "tomorrow", "ago", "last", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday",
    ]
}
