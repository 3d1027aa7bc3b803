import TMSSyntax

/// Reads one field from many rows; finds its place once for all rows of a shape.
struct FieldReader {
    let name: String
    private var shape: Shape?
    private var found = FieldLookup.absent
    private(set) var kind: FieldKind?
    /// A value in its normal form for the field's kind, once it was asked for.
    private var normalized: Value?
    /// The country that was compared last, and its normal form.
    private var country: (name: String, value: Value)?
    /// The cell of a table that was read last. Tables repeat themselves downwards, and equal cells share their text.
    private var above: (block: CellBlock, row: Int, value: Value)?

    init(_ name: String) { self.name = name }

    /// The field's value; empty if the row lacks it. A date kept as seconds reads as a date, and 0 as none.
    @inline(__always)
    mutating func read(_ record: Record, in environment: Environment) -> Value {
        if record.shape !== shape { learn(record.shape) }
        switch found {
        case .slot(let slot):
            if let block = record.block { return cell(slot, of: record, block) }
            let value = record.value(at: slot)
            return kind == .date ? date(value) : value
        case .computed(let compute): return compute(record, environment)
        case .absent: return .nothing
        }
    }

    mutating func read(row: Value, in environment: Environment) -> Value {
        guard case .record(let record) = row else { return .nothing }
        return read(record, in: environment)
    }

    /// `value` as it compares with this field in the rows last read.
    func normalize(_ value: Value, in environment: Environment) -> Value {
        guard let kind else { return value }
        switch kind {
        case .carrier, .country, .status, .trackingNumber: break
        default: return value
        }
        guard case .list(let list) = value else { return environment.normalize(value, kind) }
        return .items(list.items.map { environment.normalize($0, kind) })
    }

    /// A value of this field as it compares: rows may name a country by its code or its name.
    mutating func comparable(_ value: Value, in environment: Environment) -> Value {
        guard kind == .country, case .text(let text) = value else { return value }
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
    private mutating func cell(_ slot: Int, of record: Record, _ block: CellBlock) -> Value {
        if let above, above.block === block, block.hasSameCell(above.row, record.row, in: slot) { return above.value }
        let value = record.value(at: slot)
        above = (block, record.row, value)
        return value
    }

    @inline(never)
    private mutating func learn(_ shape: Shape) {
        self.shape = shape
        found = shape.lookup(name)
        kind = shape.kind?.schema.field(named: name)?.kind
        normalized = nil
        above = nil
    }

    private func date(_ value: Value) -> Value {
        guard case .integer(let seconds) = value else { return value }
        return seconds == 0 ? .nothing : .instant(seconds)
    }
}
