/// What a value is: the one list of kinds that the language knows. A verb asks for values of a kind, a field holds them, a
/// parameter is declared to be one.
///
/// All that the language says of a kind stands in this file. Other code asks for its `form` and names a kind only where
/// that kind alone is meant. Beside it there are two lists that answer other questions: the types of the checker, which
/// say what is certain of a value before the run, and the kinds of the API, which say how a value is spelt on the wire.
public enum ValueKind: Sendable, Hashable {
    /// A tracking number, or rows and records that carry one.
    case parcel
    case trackingNumber, carrier, country, status, language
    case text, email, phone, number, boolean
    case date, dateRange, duration
    case path, record, list, any
    /// One of these words.
    case choice([String])
}

extension ValueKind {
    /// How values of a kind are written, read and compared.
    public enum Form: Sendable, Hashable {
        /// Text as it stands.
        case text
        /// A word of a table with several spellings, of which one is the normal form: `USPS` is `usps`.
        case code
        /// Text of which only some spellings are valid: an e-mail address, a tracking number.
        case identifier
        case number, boolean, date, dateRange, duration, record, list
        /// Whatever is given.
        case any
        case choice([String])
    }

    public var form: Form {
        switch self {
        case .text, .path: .text
        case .carrier, .country, .status, .language: .code
        case .parcel, .trackingNumber, .email, .phone: .identifier
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .dateRange: .dateRange
        case .duration: .duration
        case .record: .record
        case .list: .list
        case .any: .any
        case .choice(let words): .choice(words)
        }
    }

    /// The kind by which its values compare in fields and parameters: what has no normal form compares as text.
    public var compared: ValueKind {
        switch self {
        case .language, .email, .phone, .path, .dateRange, .choice: .text
        default: self
        }
    }

    /// What people call a value of this kind: `tracking number`.
    public var name: String {
        switch self {
        case .parcel, .trackingNumber: "tracking number"
        case .carrier: "carrier"
        case .country: "country"
        case .status: "status"
        case .language: "language"
        case .text: "text"
        case .email: "e-mail address"
        case .phone: "telephone number"
        case .number: "number"
        case .boolean: "truth value"
        case .date: "date"
        case .dateRange: "range of dates"
        case .duration: "duration"
        case .path: "file name"
        case .record: "record"
        case .list: "list"
        case .any: "value"
        case .choice: "word"
        }
    }

    /// How a message asks for it: "a carrier".
    public var phrase: String {
        switch self {
        case .text: "text"
        case .boolean: "true or false"
        case .choice(let words): "one of \(words.quotedList)"
        default: ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name
        }
    }

    /// The word that stands for such a value in help: `CARRIER`.
    public var placeholder: String {
        switch self {
        case .parcel, .trackingNumber: "NUMBER"
        case .email: "EMAIL"
        case .phone: "PHONE"
        case .number: "N"
        case .boolean: "true|false"
        case .dateRange: "RANGE"
        case .path: "FILE"
        case .choice(let words): words.joined(separator: "|")
        case .carrier, .country, .status, .language, .text, .date, .duration, .record, .list, .any: name.uppercased()
        }
    }
}

/// A kind that a parameter of a definition or a script may be declared to be: `define late(days: duration, via: carrier)`.
public struct ParameterKind: Sendable, Equatable {
    /// How it is written behind the colon.
    public let word: String
    public let valueKind: ValueKind
    /// What help says of it: no capital, no full stop.
    public let summary: String
    /// Where it stands in `all`: what a compiled program calls it.
    public let place: Int

    /// In the order of help.
    public static let all = table.enumerated().map { place, row in
        ParameterKind(word: row.word, valueKind: row.kind, summary: row.summary, place: place)
    }

    private static let table: [(word: String, kind: ValueKind, summary: String)] = [
        ("text", .text, "any text"),
        ("number", .number, "a number"),
        ("boolean", .boolean, "true or false"),
        ("date", .date, "a day or a moment: 2026-03-05, today, 3 days ago"),
        ("duration", .duration, "a length of time: 14 days, 36 h"),
        ("carrier", .carrier, "a carrier: usps, 4px"),
        ("country", .country, "a country: us, \"United States\""),
        ("status", .status, "a status: transit, delivered"),
        ("language", .language, "a language: en, cn"),
        ("parcel", .parcel, "a tracking number, or a row that has one"),
        ("email", .email, "an e-mail address"),
        ("phone", .phone, "a telephone number"),
        ("file", .path, "the name of a file"),
        ("record", .record, "a record or a row"),
    ]

    /// The kind called `word`, in lower case.
    public static func named(_ word: String) -> ParameterKind? { all.first { $0.word == word } }

    /// How values of this kind are declared; `nil` where no parameter can be.
    public static func of(_ kind: ValueKind) -> ParameterKind? { all.first { $0.valueKind == kind } }
}
