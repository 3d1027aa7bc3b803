import TMSCommands
import TMSRuntime
import TrackingMore

/// The rows of a list, page by page, each as large as costs fewest calls.
///
/// Where rows are only counted, the first answer says how many there are, and empty ones stand in for them.
///
/// A row seen on the page before is not given twice.
final class ListingSource: RowSource {
    private let performer: CallPerformer
    private var calls: ArraySlice<EndpointCall>
    /// Of the first of the calls.
    private var cursor: PageCursor
    private let firstLimit: Int
    private let isCounting: Bool
    /// One request whose rows are all handed on.
    private let isWhole: Bool
    /// Rows counted and not yet handed on.
    private var counted = 0
    private let statistics: CallStatistics
    private let place: Int
    /// Of the answers begun so far.
    private var total: Int? = 0
    /// Of a single request, as its answers say, if all of them are handed on.
    private(set) var rowCount: Int?

    /// - Parameter wanted: rows that will be asked for, where that is known.
    init(performer: CallPerformer, calls: [EndpointCall], statistics: CallStatistics, wanted: Int? = nil) {
        self.statistics = statistics
        place = statistics.begin(CallStatistics.Listing(of: calls))
        self.performer = performer
        self.calls = calls[...]
        let isSifted = calls.contains { !$0.filters.isEmpty }
        isCounting = wanted == 0 && !isSifted
        isWhole = calls.count == 1 && !isSifted
        firstLimit = Self.firstLimit(of: calls, wanted: wanted, largest: performer.dialect.largestPage)
        cursor = PageCursor(limit: firstLimit)
    }

    /// How many rows a page is asked for.
    static func firstLimit(of calls: [EndpointCall], wanted: Int?, largest: Int) -> Int {
        // Where rows are filtered here, nobody knows how many it takes to find those.
        let isSifted = calls.contains { !$0.filters.isEmpty }
        guard let wanted, !isSifted else { return largest }
        return min(max(wanted, 1), largest)
    }

    func next() async throws(Failure) -> RowChunk {
        if counted > 0 { return standIns() }
        guard let call = calls.first else { return RowChunk(rows: [], isLast: true) }
        let isFirst = cursor.page == 1
        let (rows, data) = try await performer.read(call.page(of: cursor))
        if isFirst, rows.isEmpty { await performer.explainEmpty(call) }
        let fresh: [JSON]
        do {
            fresh = try cursor.take(rows, of: data, call.dialect.fields.parcel)
        } catch {
            throw Failure(error, of: call)
        }
        if isFirst { count(cursor.total) }
        rowCount = isWhole ? cursor.total : nil
        if cursor.isAtEnd || isCounting && isFirst && cursor.total != nil {
            if isCounting, isFirst, let total = cursor.total { counted = total }
            calls.removeFirst()
            cursor = PageCursor(limit: firstLimit)
            if isCounting, isFirst { return standIns() }
        }
        let kept = fresh.filter { call.keeps($0) }.map { performer.value(of: $0, for: call) }
        return RowChunk(rows: kept, isLast: calls.isEmpty)
    }

    private func count(_ rows: Int?) {
        if let rows { total? += rows } else { total = nil }
        if calls.count == 1, let total { statistics.set(total: total, ofListing: place) }
    }

    private func standIns() -> RowChunk {
        let count = min(counted, 65_536)
        counted -= count
        return RowChunk(
            rows: Array(repeating: .nothing, count: count), isLast: counted == 0 && calls.isEmpty)
    }
}

extension EndpointCall {
    /// The call for the next page of a list.
    func page(of cursor: PageCursor) -> EndpointCall {
        var call = self
        for (name, value) in cursor.arguments(dialect.fields.request) { call.arguments[name] = value }
        return call
    }
}

extension CallStatistics.Listing {
    /// What the calls of a list ask for, and what is left to do here.
    init(of calls: [EndpointCall]) {
        var asked: [String] = []
        var sifted: [String] = []
        for call in calls {
            let given = call.endpoint.parameters.filter { $0.fields.contains { call.arguments[$0] != nil } }
            for parameter in given {
                let label = parameter.word ?? parameter.field
                if !asked.contains(label) { asked.append(label) }
            }
            for filter in call.filters {
                let label = filter.parameter.word ?? filter.parameter.field
                if !sifted.contains(label) { sifted.append(label) }
            }
        }
        self.init(asked: asked, sifted: sifted)
    }
}
