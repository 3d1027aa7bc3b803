/// Why a request cannot be built.
public enum RequestError: Error, Sendable, Equatable {
    /// A required wire field is absent or blank.
    case missing(field: String)
    /// A wire field the endpoint does not have.
    case unknown(field: String)
    /// A value of a shape that does not go there: a list in a path, a record in a query.
    case unfit(field: String)
    /// More items than one call takes.
    case tooMany(count: Int, limit: Int)
    /// No items at all.
    case nothing
    /// The endpoint has no bulk form.
    case notBulk
}
