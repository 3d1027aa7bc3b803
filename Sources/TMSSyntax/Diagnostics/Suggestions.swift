import TMSBase

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
            let distance = EditDistance.between(typed, other)
            // Every letter changed is another word, however short.
            guard distance <= limit, distance < max(typed.count, other.count) else { continue }
            if distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.word
    }
}

extension [String] {
    /// "`a`, `b` or `c`"; a long list is cut.
    public var quotedList: String {
        let shown = prefix(8).map { "`\($0)`" }
        if count > 8 { return shown.joined(separator: ", ") + " …" }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "nothing" }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }
}
