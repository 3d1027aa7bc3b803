extension ValueKind {
    /// The kind that a default written out shows, where none is named.
    public init?(of value: ExpressionSyntax) {
        switch value.kind {
        case .number(let digits): self = ValueKind(ofNumber: digits)
        case .negate(let inner), .parenthesized(let inner):
            guard let kind = ValueKind(of: inner) else { return nil }
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

extension ValueKind {
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
    public var readKind: ParameterKind? { kind?.kind ?? (effectiveKind == .date ? .of(.date) : nil) }

    /// What it is declared to be, or what its default shows.
    public var effectiveKind: ValueKind? {
        if let kind { return kind.kind?.valueKind }
        return defaultValue.flatMap(ValueKind.init(of:))
    }

    /// The same in the word of declarations; `value` where it may be anything.
    public var kindWord: String { effectiveKind.flatMap(ParameterKind.of)?.word ?? "value" }
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
