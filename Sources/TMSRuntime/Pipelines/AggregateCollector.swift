import TMSSyntax

/// `group by via | count, median silent`; without groups, over all rows.
final class AggregateCollector {
    private let watch: Watch
    private let columns: [CollectorSpecification.AggregateColumn]
    private let keys: FieldReaders
    /// One a column, whose field it reads; a column without a field counts rows.
    private let fields: FieldReaders
    private let readsField: [Bool]
    private let places: GroupPlaces
    /// The values of the key fields, group after group.
    private let keyValues = SegmentedStack<Value>()
    /// One a column, group after group.
    private let tallies = SegmentedStack<Tally>()
    private let shape: Shape
    /// What was made of the groups so far. It stays here when that is interrupted, so that nobody has to release it.
    private var made: [Value] = []

    init(
        by fields: [String], _ columns: [CollectorSpecification.AggregateColumn], _ log: FieldLog, _ watch: Watch
    ) {
        self.watch = watch
        self.columns = columns
        keys = FieldReaders(fields, log)
        self.fields = FieldReaders(columns.map { $0.field ?? $0.name }, log)
        readsField = columns.map { $0.field != nil }
        places = GroupPlaces(by: keys)
        shape = Shape(keys: fields + columns.map(\.name))
        if fields.isEmpty { beginTallies() }
    }

    func add(_ row: Value, in environment: Environment) throws(Fault) {
        var first = 0
        if keys.count > 0 {
            let place = try places.place(of: row, in: environment, watch)
            first = place * columns.count
            if first == tallies.count { try beginGroup(of: row, in: environment) }
        }
        for column in 0..<columns.count {
            let tally = tallies.pointer(to: first + column)
            if readsField[column] {
                try tally?.pointee.add(try fields.read(column, of: row, in: environment), in: environment)
            } else {
                tally?.pointee.count += 1
            }
        }
    }

    func rows(in environment: Environment) throws(Fault) -> [Value] {
        made.reserveCapacity(tallies.count / max(1, columns.count))
        while made.count * columns.count < tallies.count {
            try watch.look(made.count)
            var values: [Value] = []
            values.reserveCapacity(keys.count + columns.count)
            for key in 0..<keys.count {
                values.append(keyValues.pointer(to: made.count * keys.count + key)?.pointee ?? .nothing)
            }
            for column in 0..<columns.count {
                guard let tally = tallies.pointer(to: made.count * columns.count + column) else { continue }
                values.append(try tally.pointee.result(in: environment, watch))
            }
            made.append(.record(Record(shape: shape, values: values)))
        }
        let rows = made
        made = []
        return rows
    }

    func value(in environment: Environment) throws(Fault) -> Value {
        let rows = try rows(in: environment)
        guard let row = rows.first, case .record(let record) = row else { return .nothing }
        return record.count == 1 ? record.value(at: 0) : row
    }

    func release() throws(Fault) {
        try places.release(watch)
        try keyValues.removeAll(watch)
        if columns.contains(where: { $0.function == .median }) {
            for place in 0..<tallies.count { try tallies.pointer(to: place)?.pointee.release(watch) }
        }
        try tallies.removeAll(watch)
    }

    private func beginGroup(of row: Value, in environment: Environment) throws(Fault) {
        for key in 0..<keys.count { keyValues.append(try keys.read(key, of: row, in: environment)) }
        beginTallies()
    }

    private func beginTallies() {
        for column in columns { tallies.append(Tally(column.function)) }
    }
}
