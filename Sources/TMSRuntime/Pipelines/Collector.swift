import TMSSyntax

/// Gathers the rows of a pipeline for a step that must see all of them.
enum Collector {
    case rows(RowCollector)
    case distinct(DistinctCollector)
    case latest(LatestCollector)
    case sorted(SortCollector)
    case groups(AggregateCollector)
    case seen(SeenRows)
    case partners(PartnerRows)

    /// - Parameters:
    ///   - log: where the script has named the fields.
    ///   - room: how many rows may stay in the memory.
    ///   - watch: who may interrupt it while it works on all rows.
    init(
        _ specification: CollectorSpecification, _ given: Value, _ log: FieldLog, _ names: ParcelNames, room: Int,
        _ watch: Watch
    ) {
        switch specification {
        case .rows: self = .rows(RowCollector(room: room))
        case .distinct: self = .distinct(DistinctCollector(names))
        case .first, .last: self = .latest(LatestCollector())
        case .sort(let orders): self = .sorted(SortCollector(orders, log, watch))
        case .aggregate(let fields, let columns): self = .groups(AggregateCollector(by: fields, columns, log, watch))
        case .seen(let fields): self = .seen(SeenRows(by: fields, log, watch))
        case .partners(let field, let keepsAll):
            self = .partners(PartnerRows(given, on: field, keepsAll: keepsAll, log, watch))
        }
    }

    /// What `unique` and `join` hold is asked row by row and gathers none.
    func add(_ row: Value, in environment: Environment) throws(Fault) {
        switch self {
        case .rows(let rows): rows.add(row)
        case .distinct(let rows): try rows.add(row, in: environment)
        case .latest(let latest): latest.row = row
        case .sorted(let rows): try rows.add(row, in: environment)
        case .groups(let groups): try groups.add(row, in: environment)
        case .seen, .partners: break
        }
    }

    /// The rows it gives on.
    func rows(in environment: Environment) throws(Fault) -> [Value] {
        switch self {
        case .rows(let rows): rows.takeAll()
        case .distinct(let rows): rows.rows
        case .latest(let latest): [latest.row]
        case .sorted(let rows): try rows.rows(in: environment)
        case .groups(let groups): try groups.rows(in: environment)
        case .seen, .partners: []
        }
    }

    /// The one value it gives, for a step that ends in one.
    func value(in environment: Environment) throws(Fault) -> Value {
        switch self {
        case .rows(let rows): rows.list()
        case .latest(let latest): latest.row
        case .groups(let groups): try groups.value(in: environment)
        case .distinct, .sorted, .seen, .partners: .items(try rows(in: environment))
        }
    }

    /// Releases what it holds. A million rows are many pieces, and who interrupts it does not wait for all of them:
    /// the collector keeps what is left.
    func release() throws(Fault) {
        switch self {
        case .sorted(let rows): try rows.release()
        case .groups(let groups): try groups.release()
        case .seen(let rows): try rows.release()
        case .partners(let partners): try partners.release()
        case .rows, .distinct, .latest: break
        }
    }
}

/// All rows as they came.
final class RowCollector {
    /// It holds more rows than the memory should, and they can be kept elsewhere.
    private(set) var isFull = false
    /// Touched for every row and by nobody else at the same time.
    @exclusivity(unchecked) var rows: [Value] = []
    /// How deeply the deepest row nests.
    private var deepest = 0
    /// How many values lie in all of them.
    private var weight = 0
    /// More than these are kept elsewhere.
    private var room: Int
    /// Where the rows before these stand.
    private var store: (any StoredRows)?

    init(room: Int) { self.room = room }

    func add(_ row: Value) {
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

    /// All of them, those that were kept elsewhere first.
    func takeAll() -> [Value] {
        defer {
            rows = []
            store = nil
        }
        guard let store else { return rows }
        return store.all + rows
    }

    /// The list of them.
    func list() -> Value {
        if let store, rows.isEmpty { return .list(List(store)) }
        return .list(List(takeAll(), deepest: deepest, weight: weight))
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
final class LatestCollector {
    var row = Value.nothing
}

/// All rows, each parcel once: by `id`, else by number and carrier. Rows with neither all stay.
final class DistinctCollector {
    private(set) var rows: [Value] = []
    private var seen: Set<String> = []
    private var id: FieldReader
    private var number: FieldReader
    private var carrier: FieldReader

    init(_ names: ParcelNames) {
        id = FieldReader(names.id)
        number = FieldReader(names.number.first ?? "")
        carrier = FieldReader(names.carrier.first ?? "")
    }

    func add(_ row: Value, in environment: Environment) throws(Fault) {
        if let key = try key(of: row, in: environment), !seen.insert(key).inserted { return }
        rows.append(row.alone)
    }

    private func key(of row: Value, in environment: Environment) throws(Fault) -> String? {
        let id = try self.id.read(row: row, in: environment)
        if !id.isEmpty { return id.text(in: environment) }
        let number = try self.number.read(row: row, in: environment)
        if number.isEmpty { return nil }
        let carrier = try self.carrier.read(row: row, in: environment)
        return "\(number.text(in: environment).uppercased()) \(carrier.text(in: environment))"
    }
}
