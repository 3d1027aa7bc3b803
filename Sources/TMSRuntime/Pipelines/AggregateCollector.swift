import TMSSyntax

/// `group by via | count, median silent`; without groups, over all rows.
final class AggregateCollector: Collector {
    private struct Group {
        let row: [Value]
        var tallies: [Tally]
    }

    private let columns: [CollectorSpecification.AggregateColumn]
    private var keyReaders: [FieldReader]
    private var valueReaders: [FieldReader?]
    private var places: [GroupKey: Int] = [:]
    private var groups: [Group] = []
    private let shape: Shape

    init(by fields: [String], _ columns: [CollectorSpecification.AggregateColumn]) {
        self.columns = columns
        keyReaders = fields.map { FieldReader($0) }
        valueReaders = columns.map { $0.field.map { FieldReader($0) } }
        shape = Shape(keys: fields + columns.map(\.name))
        super.init()
        if fields.isEmpty { groups = [Group(row: [], tallies: columns.map { Tally($0.function) })] }
    }

    override func add(_ row: Value, in environment: Environment) throws(Fault) {
        let place = keyReaders.isEmpty ? 0 : place(of: row, in: environment)
        for index in columns.indices {
            guard valueReaders[index] != nil else {
                groups[place].tallies[index].count += 1
                continue
            }
            let value = valueReaders[index]?.read(row: row, in: environment) ?? .nothing
            try groups[place].tallies[index].add(value, in: environment)
        }
    }

    override func rows(in environment: Environment) throws(Fault) -> [Value] {
        var rows: [Value] = []
        for group in groups {
            var values = group.row
            for tally in group.tallies { values.append(try tally.result(in: environment)) }
            rows.append(.record(Record(shape: shape, values: values)))
        }
        return rows
    }

    override func value(in environment: Environment) throws(Fault) -> Value {
        let rows = try rows(in: environment)
        guard let row = rows.first, case .record(let record) = row else { return .nothing }
        return record.values.count == 1 ? record.values[0] : row
    }

    private func place(of row: Value, in environment: Environment) -> Int {
        let key = GroupKey(row, &keyReaders, in: environment)
        if let place = places[key] { return place }
        var values: [Value] = []
        for index in keyReaders.indices { values.append(keyReaders[index].read(row: row, in: environment)) }
        places[key] = groups.count
        groups.append(Group(row: values, tallies: columns.map { Tally($0.function) }))
        return groups.count - 1
    }
}

/// One aggregate of one group. Empty values do not count.
struct Tally {
    private let function: AggregateSyntax.Function
    var count = 0
    private var total: Value?
    private var values: [Value] = []

    init(_ function: AggregateSyntax.Function) { self.function = function }

    mutating func add(_ value: Value, in environment: Environment) throws(Fault) {
        if value.isEmpty { return }
        count += 1
        switch function {
        case .count: break
        case .sum, .average:
            try check(value, in: environment)
            guard let total else {
                self.total = value.numeral?.value ?? value
                return
            }
            self.total = try Arithmetic(environment: environment).apply(.add, total, value)
        case .median:
            try check(value, in: environment)
            values.append(value)
        case .min, .max:
            guard let total else {
                self.total = value
                return
            }
            let order = SortKey(value, in: environment).order(SortKey(total, in: environment))
            if function == .min ? order < 0 : order > 0 { self.total = value }
        }
    }

    func result(in environment: Environment) throws(Fault) -> Value {
        let arithmetic = Arithmetic(environment: environment)
        switch function {
        case .count: return .integer(count)
        case .sum: return total ?? .integer(0)
        case .min, .max: return total ?? .nothing
        case .average:
            guard let total else { return .nothing }
            return try arithmetic.apply(.divide, total, .integer(count))
        case .median:
            guard !values.isEmpty else { return .nothing }
            let sorted = values.map { ($0, SortKey($0, in: environment)) }.sorted { $0.1.order($1.1) < 0 }
            let upper = sorted[sorted.count / 2].0
            if sorted.count % 2 == 1 { return upper.numeral?.value ?? upper }
            let both = try arithmetic.apply(.add, sorted[sorted.count / 2 - 1].0, upper)
            return try arithmetic.apply(.divide, both, .integer(2))
        }
    }

    private func check(_ value: Value, in environment: Environment) throws(Fault) {
        if case .duration = value { return }
        guard value.numeral != nil else { throw .notANumber(value.quoted(in: environment), function.rawValue) }
    }
}
