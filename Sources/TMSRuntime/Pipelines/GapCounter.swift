/// Counts the rows in which a field that a condition compares is empty, a count for each field and condition.
final class GapCounter {
    private struct Count {
        let field: String
        var rows = 0
        /// The row counted last: a condition may look at a field of one row twice.
        var last: AnyObject?
    }

    private var counts: [Count]

    init(_ fields: [String]) { counts = fields.map { Count(field: $0) } }

    @inline(never)
    func add(_ record: Record, at place: Int) {
        guard counts.indices.contains(place), counts[place].last !== record.identity else { return }
        counts[place].rows += 1
        counts[place].last = record.identity
    }

    /// What was counted at these places; of two conditions that lack a field in a row that passes both, one says so.
    func gaps(_ places: Range<Int>) -> [ResultEnd.Gap] {
        var gaps: [ResultEnd.Gap] = []
        for count in counts[places.clamped(to: counts.indices)] where count.rows > 0 {
            if let known = gaps.firstIndex(where: { $0.field == count.field }) {
                gaps[known].rows = max(gaps[known].rows, count.rows)
            } else {
                gaps.append(ResultEnd.Gap(field: count.field, rows: count.rows))
            }
        }
        return gaps
    }
}
