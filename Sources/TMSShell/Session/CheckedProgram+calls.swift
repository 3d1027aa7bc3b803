import TMSSemantics
import TMSSyntax

extension CheckedProgram {
    /// Whether the program surely asks nothing of the world, so that it can be run without what waits for answers.
    ///
    /// Judged by its words alone, on the safe side: a word that begins a verb counts wherever it stands.
    func callsNobody(_ vocabulary: Vocabulary) -> Bool {
        if effects.reads || effects.writes || !libraries.isEmpty { return false }
        var isBeginning = true
        for piece in LineScan(program.file.text).pieces {
            defer { isBeginning = piece.kind == .separator }
            if piece.kind == .comment { continue }
            // A number alone at the start of a statement is a parcel.
            if isBeginning, piece.text.contains(where: \.isNumber) { return false }
            let words = piece.text.lowercased().split { !$0.isLetter }
            let reaches = words.contains { word in
                Self.reaching.contains(String(word)) || !vocabulary.verbs(beginningWith: String(word)).isEmpty
            }
            if reaches { return false }
        }
        return true
    }

    private static let reaching: Set<String> = ["open", "save", "wait", "ask", "confirm", "limit", "use"]
}
