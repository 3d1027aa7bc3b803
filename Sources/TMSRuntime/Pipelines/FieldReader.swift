import TMSSyntax

/// Reads one field from many rows; finds its place once for all rows of a shape.
struct FieldReader {
    let name: String
    private var shape: Shape?
    private var found = FieldLookup.absent
    private(set) var kind: ValueKind?
    /// What the kind says of every row, asked once for all rows of a shape.
    private var traits = Traits()
    /// A value in its normal form for the field's kind, once it was asked for.
    private var normalized: Value?
    /// The country that was compared last, and its normal form.
    private var country: (name: String, value: Value)?
    /// The cell of a table that was read last. Tables repeat themselves downwards, and equal cells share their text.
    private var above: (block: CellBlock, row: Int, value: Value)?

    /// Rows of this shape have no such field, which is not the same as an empty one.
    private var isMissed = false
    /// Who is told of rows that have no such field; `nil` where that is no mistake of the script.
    private let site: FieldSite?

    init(_ name: String, _ site: FieldSite? = nil) {
        self.name = name
        self.site = site
    }

    /// The field's value; empty if the row lacks it. Dates and durations are read as such however they are kept.
    @inline(__always)
    mutating func read(_ record: Record, in environment: Environment) throws(Fault) -> Value {
        if record.shape !== shape { learn(record.shape) }
        switch found {
        case .slot(let slot):
            if let block = record.block { return cell(slot, of: record, block, in: environment) }
            let value = record.value(at: slot)
            return traits.isTime ? environment.fieldValue(value, kind) : value
        case .cell(let slot, let read):
            let value = read(
                record.block.map { cell(slot, of: record, $0, in: environment) } ?? record.value(at: slot))
            return traits.isTime ? environment.fieldValue(value, kind) : value
        case .computed(let compute): return compute(record, environment)
        case .absent:
            if isMissed { try site?.miss(in: record) }
            return .nothing
        }
    }

    /// The field's value as the service wrote it, for a row that goes on as rows of its source do. Only a date kept as
    /// seconds is a date.
    mutating func keep(_ record: Record, in environment: Environment) throws(Fault) -> Value {
        if record.shape !== shape { learn(record.shape) }
        guard traits.isDate else { return try read(record, in: environment) }
        let value: Value
        switch found {
        case .slot(let slot): value = record.value(at: slot)
        case .cell(let slot, let read): value = read(record.value(at: slot))
        case .computed, .absent: return try read(record, in: environment)
        }
        if case .integer = value { return environment.fieldValue(value, kind) }
        return value
    }

    mutating func read(row: Value, in environment: Environment) throws(Fault) -> Value {
        guard case .record(let record) = row else { return .nothing }
        return try read(record, in: environment)
    }

    /// `value` as it compares with this field in the rows last read.
    func normalize(_ value: Value, in environment: Environment) -> Value {
        guard let kind, traits.hasNormalForm else { return value }
        guard case .list(let list) = value else { return environment.normalize(value, kind) }
        return .items(list.items.map { environment.normalize($0, kind) })
    }

    /// A value of this field as it compares: rows may name a country by its code or its name.
    mutating func comparable(_ value: Value, in environment: Environment) -> Value {
        guard traits.isCountry, case .text(let text) = value else { return value }
        if let country, country.name == text.string { return country.value }
        let result = environment.normalize(value, .country)
        country = (text.string, result)
        return result
    }

    /// As `normalize`, for a value that is the same every time.
    mutating func normalizeConstant(_ value: Value, in environment: Environment) -> Value {
        if let normalized { return normalized }
        let result = normalize(value, in: environment)
        normalized = result
        return result
    }

    @inline(never)
    private mutating func cell(
        _ slot: Int, of record: Record, _ block: CellBlock, in environment: Environment
    ) -> Value {
        if let above, above.block === block, block.hasSameCell(above.row, record.row, in: slot) { return above.value }
        let text = record.value(at: slot)
        let value = traits.isTime ? environment.fieldValue(text, kind) : text
        above = (block, record.row, value)
        return value
    }

    @inline(never)
    private mutating func learn(_ shape: Shape) {
        self.shape = shape
        found = shape.lookup(name)
        isMissed = shape.misses(name, found)
        if !isMissed { site?.find() }
        kind = shape.kind?.schema.field(named: name)?.kind
        traits = Traits(kind)
        normalized = nil
        above = nil
    }
}

/// What reading a field asks of its kind for every row.
private struct Traits {
    var isDate = false
    /// A date or a duration, which are kept in several forms.
    var isTime = false
    var isCountry = false
    var hasNormalForm = false

    init(_ kind: ValueKind? = nil) {
        guard let kind else { return }
        isDate = kind == .date
        isTime = isDate || kind == .duration
        isCountry = kind == .country
        hasNormalForm = kind.form == .code || kind.form == .identifier
    }
}
