import TMSSyntax

/// The fields that the rows of a pipeline can have, as its stages change them.
struct RowType: Sendable {
    /// The kind of record the rows began as; `nil` for those of a file, of groups, or after `show`.
    private var table: FieldTable?
    /// A record whose members are records of this kind, each under a name that nobody knows before.
    private var byKey: FieldTable?
    /// Fields added by a stage, or the only ones.
    private var columns: [String: StaticType]
    /// Of those columns that are fields of a schema, their declarations.
    private var declared: [String: Field] = [:]
    private var dropped: Set<String> = []
    /// Whether a row may hold fields nobody listed.
    private(set) var isOpen: Bool
    /// What a message calls such a row: "a parcel", "`orders.csv`".
    private(set) var name: String

    private init(table: FieldTable?, columns: [String: StaticType], isOpen: Bool, name: String) {
        self.table = table
        self.columns = columns
        self.isOpen = isOpen
        self.name = name
    }

    /// A record of which nothing is known.
    static let open = RowType(table: nil, columns: [:], isOpen: true, name: "this row")

    init(_ table: FieldTable) {
        self.init(table: table, columns: [:], isOpen: table.schema.isOpen, name: table.schema.phrase)
    }

    init(columns: [String: StaticType], named name: String) {
        self.init(table: nil, columns: columns, isOpen: false, name: name)
    }

    /// A record of records by name.
    init(byKey table: FieldTable) {
        self.init(table: nil, columns: [:], isOpen: true, name: "this record")
        byKey = table
    }

    /// The name of the schema they began with.
    var schema: String? { table?.schema.name }

    /// The same without its article: "parcel".
    var noun: String { table?.schema.name ?? "row" }

    enum Lookup {
        case field(StaticType)
        case possible
        case absent
    }

    func lookup(_ field: String) -> Lookup {
        if let type = columns[field] { return .field(type) }
        if dropped.contains(field) { return .absent }
        if let known = table?[field] { return .field(table?.type(of: known) ?? StaticType(known.kind)) }
        if let byKey { return .field(.record(RowType(byKey))) }
        return isOpen ? .possible : .absent
    }

    func has(_ field: String) -> Bool {
        if case .field = lookup(field) { true } else { false }
    }

    /// What is declared of a field, where it is one of a schema.
    func declaration(of field: String) -> Field? {
        if columns[field] != nil { return declared[field] }
        return dropped.contains(field) ? nil : table?[field]
    }

    /// The names a person may have meant.
    var names: [String] {
        columns.keys.sorted() + (table.map { $0.names.filter { !dropped.contains($0) } } ?? [])
    }

    /// The other names of a field count as it: `via` and that of the wire.
    private func allNames(of field: String) -> [String] {
        (declared[field] ?? table?[field])?.names ?? [field]
    }
}

extension RowType {
    mutating func add(_ field: String, _ type: StaticType) {
        columns[field] = type
        declared[field] = nil
        dropped.remove(field)
    }

    mutating func drop(_ field: String) {
        for name in allNames(of: field) {
            columns[name] = nil
            declared[name] = nil
            dropped.insert(name)
        }
    }

    mutating func rename(_ old: String, to new: String) {
        let type = if case .field(let type) = lookup(old) { type } else { StaticType.unknown }
        drop(old)
        add(new, type)
    }

    /// Leaves only these fields, under any of their names.
    mutating func keep(_ fields: [String]) {
        var kept = RowType(table: nil, columns: [:], isOpen: false, name: "a row here")
        for field in fields {
            let type = if case .field(let type) = lookup(field) { type } else { StaticType.unknown }
            for name in allNames(of: field) {
                kept.columns[name] = type
                kept.declared[name] = declaration(of: field)
            }
        }
        self = kept
    }

    /// Rows joined with these can have the fields of both.
    mutating func join(_ other: RowType?) {
        guard let other, !other.isOpen else {
            isOpen = true
            return
        }
        for name in other.names where !has(name) {
            guard case .field(let type) = other.lookup(name) else { continue }
            add(name, type)
            declared[name] = other.declaration(of: name)
        }
    }

    /// What rows of this and of the other kind can have, where a list holds both.
    func union(_ other: RowType) -> RowType {
        if let table, table === other.table, columns.isEmpty, other.columns.isEmpty, dropped == other.dropped {
            return self
        }
        guard table == nil, other.table == nil, byKey == nil, other.byKey == nil, !isOpen, !other.isOpen else {
            return .open
        }
        var columns = self.columns
        for (name, type) in other.columns { columns[name] = columns[name].map { $0.union(type) } ?? type }
        return RowType(table: nil, columns: columns, isOpen: false, name: name == other.name ? name : "this row")
    }
}
