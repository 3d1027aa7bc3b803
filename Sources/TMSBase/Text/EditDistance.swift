/// How far two words are apart: the letters to insert, drop or change to come from one to the other; a swap of
/// neighbours is one.
public enum EditDistance {
    /// The slips between two words, capitals aside.
    public static func between(_ left: String, _ right: String) -> Int {
        between(Array(left.lowercased().unicodeScalars), Array(right.lowercased().unicodeScalars))
    }

    /// The slips between two words, capitals told apart.
    public static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var before = [Int](repeating: 0, count: right.count + 1)
        var above = Array(0...right.count)
        var row = above
        for i in 0..<left.count {
            row[0] = i + 1
            for j in 0..<right.count {
                var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, before[j - 1] + 1)
                }
                row[j + 1] = least
            }
            before = above
            above = row
        }
        return above[right.count]
    }
}
