import TMSSyntax

/// `group by via | count, median silent`; without groups, over all rows.
final class AggregateCollector: Collector {
    private let columns: [CollectorSpecification.AggregateColumn]
    private let keys: FieldReaders
    /// One a column, whose field it reads; a column without a field counts rows.
    private let fields: FieldReaders
    private let readsField: [Bool]
    private let places: GroupPlaces
    /// The values of the key fields, group after group.
    private var keyValues: [Value] = []
    /// One a column, group after group.
    private let tallies = RawStack<Tally>()
    private let shape: Shape

    init(by fields: [String], _ columns: [CollectorSpecification.AggregateColumn]) {
        self.columns = columns
        keys = FieldReaders(fields)
        self.fields = FieldReaders(columns.map { $0.field ?? "" })
        readsField = columns.map { $0.field != nil }
        places = GroupPlaces(by: keys)
        shape = Shape(keys: fields + columns.map(\.name))
        super.init()
        if fields.isEmpty { beginGroup(of: .nothing, in: nil) }
    }

    override func add(_ row: Value, in environment: Environment) throws(Fault) {
        var first = 0
        if keys.count > 0 {
            let place = places.place(of: row, in: environment)
            first = place * columns.count
            if first == tallies.count { beginGroup(of: row, in: environment) }
        }
        for column in 0..<columns.count {
            let tally = tallies.pointer(to: first + column)
            if readsField[column] {
                try tally?.pointee.add(fields.read(column, of: row, in: environment), in: environment)
            } else {
                tally?.pointee.count += 1
            }
        }
    }

    override func rows(in environment: Environment) throws(Fault) -> [Value] {
        var rows: [Value] = []
        var place = 0
        while place * columns.count < tallies.count {
            try watch.look(place)
            var values = Array(keyValues[(place * keys.count)..<((place + 1) * keys.count)])
            for column in 0..<columns.count {
                guard let tally = tallies.element(at: place * columns.count + column) else { continue }
                values.append(try tally.result(in: environment, watch))
            }
            rows.append(.record(Record(shape: shape, values: values)))
            place += 1
        }
        return rows
    }

    override func value(in environment: Environment) throws(Fault) -> Value {
        let rows = try rows(in: environment)
        guard let row = rows.first, case .record(let record) = row else { return .nothing }
        return record.count == 1 ? record.value(at: 0) : row
    }

    private func beginGroup(of row: Value, in environment: Environment?) {
        if let environment {
            for key in 0..<keys.count { keyValues.append(keys.read(key, of: row, in: environment)) }
        }
        for column in columns { tallies.append(Tally(column.function)) }
    }
}
