/// A JSON value that loses nothing: numbers keep their characters, objects keep their order and their unknown keys.
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number's characters exactly as they stood on the wire, `1e3` and `1000` being different lexemes.
    case number(String)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}

extension JSON {
    /// The text of a string value.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    public var array: [JSON]? {
        if case .array(let items) = self { items } else { nil }
    }

    public var object: JSONObject? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The integer this value is: a number, or text of digits as the service writes totals (`"56"`).
    public var integer: Int? {
        switch self {
        case .number(let lexeme), .string(let lexeme): Int(lexeme)
        default: nil
        }
    }

    /// The decimal this value is, under the same tolerance as `integer`.
    public var decimal: Double? {
        switch self {
        case .number(let lexeme), .string(let lexeme): Double(lexeme)
        default: nil
        }
    }

    /// The characters of a string or a number; nil for everything else.
    public var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    public var isNull: Bool { self == .null }

    /// Absent, null and `""` are one thing to people: nothing is there.
    public var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        default: false
        }
    }

    /// The first member named `key`; nil where there is none or this is no object.
    public subscript(key: String) -> JSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The item at `index`; nil outside the array or where this is no array.
    public subscript(index: Int) -> JSON? {
        guard case .array(let items) = self, items.indices.contains(index) else { return nil }
        return items[index]
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral text: String) { self = .string(text) }
    public init(integerLiteral value: Int) { self = .number(String(value)) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral items: JSON...) { self = .array(items) }
    public init(dictionaryLiteral members: (String, JSON)...) { self = .object(JSONObject(members)) }
    public init(nilLiteral: ()) { self = .null }
    public init(_ value: Int) { self = .number(String(value)) }
}
