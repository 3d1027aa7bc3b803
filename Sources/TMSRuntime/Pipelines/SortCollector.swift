/// Rows in the total order of their keys; equal ones stay in the order they came.
final class SortCollector: Collector {
    private let orders: [CollectorSpecification.SortOrder]
    private var readers: [FieldReader]
    /// As many for each row as there are orders, row after row.
    private var keys: [SortKey] = []
    private var gathered: [Value] = []
    /// Stays here when it is interrupted, so that nobody has to let go of it.
    private var sorted: [Value] = []

    init(_ orders: [CollectorSpecification.SortOrder]) {
        self.orders = orders
        readers = orders.map { FieldReader($0.field) }
    }

    override func add(_ row: Value, in environment: Environment) throws(Fault) {
        for index in readers.indices {
            keys.append(SortKey(readers[index].read(row: row, in: environment), in: environment))
        }
        gathered.append(row.alone)
    }

    override func rows(in environment: Environment) throws(Fault) -> [Value] {
        var places = Array(gathered.indices)
        // A pointer in the closure: the array itself would be asked for its count at every comparison.
        try keys.withUnsafeBufferPointer { keys throws(Fault) in
            try watch.sort(&places) { isBefore($0, $1, keys) }
        }
        sorted.removeAll(keepingCapacity: true)
        sorted.reserveCapacity(places.count)
        for place in places {
            try watch.look(sorted.count)
            sorted.append(gathered[place])
        }
        let rows = sorted
        sorted = []
        return rows
    }

    override func letGo() throws(Fault) {
        try watch.letGo(&keys)
        try watch.letGo(&gathered)
    }

    private func isBefore(_ left: Int, _ right: Int, _ keys: UnsafeBufferPointer<SortKey>) -> Bool {
        for index in orders.indices {
            let result = keys[left * orders.count + index].order(keys[right * orders.count + index])
            if result != 0 { return orders[index].isDescending ? result > 0 : result < 0 }
        }
        return left < right
    }
}
