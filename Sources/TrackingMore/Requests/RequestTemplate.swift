/// What an endpoint's declaration comes to once its path is taken apart and each field has its place: worked out
/// once, since a run builds requests by the ten thousand.
struct RequestTemplate: Sendable {
    enum Segment: Sendable {
        case literal(String)
        case field(String)
        /// Left out, slash and all, with its value.
        case optionalField(String)

        var field: String? {
            switch self {
            case .literal: nil
            case .field(let field), .optionalField(let field): field
            }
        }
    }

    struct Slot: Sendable {
        let field: String
        let isRequired: Bool
        let place: Parameter.Place
        /// How many values a list may hold; nil for no limit and for what is no list.
        let limit: Int?
        let isInCapitals: Bool
    }

    let segments: [Segment]
    /// A slot for each wire field, in declared order.
    let slots: [Slot]

    init(path: String, payload: Endpoint.Payload, parameters: [Parameter]) {
        let segments = RequestTemplate.segments(of: path)
        self.segments = segments
        slots = parameters.flatMap { parameter in
            let place = RequestTemplate.place(of: parameter, segments, payload)
            var limit: Int?
            if case .list(_, let max) = parameter.kind { limit = max }
            return parameter.fields.map { field in
                Slot(
                    field: field, isRequired: parameter.isRequired, place: place, limit: limit,
                    isInCapitals: parameter.isInCapitals)
            }
        }
    }

    func has(_ field: String) -> Bool { slots.contains { $0.field == field } }

    static func place(
        of parameter: Parameter, _ segments: [Segment], _ payload: Endpoint.Payload
    ) -> Parameter.Place {
        if let place = parameter.place { return place }
        if segments.contains(where: { $0.field == parameter.field }) { return .path }
        return payload == .none ? .query : .body
    }

    private static func segments(of path: String) -> [Segment] {
        var segments: [Segment] = []
        var rest = path.utf8[...]
        while let open = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
            let isOptional = rest[open] == UInt8(ascii: "[")
            let end = isOptional ? UInt8(ascii: "]") : UInt8(ascii: "}")
            guard let close = rest[open...].firstIndex(of: end) else { break }
            if open > rest.startIndex { segments.append(.literal(String(Substring(rest[..<open])))) }
            let name = rest[open..<close].filter { !"{}[]/".utf8.contains($0) }
            let field = String(decoding: name, as: UTF8.self)
            segments.append(isOptional ? .optionalField(field) : .field(field))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { segments.append(.literal(String(Substring(rest)))) }
        return segments
    }
}

extension Endpoint {
    /// The paths that it answers, each as its parts between slashes; nil for a part that a value fills.
    ///
    /// More than one where a part may be left out: `/trackings/{carrier_code}/{tracking_number}[/{lang}]`.
    public var pathForms: [[String?]] {
        var forms: [[String?]] = [[]]
        for segment in template.segments {
            switch segment {
            case .literal(let text):
                let parts = text.split(separator: "/").map { Optional(String($0)) }
                forms = forms.map { $0 + parts }
            case .field: forms = forms.map { $0 + [nil] }
            case .optionalField: forms += forms.map { $0 + [nil] }
            }
        }
        return forms
    }
}
