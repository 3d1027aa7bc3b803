import TMSSyntax

/// What is certain of a value before the program runs.
///
/// A type is no `ValueKind`: a kind is declared, by a verb or a field, and a type is worked out for any expression. So a type
/// may be unknown, and says which fields a record has and what the items of a list are.
indirect enum StaticType: Sendable {
    case unknown
    case empty
    case boolean
    case number
    /// Text, with what its words mean where a field says so (a carrier, a country).
    case text(ValueKind)
    case date
    case duration
    case record(RowType)
    case list(StaticType)
    /// One record or several: what `show` answers, as a number may be tracked with two carriers.
    case oneOrMany(RowType)
}

extension StaticType {
    static func rows(_ row: RowType) -> StaticType { .list(.record(row)) }

    /// What is certain of a value of a field or a parameter of this kind.
    init(_ kind: ValueKind) {
        self =
            switch kind.compared.form {
            // Text, or rows.
            case .identifier where kind == .parcel: .unknown
            case .text, .code, .identifier: .text(kind.compared)
            case .date: .date
            case .duration: .duration
            case .number: .number
            case .boolean: .boolean
            case .record: .record(.open)
            case .list: .list(.unknown)
            case .dateRange, .any, .choice: .unknown
            }
    }

    init(_ kind: Function.Kind) {
        self =
            switch kind {
            case .any, .sized: .unknown
            case .number: .number
            case .text: .text(.text)
            case .boolean: .boolean
            case .date: .date
            case .duration: .duration
            case .list: .list(.unknown)
            case .record: .record(.open)
            }
    }

    /// What is certain of a value that is of this kind or of the other.
    func union(_ other: StaticType) -> StaticType {
        switch (self, other) {
        case (.boolean, .boolean), (.number, .number), (.date, .date), (.duration, .duration), (.empty, .empty): self
        case (.text(let left), .text(let right)): .text(left == right ? left : .text)
        case (.record(let left), .record(let right)): .record(left.union(right))
        case (.list(let left), .list(let right)): .list(left.union(right))
        case (.oneOrMany(let left), .oneOrMany(let right)): .oneOrMany(left.union(right))
        default: .unknown
        }
    }

    /// What `for` and a stage see of it, one at a time.
    var element: StaticType {
        switch self {
        case .list(let element): element
        case .oneOrMany(let row): .record(row)
        case .record: self
        default: .unknown
        }
    }

    /// What a stage makes of it that goes through rows: one row is a list of one.
    var spread: StaticType {
        switch self {
        case .record(let row), .oneOrMany(let row): .rows(row)
        default: self
        }
    }

    /// The fields of its rows, or of itself.
    var row: RowType? {
        switch self {
        case .record(let row), .oneOrMany(let row): row
        case .list(.record(let row)): row
        default: nil
        }
    }

    /// How a message names it: "a number".
    var phrase: String {
        switch self {
        case .unknown: "a value"
        case .empty: "empty"
        case .boolean: "true or false"
        case .number: "a number"
        case .text: "text"
        case .date: "a date"
        case .duration: "a duration"
        case .record, .oneOrMany: "a record"
        case .list(.record): "rows"
        case .list: "a list"
        }
    }

    var isKnown: Bool {
        switch self {
        case .unknown, .empty: false
        default: true
        }
    }

    /// Holds other values, so that it can be neither counted with nor ordered.
    var isCompound: Bool {
        switch self {
        case .record, .list, .oneOrMany: true
        default: false
        }
    }
}
