/// Rows in the total order of their keys; equal ones stay in the order they came.
final class SortCollector {
    private let watch: Watch
    private let orders: [CollectorSpecification.SortOrder]
    private var readers: [FieldReader]
    /// As many for each row as there are orders, row after row.
    private var keys: [SortKey] = []
    private var gathered: [Value] = []
    /// What each order has met of numbers that are written as elsewhere.
    private var foreign: [ForeignNumbers]
    /// Stays here when it is interrupted, so that nobody has to release it.
    private var sorted: [Value] = []

    init(_ orders: [CollectorSpecification.SortOrder], _ log: FieldLog, _ watch: Watch) {
        self.watch = watch
        self.orders = orders
        readers = log.sites(orders.map(\.field)).map { FieldReader($0.name, $0) }
        foreign = orders.map { _ in ForeignNumbers() }
    }

    func add(_ row: Value, in environment: Environment) throws(Fault) {
        for index in readers.indices {
            let value = try readers[index].read(row: row, in: environment)
            let key = SortKey(value, in: environment)
            if key.isText { foreign[index].add(value) }
            keys.append(key)
        }
        gathered.append(row.alone)
    }

    func rows(in environment: Environment) throws(Fault) -> [Value] {
        for numbers in foreign { try numbers.refuse(in: environment) }
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

    func release() throws(Fault) {
        try watch.release(&keys)
        try watch.release(&gathered)
    }

    private func isBefore(_ left: Int, _ right: Int, _ keys: UnsafeBufferPointer<SortKey>) -> Bool {
        for index in orders.indices {
            let result = keys[left * orders.count + index].order(keys[right * orders.count + index])
            if result != 0 { return orders[index].isDescending ? result > 0 : result < 0 }
        }
        return left < right
    }
}

/// Numbers of a column such as `9,5`, which as text would be ranked by their first digit. Among words they are words.
private struct ForeignNumbers {
    private var first: Value?
    private var isOfWords = false

    mutating func add(_ value: Value) {
        guard !isOfWords else { return }
        if value.foreignNumberRemedy == nil { isOfWords = true } else { first = first ?? value }
    }

    func refuse(in environment: Environment) throws(Fault) {
        guard !isOfWords, let first, let remedy = first.foreignNumberRemedy else { return }
        throw .notANumber(first.quoted(in: environment), "sort", remedy: remedy)
    }
}
