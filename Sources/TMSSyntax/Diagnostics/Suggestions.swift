/// Finds the word a person may have meant.
public enum Suggestions {
    /// The candidate nearest to `word`, if it is near enough to be meant: one edit in words up to four letters,
    /// two up to eight, three beyond. Among equals the first candidate wins.
    public static func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().unicodeScalars.prefix(64))
        let limit = typed.count <= 4 ? 1 : typed.count <= 8 ? 2 : 3
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
            guard abs(other.count - typed.count) <= limit else { continue }
            let distance = distance(typed, other)
            // Every letter changed is another word, however short.
            guard distance <= limit, distance < max(typed.count, other.count) else { continue }
            if distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.word
    }

    /// The number of letters to insert, drop or change to come from one word to the other; a swap of neighbours is one.
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var above = Array(0...b.count)
        var row = above
        for i in 0..<a.count {
            row[0] = i + 1
            for j in 0..<b.count {
                var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                row[j + 1] = least
            }
            before = above
            above = row
        }
        return above[b.count]
    }
}
