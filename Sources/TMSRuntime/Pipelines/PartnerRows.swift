/// The right side of a `join`: its rows by the field they are joined on. The first of several partners counts.
final class PartnerRows: Collector {
    private var reader: FieldReader
    private let given: Value
    private let places = KeyTable()
    /// By the places of their keys.
    private let partners = SegmentedStack<Record>()
    private var isRead = false
    /// The fields a partner can add, for rows that have none.
    private var ownReader: FieldReader
    private var joints: [ShapePair: Joint] = [:]

    private struct ShapePair: Hashable {
        let left: ObjectIdentifier
        let right: ObjectIdentifier
    }

    /// How a row of one shape and a partner of another become one.
    private struct Joint {
        // Kept, so that no other can come to stand in their place.
        let left: Shape
        let right: Shape
        let shape: Shape
        /// The slots of the partner that the row has no field for.
        let added: [Int]

        init(_ left: Shape, _ right: Shape) {
            let own = Set(left.keys)
            added = right.keys.indices.filter { !own.contains(right.keys[$0]) }
            shape = Shape(keys: left.keys + added.map { right.keys[$0] }, kind: left.kind)
            self.left = left
            self.right = right
        }
    }

    init(_ given: Value, on field: String) {
        self.given = given
        reader = FieldReader(field)
        ownReader = FieldReader(field)
    }

    /// The row with the fields of its partner behind its own; its own win where both have one.
    func join(_ row: Value, in environment: Environment) throws(Fault) -> Value {
        guard case .record(let record) = row else { throw .notRows(row.quoted(in: environment), "join") }
        let value = ownReader.read(record, in: environment)
        if value.isEmpty { return row }
        if !isRead { try readPartners(in: environment) }
        guard let place = places.place(of: folded(value, environment)), let partner = partners.pointer(to: place)
        else { return row }
        return .record(joined(record, partner.pointee))
    }

    override func letGo() throws(Fault) {
        try places.letGo(watch)
        try partners.removeAll(watch)
    }

    private func readPartners(in environment: Environment) throws(Fault) {
        guard case .list(let list) = given else { throw .notRows(given.quoted(in: environment), "join") }
        for (place, item) in list.items.enumerated() {
            try watch.look(place)
            guard case .record(let record) = item else { throw .notRows(item.quoted(in: environment), "join") }
            let value = reader.read(record, in: environment)
            if value.isEmpty { continue }
            let place = try places.place(meeting: folded(value, environment), watch)
            if place == partners.count { partners.append(record) }
        }
        isRead = true
    }

    private func folded(_ value: Value, _ environment: Environment) -> GroupKey {
        GroupKey(.string(value.text(in: environment).lowercased()), in: environment)
    }

    private func joined(_ record: Record, _ partner: Record) -> Record {
        let pair = ShapePair(left: ObjectIdentifier(record.shape), right: ObjectIdentifier(partner.shape))
        let joint: Joint
        if let known = joints[pair] {
            joint = known
        } else {
            joint = Joint(record.shape, partner.shape)
            joints[pair] = joint
        }
        return Record(shape: joint.shape, values: record.values + joint.added.map { partner.value(at: $0) })
    }
}
