import TMSBase
public import TMSRuntime
public import TrackingMore

/// Makes values of the JSON of answers and files, with one `Shape` for all records of the same keys.
///
/// Nothing is lost: unknown fields stay, null stays null, and a number that would not print back keeps its characters.
public struct ValueDecoder {
    private let kind: RecordKind?
    private let file: DataFile?
    private let reading: CellReading
    /// The form of the row decoded last.
    private var last: Form?
    private var forms: [FormKey: Form] = [:]

    /// - Parameters:
    ///   - kind: of the outermost records.
    ///   - file: where they are read.
    ///   - reading: how texts of the file are read where a date or a number is asked of them.
    public init(kind: RecordKind? = nil, file: DataFile? = nil, reading: CellReading = CellReading()) {
        self.kind = kind
        self.file = file
        self.reading = reading
    }

    /// A row that begins on a line of the file.
    public mutating func value(_ json: JSON, line: Int) -> Value {
        guard case .object(let members) = json else { return value(json) }
        let form = form(of: members.keys, InnerKind(optional: kind), isRow: true)
        return .record(Record(shape: form.shape, values: values(of: members, form), line: line))
    }

    public mutating func value(_ json: JSON) -> Value { value(json, InnerKind(optional: kind), isRow: true) }

    private mutating func value(_ json: JSON, _ kind: InnerKind?, isRow: Bool) -> Value {
        switch json {
        case .null: return .null
        case .bool(let flag): return .boolean(flag)
        case .number(let lexeme): return .number(lexeme: lexeme)
        case .string(let string): return .text(Text(string, reading: reading))
        case .array(let items):
            var values: [Value] = []
            values.reserveCapacity(items.count)
            for item in items { values.append(value(item, kind, isRow: isRow)) }
            return .list(List(values))
        case .object(let members):
            let form = form(of: members.keys, kind, isRow: isRow)
            return .record(Record(shape: form.shape, values: values(of: members, form)))
        }
    }

    private mutating func values(of members: JSONObject, _ form: Form) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(members.values.count)
        for (place, item) in members.values.enumerated() {
            values.append(value(item, form.inner.isEmpty ? nil : form.inner[place], isRow: false))
        }
        return values
    }

    private mutating func form(of keys: [String], _ kind: InnerKind?, isRow: Bool) -> Form {
        // Keys of rows read together share their storage, so this comparison seldom looks at the strings.
        if isRow, let last, last.shape.keys == keys { return last }
        let key = FormKey(
            kind: kind.map { ObjectIdentifier($0.kind) }, isByKey: kind?.isByKey ?? false, isRow: isRow, keys: keys)
        let form: Form
        if let known = forms[key] {
            form = known
        } else {
            // Of a file its columns tell what its rows are.
            let ofFile = isRow && kind == nil && file != nil ? InnerKind(optional: RecordKind.ofFile(keys)) : nil
            form = Form(keys, kind ?? ofFile, isRow ? file : nil)
            forms[key] = form
        }
        if isRow { last = form }
        return form
    }
}

/// What objects with the same keys at the same place become.
private struct Form {
    let shape: Shape
    /// The kinds of the records its members hold, one a key; none at all where no member holds a known one.
    let inner: [InnerKind?]

    init(_ keys: [String], _ kind: InnerKind?, _ file: DataFile?) {
        guard let kind else {
            shape = Shape(keys: keys, file: file)
            inner = []
            return
        }
        guard !kind.isByKey else {
            shape = Shape(keys: keys)
            inner = keys.map { _ in InnerKind(kind.kind) }
            return
        }
        shape = Shape(keys: keys, kind: kind.kind, file: file)
        let found = keys.map { kind.kind.inner[$0] }
        inner = found.contains { $0 != nil } ? found : []
    }
}

private struct FormKey: Hashable {
    let kind: ObjectIdentifier?
    let isByKey: Bool
    let isRow: Bool
    let keys: [String]
}

extension InnerKind {
    fileprivate init?(optional kind: RecordKind?) {
        guard let kind else { return nil }
        self.init(kind)
    }
}

extension Value {
    /// A JSON number: as a number where it prints back the same, else as its characters.
    public static func number(lexeme: String) -> Value {
        if let integer = Int(lexeme), String(integer) == lexeme { return .integer(integer) }
        // `2.0` would be printed as `2`.
        if lexeme.utf8.count <= 17, case .decimal(let decimal)? = Numeral(reading: lexeme),
            Numeral.text(of: decimal) == lexeme
        {
            return .decimal(decimal)
        }
        return .text(Text(lexeme, isNumberLexeme: true))
    }
}
