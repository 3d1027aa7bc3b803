/// What a parameter of a definition or a script may be declared to be: `define late(days: duration, via: carrier)`.
public enum ParameterKind: String, Sendable, CaseIterable {
    case text, number, boolean, date, duration, carrier, country, status, language, parcel, email, phone, file, record

    /// How the checker judges its literals, and completion finds its words.
    public var valueKind: ValueKind {
        switch self {
        case .text: .text
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .duration: .duration
        case .carrier: .carrier
        case .country: .country
        case .status: .status
        case .language: .language
        case .parcel: .parcel
        case .email: .email
        case .phone: .phone
        case .file: .path
        case .record: .record
        }
    }

    public var summary: String {
        switch self {
        case .text: "any text"
        case .number: "a number"
        case .boolean: "true or false"
        case .date: "a day or a moment: 2026-03-05, today, 3 days ago"
        case .duration: "a length of time: 14 days, 36 h"
        case .carrier: "a carrier: usps, 4px"
        case .country: "a country: us, \"United States\""
        case .status: "a status: transit, delivered"
        case .language: "a language: en, cn"
        case .parcel: "a tracking number, or a row that has one"
        case .email: "an e-mail address"
        case .phone: "a telephone number"
        case .file: "the name of a file"
        case .record: "a record or a row"
        }
    }

    /// The kind that a default written out shows, where none is named.
    public init?(of value: ExpressionSyntax) {
        switch value.kind {
        case .number(let digits): self = ParameterKind(ofNumber: digits)
        case .negate(let inner), .parenthesized(let inner):
            guard let kind = ParameterKind(of: inner) else { return nil }
            self = kind
        case .boolean: self = .boolean
        case .date, .ago: self = .date
        case .duration: self = .duration
        case .word, .string: self = .text
        case .record: self = .record
        // Of any other value only the run knows the kind.
        default: return nil
        }
    }
}

extension ParameterKind {
    /// A number of few digits is one to calculate with. From four digits on it may be a postcode, an order or a parcel,
    /// and what is given must keep its characters.
    private init(ofNumber digits: String) {
        let count = digits.utf8.count
        self = digits.utf8.contains(UInt8(ascii: ".")) || count <= 3 ? .number : count < 8 ? .text : .parcel
    }
}

extension ParamSyntax {
    /// What a value given as text is made to be: what is declared, or the date that the default is. Other defaults say
    /// how a value is spelt on the command line and no more.
    public var readKind: ParameterKind? { kind?.kind ?? (effectiveKind == .date ? .date : nil) }

    /// What it is declared to be, or what its default shows.
    public var effectiveKind: ParameterKind? {
        if let kind { return kind.kind }
        return defaultValue.flatMap(ParameterKind.init(of:))
    }
}

extension FormalSyntax {
    /// `via: carrier = empty`: with this default it may be left out.
    public var mayBeEmpty: Bool { defaultValue.isEmptyLiteral }
}

extension ParamSyntax {
    public var mayBeEmpty: Bool { defaultValue.isEmptyLiteral }
}

extension ExpressionSyntax? {
    fileprivate var isEmptyLiteral: Bool {
        if case .empty? = self?.kind { true } else { false }
    }
}
