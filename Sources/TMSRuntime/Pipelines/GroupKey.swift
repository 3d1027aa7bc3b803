/// What a row is grouped by: the printed values of its fields.
struct GroupKey: Hashable {
    private enum Part: Hashable {
        case empty
        case text(String)
    }

    private let first: Part
    private let others: [Part]

    private init(first: Part, others: [Part]) {
        self.first = first
        self.others = others
    }

    /// By the fields of the readers; by the whole row if there are none.
    init(_ row: Value, _ readers: FieldReaders, in environment: Environment) throws(Fault) {
        guard readers.count > 0 else {
            self.init(row, in: environment)
            return
        }
        let first = GroupKey.part(try readers.read(0, of: row, in: environment), environment)
        var others: [Part] = []
        for place in 1..<max(1, readers.count) {
            others.append(GroupKey.part(try readers.read(place, of: row, in: environment), environment))
        }
        self.init(first: first, others: others)
    }

    init(_ value: Value, in environment: Environment) {
        self.init(first: GroupKey.part(value, environment), others: [])
    }

    private static func part(_ value: Value, _ environment: Environment) -> Part {
        switch value {
        case .text(let text): text.string.isEmpty ? .empty : .text(text.string)
        case .integer(let number): .text(String(number))
        case .nothing, .null: .empty
        case .record(let record):
            // Two rows are one only if the names of their fields agree as well.
            .text(
                zip(record.shape.keys, record.values).map { "\($0)\u{1}\($1.text(in: environment))" }.joined(
                    separator: "\u{2}"))
        default: .text(value.text(in: environment))
        }
    }
}

/// `unique`: tells whether a row was met before.
final class SeenRows {
    private let readers: FieldReaders
    private let watch: Watch
    private let keys = KeyTable()

    init(by fields: [String], _ log: FieldLog, _ watch: Watch) {
        readers = FieldReaders(fields, log)
        self.watch = watch
    }

    func release() throws(Fault) { try keys.release(watch) }

    func hasMet(_ row: Value, in environment: Environment) throws(Fault) -> Bool {
        let before = keys.count
        return try keys.place(meeting: try GroupKey(row, readers, in: environment), watch) < before
    }
}
