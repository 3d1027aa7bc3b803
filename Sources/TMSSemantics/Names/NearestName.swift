/// The candidate a person most likely meant by `word`, or `nil` when none is near.
///
/// A swap of neighbours counts as one edit, so `vai` is one away from `via`.
func nearestName(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().utf8)
    let limit = allowedEdits(for: typed.count)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != word {
        let other = Array(candidate.lowercased().utf8)
        guard abs(other.count - typed.count) <= limit else { continue }
        let distance = editDistance(typed, other)
        guard distance <= limit, distance < other.count else { continue }
        if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
        best = (candidate, distance)
    }
    return best?.name
}

private func allowedEdits(for length: Int) -> Int {
    switch length {
    case ...3: 1
    case ...7: 2
    default: 3
    }
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            let substitution = last[column] + (letter == other ? 0 : 1)
            var least = min(substitution, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                least = min(least, beforeLast[column - 1] + 1)
            }
            current.append(least)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
