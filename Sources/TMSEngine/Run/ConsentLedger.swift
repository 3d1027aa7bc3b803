import TMSSyntax

/// What a person has agreed to in a loop, so that they are asked once, with the count of all its rows, and not for each
/// round of them.
struct ConsentLedger {
    private struct Place: Hashable {
        let file: String
        let offset: Int
    }

    private struct Grant {
        var done = 0
        var left = 0
    }

    /// Loops within loops count for the outermost.
    private var depth = 0
    private var rows = 0
    private var grants: [Place: Grant] = [:]
    /// The verbs whose changes of many parcels a person has agreed to, for the whole run.
    private var agreed: Set<Place> = []

    func hasAgreed(to verb: SourceLocation) -> Bool { agreed.contains(place(verb)) }
    mutating func agree(to verb: SourceLocation) { agreed.insert(place(verb)) }

    mutating func begin() {
        if depth == 0 { forget() }
        depth += 1
    }

    mutating func expect(_ rows: Int) {
        if depth == 1 { self.rows = rows }
    }

    mutating func end() {
        depth = max(0, depth - 1)
        if depth == 0 { forget() }
    }

    /// How many a person is to be asked about, for so many at hand; 0 when they have agreed already.
    func wanted(_ count: Int, by verb: SourceLocation) -> Int {
        let grant = grants[place(verb)] ?? Grant()
        return grant.left >= count ? 0 : max(count, rows - grant.done)
    }

    /// So many are done; a person agreed to `asked` beyond what was agreed before.
    mutating func take(_ count: Int, asked: Int, by verb: SourceLocation) {
        guard depth > 0 else { return }
        var grant = grants[place(verb)] ?? Grant()
        grant.left = max(grant.left, asked) - count
        grant.done += count
        grants[place(verb)] = grant
    }

    private mutating func forget() {
        rows = 0
        grants = [:]
    }

    private func place(_ verb: SourceLocation) -> Place { Place(file: verb.file.name, offset: verb.range.lower) }
}
