/// The right side of a `join`: its rows by the field they are joined on. The first of several partners counts, and an
/// empty value is nobody's partner.
final class PartnerRows {
    private let watch: Watch
    private var reader: FieldReader
    private let site: FieldSite
    private let keepsAll: Bool
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

    init(_ given: Value, on field: String, keepsAll: Bool, _ log: FieldLog, _ watch: Watch) {
        self.watch = watch
        self.given = given
        self.keepsAll = keepsAll
        let sites = log.sites([field])
        site = FieldSite(field, .read)
        reader = FieldReader(field, site)
        ownReader = FieldReader(field, sites.first)
    }

    /// The row with the fields of its partner behind its own; its own win where both have one. Nothing for a row
    /// without a partner that does not stay.
    func join(_ row: Value, in environment: Environment) throws(Fault) -> Value {
        guard case .record(let record) = row else { throw .notRows(row.quoted(in: environment), "join") }
        if !isRead { try readPartners(in: environment) }
        let value = try ownReader.read(record, in: environment)
        if value.isEmpty { return keepsAll ? row : .nothing }
        guard let place = places.place(of: folded(value, environment)), let partner = partners.pointer(to: place)
        else { return keepsAll ? row : .nothing }
        return .record(joined(record, partner.pointee))
    }

    func release() throws(Fault) {
        try places.release(watch)
        try partners.removeAll(watch)
    }

    private func readPartners(in environment: Environment) throws(Fault) {
        guard case .list(let list) = given else { throw .notRows(given.quoted(in: environment), "join") }
        for (place, item) in list.items.enumerated() {
            try watch.look(place)
            guard case .record(let record) = item else { throw .notRows(item.quoted(in: environment), "join") }
            let value = try reader.read(record, in: environment)
            if value.isEmpty { continue }
            let place = try places.place(meeting: folded(value, environment), watch)
            if place == partners.count { partners.append(record) }
        }
        if site.missed > 0, !site.isFound { throw .noFieldToJoin(site.name) }
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
        return Record(
            shape: joint.shape, values: record.values + joint.added.map { partner.value(at: $0) }, madeOf: record)
    }
}

/// How a row of one shape and a partner of another become one.
struct Joint {
    // Kept, so that no other can come to stand in their place.
    let left: Shape
    let right: Shape
    let shape: Shape
    /// The slots of the partner that the row has no field for.
    let added: [Int]

    init(_ left: Shape, _ right: Shape) {
        added = right.keys.indices.filter { !left.has(right.keys[$0], of: right) }
        shape = left.joined(with: right, added.map { right.keys[$0] })
        self.left = left
        self.right = right
    }
}
