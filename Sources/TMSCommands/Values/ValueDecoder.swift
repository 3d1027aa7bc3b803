public import TMSRuntime
public import TrackingMore

/// Makes values of the JSON of answers and files, with one `Shape` for all records of the same keys.
///
/// Nothing is lost: unknown fields stay, null stays null, and a number that would not print back keeps its characters.
public struct ValueDecoder {
    private let kind: RecordKind?
    private var last: Shape?
    private var shapes: [[String]: Shape] = [:]
    private var inner: [[String]: Shape] = [:]

    /// - Parameter kind: of the outermost records.
    public init(kind: RecordKind? = nil) { self.kind = kind }

    public mutating func value(_ json: JSON) -> Value { value(json, isRow: true) }

    private mutating func value(_ json: JSON, isRow: Bool) -> Value {
        switch json {
        case .null: return .null
        case .bool(let flag): return .boolean(flag)
        case .number(let lexeme): return .number(lexeme: lexeme)
        case .string(let string): return .text(Text(string))
        case .array(let items):
            var values: [Value] = []
            values.reserveCapacity(items.count)
            for item in items { values.append(value(item, isRow: isRow)) }
            return .list(List(values))
        case .object(let members):
            let shape = shape(of: members.keys, isRow: isRow)
            var values: [Value] = []
            values.reserveCapacity(members.values.count)
            for item in members.values { values.append(value(item, isRow: false)) }
            return .record(Record(shape: shape, values: values))
        }
    }

    private mutating func shape(of keys: [String], isRow: Bool) -> Shape {
        // Keys of rows read together share their storage, so this comparison seldom looks at the strings.
        if isRow, let last, last.keys == keys { return last }
        let known = isRow ? shapes[keys] : inner[keys]
        if let known {
            if isRow { last = known }
            return known
        }
        let shape = Shape(keys: keys, kind: isRow ? kind : nil)
        if isRow {
            shapes[keys] = shape
            last = shape
        } else {
            inner[keys] = shape
        }
        return shape
    }
}

extension Value {
    /// A JSON number: as a number where it prints back the same, else as its characters.
    public static func number(lexeme: String) -> Value {
        if let integer = Int(lexeme), String(integer) == lexeme { return .integer(integer) }
        // `2.0` would be printed as `2`.
        if lexeme.utf8.count <= 17, !lexeme.hasSuffix(".0"), let decimal = Double(lexeme), decimal.isFinite,
            String(decimal) == lexeme
        {
            return .decimal(decimal)
        }
        return .text(Text(lexeme, isNumberLexeme: true))
    }
}
