/// What is told of the words of one command that are neither subjects nor clauses: one mistake is told once.
///
/// A word that nothing is near to may be the rest of anything, and so may what follows it; and what is joined to a mistake
/// with `and` or `or` belongs to it.
struct StrayReports {
    private var hasTold = false
    /// Whether further ones come of a mistake that was told.
    private var isNoise = false

    /// - Parameters:
    ///   - reports: those of the next stray.
    ///   - word: that it begins with; empty where it is none.
    /// - Returns: where those begin that are not told.
    mutating func kept(of reports: ArraySlice<Diagnostic>, begunBy word: String) -> Int {
        let isJoined = hasTold && ["and", "or"].contains(word)
        if isNoise || isJoined {
            isNoise = true
            return reports.startIndex
        }
        let errors = reports.filter { $0.severity == .error }
        if !errors.isEmpty {
            hasTold = true
            isNoise = errors.allSatisfy(\.proposals.isEmpty)
        }
        return reports.endIndex
    }
}
