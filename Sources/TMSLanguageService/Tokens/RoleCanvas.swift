import TMSSyntax

/// The role of every byte of a text. What is painted later covers what was painted before, so that a node is painted
/// first and its parts after it.
struct RoleCanvas {
    private var roles: [TokenRole] = []
    /// For each byte the place of its role, counted from 1; 0 where there is none.
    private var bytes: [Int32]

    init(count: Int) { bytes = Array(repeating: 0, count: count) }

    mutating func paint(_ range: SourceRange, _ role: TokenRole) {
        // A node that the parser made up for one that is missing has no extent.
        guard range.lower >= 0, range.lower < range.upper, range.upper <= bytes.count else { return }
        roles.append(role)
        let place = Int32(truncatingIfNeeded: roles.count)
        for byte in range.lower..<range.upper { bytes[byte] = place }
    }

    /// The stretches of one role inside of a range, in order.
    func runs(in range: SourceRange) -> [SemanticToken] {
        var runs: [SemanticToken] = []
        var lower = range.lower
        while lower < range.upper {
            var upper = lower + 1
            while upper < range.upper, bytes[upper] == bytes[lower] { upper += 1 }
            if bytes[lower] > 0 {
                runs.append(SemanticToken(range: SourceRange(lower, upper), role: roles[Int(bytes[lower]) - 1]))
            }
            lower = upper
        }
        return runs
    }
}
