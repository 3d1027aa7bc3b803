import TMSCommands
import TMSRuntime
import TrackingMore

/// The rows of a list, page by page: 100 first, then as large as costs fewest calls.
///
/// Where rows are only counted, the first answer says how many there are, and empty ones stand in for them.
///
/// Rows move from page to page while the account grows; a row seen on the page before is not given twice.
final class ListingSource: RowSource {
    private static let firstPage = 100

    private let performer: CallPerformer
    private var calls: ArraySlice<EndpointCall>
    private var page = 1
    private var limit: Int
    /// Ids of rows already given that the next page may repeat.
    private var seen: Set<String> = []
    /// The first page is read a second time, as a larger one.
    private var hasBegunAnew = false
    private let isCounting: Bool
    /// One request whose rows are all handed on.
    private let isWhole: Bool
    /// Rows counted and not yet handed on.
    private var counted = 0
    private let statistics: CallStatistics
    private let place: Int
    /// Rows of the present request that have come, those that came twice included.
    private var given = 0
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
        limit = Self.firstLimit(of: calls, wanted: wanted)
    }

    /// How many rows the first page is asked for.
    static func firstLimit(of calls: [EndpointCall], wanted: Int?) -> Int {
        // Where rows are sifted here, nobody knows how many it takes to find those.
        let isSifted = calls.contains { !$0.filters.isEmpty }
        guard let wanted, !isSifted, let largest = calls.first?.dialect.largestPage else { return firstPage }
        return min(max(wanted, 1), largest)
    }

    func next() async throws(Failure) -> RowChunk {
        if counted > 0 { return standIns() }
        guard let call = calls.first else { return RowChunk(rows: [], isLast: true) }
        let (rows, data) = try await performer.read(call.page(page, of: limit))
        if page == 1, rows.isEmpty { await performer.explainEmpty(call) }
        if page == 1, !hasBegunAnew { count(Page(data).total ?? (rows.count < limit ? rows.count : nil)) }
        if isCounting, page == 1, let total = Page(data).total, total >= rows.count {
            calls.removeFirst()
            counted = total
            return standIns()
        }
        var ids: Set<String> = []
        let names = call.dialect.fields.parcel
        let fresh = rows.filter { row in
            let id =
                row[names.id]?.text
                ?? [row[names.number], row[names.carrier]].map { $0?.text ?? "" }.joined(separator: " ")
            ids.insert(id)
            return !seen.contains(id)
        }
        let answered = Page(data)
        if page > 1, !ids.isEmpty, ids == seen {
            throw broken("page \(page) of the list repeats the page before it", call)
        }
        // A service may give smaller pages than it was asked for.
        if let echoed = answered.limit, echoed > 0, echoed < limit { limit = echoed }
        given += rows.count
        if rows.isEmpty, let total = answered.total, given < total {
            throw broken("the list ended after \(given) of \(total) rows", call)
        }
        turn(after: rows.count, total: answered.total, ids: ids, largest: call.dialect.largestPage)
        rowCount = isWhole ? Page(data).total : nil
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

    private func broken(_ problem: String, _ call: EndpointCall) -> Failure {
        Failure(APIError.unexpectedShape(problem), of: call)
    }

    private func turn(after count: Int, total: Int?, ids: Set<String>, largest: Int) {
        // Where the service says how many there are, a short page is not the last one.
        let plausible = total.flatMap { $0 < given ? nil : $0 }
        guard plausible.map({ given < $0 }) ?? (count >= limit) else {
            calls.removeFirst()
            page = 1
            given = 0
            hasBegunAnew = false
            seen = []
            return
        }
        let remaining = (plausible ?? given + limit) - given
        let pagesOfThisSize = (remaining + limit - 1) / limit
        let pagesOfLargest = ((plausible ?? given) + largest - 1) / largest
        if page == 1, !hasBegunAnew, limit < largest, pagesOfLargest < pagesOfThisSize {
            // Begins anew with large pages; the first of them repeats what was given.
            limit = largest
            hasBegunAnew = true
            given = 0
            seen = ids
        } else {
            page += 1
            seen = ids
        }
    }
}

extension EndpointCall {
    /// The call for one page of a list.
    func page(_ page: Int, of limit: Int) -> EndpointCall {
        var call = self
        call.arguments[dialect.fields.request.page] = JSON(page)
        call.arguments[dialect.fields.request.limit] = JSON(limit)
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
