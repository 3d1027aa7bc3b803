import TMSRuntime
import TMSSyntax

/// A column of what a pipe gets: a field of the row, or of a record inside it, as `shipment.event`.
struct PlainColumn {
    private let path: [Column]
    let heading: String

    init(_ path: [Column]) {
        self.path = path
        heading = path.map { CellText.oneLine($0.name) }.joined(separator: ".")
    }

    /// The value, and the column that says what it is.
    func value(in record: Record, _ environment: Environment) -> (Value, Column) {
        var value = Value.record(record)
        for column in path {
            guard case .record(let inner) = value else { return (.nothing, column) }
            value = inner.value(column.name, environment)
        }
        return (value, path.last ?? Column(name: heading, kind: nil))
    }

    /// The columns of rows that say most in records of their own: the fields of those records stand side by side. Rows and
    /// maps inside of them are one column each.
    static func flat(_ rows: [Value]) -> [PlainColumn] {
        var columns: [PlainColumn] = []
        for case .record(let record) in rows {
            for (key, value) in zip(record.shape.keys, record.values) {
                let field = Self.column(key, record)
                let inner: [[Column]] =
                    if case .record(let part) = value, part.values.contains(where: { !$0.isPart && !$0.isBlank }) {
                        part.shape.keys.map { [field, Self.column($0, part)] }
                    } else {
                        [[field]]
                    }
                for path in inner {
                    let column = PlainColumn(path)
                    if !columns.contains(where: { $0.heading == column.heading }) { columns.append(column) }
                }
            }
        }
        return columns
    }

    private static func column(_ key: String, _ record: Record) -> Column {
        let field = record.shape.kind?.schema.field(named: key)
        return Column(name: field?.name ?? key, kind: field?.kind)
    }
}
