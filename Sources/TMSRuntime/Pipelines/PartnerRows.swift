/// The right side of a `join`: its rows by the field they are joined on. The first of several partners counts.
final class PartnerRows: Collector {
    private let field: String
    private var reader: FieldReader
    private let given: Value
    private var partners: [GroupKey: Record]?
    /// The fields a partner can add, for rows that have none.
    private var ownReader: FieldReader
    private var shapes: [ShapePair: Shape] = [:]

    private struct ShapePair: Hashable {
        let left: ObjectIdentifier
        let right: ObjectIdentifier
    }

    init(_ given: Value, on field: String) {
        self.field = field
        self.given = given
        reader = FieldReader(field)
        ownReader = FieldReader(field)
    }

    /// The row with the fields of its partner behind its own; its own win where both have one.
    func join(_ row: Value, in environment: Environment) throws(Fault) -> Value {
        guard case .record(let record) = row else { throw .notRows(row.quoted(in: environment), "join") }
        let value = ownReader.read(record, in: environment)
        if value.isEmpty { return row }
        guard let partner = try table(in: environment)[folded(value, environment)] else { return row }
        return .record(joined(record, partner))
    }

    private func table(in environment: Environment) throws(Fault) -> [GroupKey: Record] {
        if let partners { return partners }
        guard case .list(let list) = given else { throw .notRows(given.quoted(in: environment), "join") }
        var table: [GroupKey: Record] = [:]
        for (place, item) in list.items.enumerated() {
            try watch.look(place)
            guard case .record(let record) = item else { throw .notRows(item.quoted(in: environment), "join") }
            let value = reader.read(record, in: environment)
            if value.isEmpty { continue }
            let key = folded(value, environment)
            if table[key] == nil { table[key] = record }
        }
        partners = table
        return table
    }

    private func folded(_ value: Value, _ environment: Environment) -> GroupKey {
        GroupKey(.string(value.text(in: environment).lowercased()), in: environment)
    }

    private func joined(_ record: Record, _ partner: Record) -> Record {
        let pair = ShapePair(left: ObjectIdentifier(record.shape), right: ObjectIdentifier(partner.shape))
        let own = Set(record.shape.keys)
        let shape: Shape
        if let known = shapes[pair] {
            shape = known
        } else {
            shape = Shape(
                keys: record.shape.keys + partner.shape.keys.filter { !own.contains($0) }, kind: record.shape.kind)
            shapes[pair] = shape
        }
        let added = zip(partner.shape.keys, partner.values).filter { !own.contains($0.0) }.map(\.1)
        return Record(shape: shape, values: record.values + added)
    }
}
