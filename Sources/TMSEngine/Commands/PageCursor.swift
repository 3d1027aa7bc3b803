import TrackingMore

/// Where the reading of a list stands, page by page.
///
/// How many rows a page has is for the service to say: it may give fewer than it is asked for.
struct PageCursor {
    /// The page to be read next, from 1.
    private(set) var page = 1
    /// Rows that a page is asked for.
    private(set) var limit: Int
    /// Rows that have come, those included that came twice.
    private(set) var given = 0
    /// Rows on all pages, as far as the answers say.
    private(set) var total: Int?
    private(set) var isAtEnd = false
    /// The list became shorter while it was read: a row may have moved to a page that had been read before.
    private(set) var hasShrunk = false
    /// Ids of the rows of the page before.
    private var seen: Set<String> = []
    /// Rows of the page before.
    private var size = 0

    init(limit: Int) { self.limit = limit }

    /// The arguments that ask for the next page.
    func arguments(_ names: FieldRoles.Request) -> JSONObject {
        [names.page: JSON(page), names.limit: JSON(limit)]
    }

    /// Takes in the answer to the next page. Gives the rows that did not stand on the page before: rows move from page to
    /// page while the account grows.
    ///
    /// - Throws: where the pages do not make a list.
    mutating func take(_ rows: [JSON], of data: JSON, _ names: FieldRoles.Parcel) throws(APIError) -> [JSON] {
        let ids = rows.map { row in
            row[names.id]?.text
                ?? [row[names.number], row[names.carrier]].map { $0?.text ?? "" }.joined(separator: " ")
        }
        let distinct = Set(ids)
        if page > 1, !distinct.isEmpty, distinct == seen {
            throw APIError.unexpectedShape("page \(page) of the list repeats the page before it")
        }
        let answer = Page(data)
        if let echoed = answer.limit, echoed > 0, echoed < limit { limit = echoed }
        given += rows.count
        if rows.isEmpty, let total = answer.total, given < total {
            throw APIError.unexpectedShape("the list ended after \(given) of \(total) rows")
        }
        // A total below what has come is not one.
        let plausible = answer.total.flatMap { $0 < given ? nil : $0 }
        if let before = total, let plausible, plausible < before { hasShrunk = true }
        // Where the answer says neither how many there are nor how many a page takes, the last page is the empty one.
        isAtEnd = plausible.map { given >= $0 } ?? (rows.isEmpty || answer.limit != nil && rows.count < limit)
        total = isAtEnd ? given : plausible
        let fresh = zip(rows, ids).filter { !seen.contains($0.1) }.map(\.0)
        seen = distinct
        size = rows.count
        page += 1
        return fresh
    }

    /// Pages still to be read, as far as that is known.
    var pagesLeft: Int? {
        if isAtEnd { return 0 }
        guard let total, size > 0 else { return nil }
        return (total - given + size - 1) / size
    }
}
