internal import GRDB
import TrackingMore

/// Which parcels a list or a count is about. Moments are seconds since 1970, both ends included.
struct ParcelFilter: Sendable, Hashable {
    var status: Status?
    var created = Span()
    var updated = Span()
    var ordered = Span()
    var numbers: [String]?
    var orders: [String]?
    var archived: Bool?

    struct Span: Sendable, Hashable {
        var min: Int?
        var max: Int?

        var isOpen: Bool { min == nil && max == nil }
    }

    /// Whether the tally answers how many there are.
    var isStatusOnly: Bool {
        var other = self
        other.status = nil
        return other == ParcelFilter()
    }
}

/// A condition in SQL: terms that all hold, and the values of their marks.
struct Condition {
    private(set) var terms: [String] = []
    private(set) var arguments = StatementArguments()

    mutating func add(_ term: String, _ values: (any DatabaseValueConvertible)...) {
        terms.append(term)
        arguments += StatementArguments(values)
    }

    mutating func within(_ span: ParcelFilter.Span, _ column: String) {
        if let min = span.min { add("\(column) >= ?", min) }
        if let max = span.max { add("\(column) <= ?", max) }
    }

    mutating func among(_ texts: [String]?, _ column: String) {
        guard let texts else { return }
        terms.append("\(column) IN (\(texts.map { _ in "?" }.joined(separator: ", ")))")
        arguments += StatementArguments(texts)
    }

    static func + (left: Condition, right: Condition) -> Condition {
        var sum = left
        sum.terms += right.terms
        sum.arguments += right.arguments
        return sum
    }

    /// `a AND b`; true where there are no terms.
    var sql: String { terms.isEmpty ? "true" : terms.joined(separator: " AND ") }
}

extension ParcelFilter {
    /// The condition on the columns that need no calculation, the time of adding as a range of rows.
    func condition(_ db: Database) throws -> Condition {
        var condition = Condition()
        if let status { condition.add("status = ?", status.code) }
        if !created.isOpen {
            let rows = try ParcelFilter.rows(of: created, db)
            condition.add("id BETWEEN ? AND ?", rows.first, rows.last)
        }
        if let archived { condition.add("archived = ?", archived) }
        condition.within(ordered, "ordered")
        condition.among(numbers, "number")
        condition.among(orders, "order_id")
        return condition
    }

    /// The rows that were added within a span: rows are numbered as they are added, and time only runs forward.
    private static func rows(of span: Span, _ db: Database) throws -> (first: Int, last: Int) {
        let oldest = "SELECT id FROM parcel WHERE created >= ? ORDER BY created, id LIMIT 1"
        let newest = "SELECT id FROM parcel WHERE created <= ? ORDER BY created DESC, id DESC LIMIT 1"
        let first = try span.min.map { try Int.fetchOne(db.cachedStatement(sql: oldest), arguments: [$0]) ?? .max } ?? 0
        let last = try span.max.map { try Int.fetchOne(db.cachedStatement(sql: newest), arguments: [$0]) ?? -1 } ?? .max
        return (first, last)
    }

    /// The ways in which a parcel can have been refreshed within the span, no parcel in two of them; the same as
    /// `RefreshRhythm.last`. Each can be looked up in an index.
    func refreshed(now: Int) -> [Condition] {
        guard !updated.isOpen else { return [Condition()] }
        var stopped = Condition()
        stopped.within(Span(min: updated.min ?? 0, max: updated.max), "stopped")
        stopped.add("stopped > created")
        return [stopped]
            + phases(now: now).map { phase in
                var going = Condition()
                going.add("stopped IS NULL")
                going.within(phase, "(\(RefreshRhythm.phase))")
                going.add("created <= ?", now - RefreshRhythm.first)
                return going
            }
    }

    /// Where in the period those stand that are still refreshed and whose last refresh lies within the span.
    private func phases(now: Int) -> [Span] {
        let period = RefreshRhythm.period
        let youngest = Swift.max(now - (updated.max ?? now), 0)
        let oldest = Swift.min(now - (updated.min ?? 0), period - 1)
        guard youngest <= oldest else { return [] }
        let first = ((now - oldest) % period + period) % period
        let last = first + oldest - youngest
        guard last >= period else { return [Span(min: first, max: last)] }
        return [Span(min: first, max: period - 1), Span(min: 0, max: last - period)]
    }
}
