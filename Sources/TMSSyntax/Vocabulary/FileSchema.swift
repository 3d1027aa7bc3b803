/// What rows of a file can be asked for beside their columns: the fields of a kind of record whose columns they have.
///
/// A file that tms or the service wrote has the service's names; its rows are what they were, and go by the friendly
/// names too. In any other file a column called `number` can also be asked for as `tracking_number`, and is no more
/// than its text.
public struct FileSchema: Sendable {
    /// The fields that these rows have.
    public let fields: [Field]
    /// Whether the columns are named as the service names them.
    public let isOfService: Bool
    /// The kind of record that has these fields.
    public let schema: String

    /// - Parameters:
    ///   - keys: the columns of the file.
    ///   - schemas: the kinds of records there are.
    public init?(keys: [String], _ schemas: [Schema]) {
        let keys = Set(keys)
        let ofService = schemas.filter { $0.isKind(ofRowsWith: keys) }
        if let best = ofService.max(by: { $0.fields(heldBy: keys).count < $1.fields(heldBy: keys).count }) {
            isOfService = true
            schema = best.name
            fields = best.fields(heldBy: keys)
        } else {
            // Of the kinds of records about parcels the one that knows most of the columns.
            let held = schemas.filter { $0.fields.contains(where: \.isIdentity) }.map { schema in
                (schema.name, schema.fields.map(\.asText).filter { $0.isHeld(by: keys) })
            }
            guard let best = held.max(by: { $0.1.count < $1.1.count }) else { return nil }
            isOfService = false
            (schema, fields) = best
        }
        guard !fields.isEmpty else { return nil }
    }
}

extension Schema {
    /// Whether rows with these columns surely are of this kind: they have the column that a parcel is told by, or no
    /// column but those that the service gives such a record, two of them with a name of its own.
    fileprivate func isKind(ofRowsWith keys: Set<String>) -> Bool {
        if fields.contains(where: { $0.isIdentity && keys.contains($0.wireName ?? "") }) { return true }
        let names = Set(fields.map { $0.wireName ?? $0.name })
        return keys.isSubset(of: names) && fields.count { $0.hasOwnWireName && keys.contains($0.wireName ?? "") } > 1
    }

    fileprivate func fields(heldBy keys: Set<String>) -> [Field] { fields.filter { $0.isHeld(by: keys) } }
}

extension Field {
    /// What the API calls it is not what people do.
    fileprivate var hasOwnWireName: Bool { wireName != nil && wireName != name }

    /// The number that tells a parcel from others.
    fileprivate var isIdentity: Bool { kind == .trackingNumber && name == "number" && hasOwnWireName }

    fileprivate func isHeld(by keys: Set<String>) -> Bool {
        if keys.contains(name) { return true }
        if let wireName, keys.contains(wireName) { return true }
        return aliases.contains { keys.contains($0) } || sources.contains { keys.contains($0) }
    }

    /// The same of which only the names are known; a length of time stays one, for only tms calls a column so.
    fileprivate var asText: Field {
        var field = self
        if kind != .duration { field.kind = .text }
        field.sources = []
        return field
    }
}
