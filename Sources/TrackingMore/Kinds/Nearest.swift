/// Finds the word a mistyped one was probably meant to be.
public enum Nearest {
    /// The value whose word is nearest, near meaning at most a third of its letters away, two at the most for short ones.
    public static func match<Value>(_ text: String, in words: some Sequence<(String, Value)>) -> Value? {
        let wanted = Array(Folding.plain(text).unicodeScalars.prefix(64))
        guard wanted.count >= 2 else { return nil }
        let allowed = max(1, min(3, wanted.count / 3))
        var best: (distance: Int, value: Value)?
        for (word, value) in words {
            let candidate = Array(Folding.plain(word).unicodeScalars)
            guard abs(candidate.count - wanted.count) <= allowed else { continue }
            let distance = edits(wanted, candidate)
            if distance <= allowed, distance < best?.distance ?? Int.max { best = (distance, value) }
        }
        return best?.value
    }

    public static func word(_ text: String, in words: some Sequence<String>) -> String? {
        match(text, in: words.map { ($0, $0) })
    }

    /// Insertions, deletions, replacements and swaps of neighbours, one each.
    private static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(above[column + 1] + 1, current[column] + 1, above[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            before = above
            above = current
        }
        return above.last ?? left.count
    }
}
