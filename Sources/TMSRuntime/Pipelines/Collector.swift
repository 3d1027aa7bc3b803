import TMSSyntax

/// Gathers the rows of a pipeline for a step that must see all of them.
class Collector {
    /// It holds more rows than the memory should, and they can be kept elsewhere.
    final var isFull = false
    /// Who may interrupt it while it works on all rows.
    final var watch = Watch()

    func add(_ row: Value, in environment: Environment) throws(Fault) {}
    /// The rows it gives on.
    func rows(in environment: Environment) throws(Fault) -> [Value] { [] }
    /// The one value it gives, for a step that ends in one.
    func value(in environment: Environment) throws(Fault) -> Value { .items(try rows(in: environment)) }

    /// Releases what it holds. A million rows are many pieces, and who interrupts it does not wait for all of them:
    /// the collector keeps what is left.
    func release() throws(Fault) {}

    /// - Parameter log: where the script has named the fields.
    static func make(
        _ specification: CollectorSpecification, _ given: Value, _ log: FieldLog, _ names: ParcelNames
    ) -> Collector {
        switch specification {
        case .rows: RowCollector()
        case .distinct: DistinctCollector(names)
        case .first, .last: LatestCollector()
        case .sort(let orders): SortCollector(orders, log)
        case .aggregate(let fields, let columns): AggregateCollector(by: fields, columns, log)
        case .seen(let fields): SeenRows(by: fields, log)
        case .partners(let field, let keepsAll): PartnerRows(given, on: field, keepsAll: keepsAll, log)
        }
    }
}

/// All rows as they came.
final class RowCollector: Collector {
    /// Touched for every row and by nobody else at the same time.
    @exclusivity(unchecked) var rows: [Value] = []
    /// How deeply the deepest row nests.
    private var deepest = 0
    /// How many values lie in all of them.
    private var weight = 0
    /// More than these are kept elsewhere.
    var room = Int.max
    /// Where the rows before these stand.
    private var store: (any StoredRows)?

    override func add(_ row: Value, in environment: Environment) throws(Fault) {
        rows.append(row.alone)
        deepest = max(deepest, row.depth)
        weight &+= row.weight
        if rows.count > room { isFull = true }
    }

    func add(_ page: [Value]) {
        rows += page
        for row in page {
            deepest = max(deepest, row.depth)
            weight &+= row.weight
        }
        if rows.count > room { isFull = true }
    }

    override func rows(in environment: Environment) throws(Fault) -> [Value] {
        defer {
            rows = []
            store = nil
        }
        guard let store else { return rows }
        return store.all + rows
    }

    override func value(in environment: Environment) throws(Fault) -> Value {
        if let store, rows.isEmpty { return .list(List(store)) }
        return .list(List(try rows(in: environment), deepest: deepest, weight: weight))
    }

    /// Whether some rows are kept and these are still to be.
    var hasRest: Bool { store != nil && !rows.isEmpty }

    /// The effect that takes rows out of the memory; answered by `keep(in:)`.
    func effect(at location: SourceLocation) -> Effect { .keep(rows, in: store, location) }

    /// - Parameter store: where the rows stand now; `nil` if nobody keeps them, and they stay.
    func keep(in store: (any StoredRows)?) {
        isFull = false
        guard let store else {
            room = .max
            return
        }
        self.store = store
        rows = []
        room = min(room, Self.piece)
    }

    /// Once some have been kept, the others follow so many at a time.
    private static let piece = 10_000
}

/// The row that came last; with a step that stops at once, the first.
final class LatestCollector: Collector {
    private var row = Value.nothing

    override func add(_ row: Value, in environment: Environment) throws(Fault) { self.row = row }
    override func value(in environment: Environment) throws(Fault) -> Value { row }
    override func rows(in environment: Environment) throws(Fault) -> [Value] { [row] }
}

/// All rows, each parcel once: by `id`, else by number and carrier. Rows with neither all stay.
final class DistinctCollector: Collector {
    private var rows: [Value] = []
    private var seen: Set<String> = []
    private var id: FieldReader
    private var number: FieldReader
    private var carrier: FieldReader

    init(_ names: ParcelNames) {
        id = FieldReader(names.id)
        number = FieldReader(names.number.first ?? "")
        carrier = FieldReader(names.carrier.first ?? "")
    }

    override func add(_ row: Value, in environment: Environment) throws(Fault) {
        if let key = try key(of: row, in: environment), !seen.insert(key).inserted { return }
        rows.append(row.alone)
    }

    override func rows(in environment: Environment) throws(Fault) -> [Value] { rows }

    private func key(of row: Value, in environment: Environment) throws(Fault) -> String? {
        let id = try self.id.read(row: row, in: environment)
        if !id.isEmpty { return id.text(in: environment) }
        let number = try self.number.read(row: row, in: environment)
        if number.isEmpty { return nil }
        let carrier = try self.carrier.read(row: row, in: environment)
        return "\(number.text(in: environment).uppercased()) \(carrier.text(in: environment))"
    }
}
