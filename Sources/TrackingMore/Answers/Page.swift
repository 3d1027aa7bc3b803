/// What a list answers beside its rows.
public struct Page: Sendable, Equatable {
    /// From 1.
    public let page: Int?
    public let limit: Int?
    /// Rows on all pages; the service writes it as text.
    public let total: Int?
    /// Rows on this page.
    public let count: Int?

    public init(_ data: JSON) {
        page = data["page"]?.integer
        limit = data["limit"]?.integer
        total = data["total"]?.integer
        count = data["count"]?.integer ?? data["items"]?.array?.count
    }

    /// Pages in all; nil where the answer does not say.
    public var pages: Int? {
        guard let total, let limit, limit > 0, total >= 0 else { return nil }
        return (total - 1) / limit + (total == 0 ? 0 : 1)
    }
}
