import TMSCommands
import TMSRuntime

/// The parcels of an account that hold a text, as its pages come; where none does, those whose number is nearly it.
final class FindSource: RowSource {
    private let pages: ListingSource
    private let search: ParcelSearch
    private let environment: Environment
    private var hasFound = false
    private var near: [Value] = []

    init(_ pages: ListingSource, _ search: ParcelSearch, _ environment: Environment) {
        self.pages = pages
        self.search = search
        self.environment = environment
    }

    func next() async throws(Failure) -> RowChunk {
        let page = try await pages.next()
        var rows: [Value] = []
        for case .record(let parcel) in page.rows {
            if let row = search.row(of: parcel, environment) {
                rows.append(row)
            } else if let row = search.nearRow(of: parcel, environment) {
                near.append(row)
            }
        }
        hasFound = hasFound || !rows.isEmpty
        if page.isLast, !hasFound { rows = near }
        return RowChunk(rows: rows, isLast: page.isLast, failed: page.failed, notes: page.notes)
    }
}
