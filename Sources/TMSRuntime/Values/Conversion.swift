import TMSSyntax

/// Makes of a value what a parameter is declared to be: text from a table, a mail or the command line is read as it.
struct Conversion {
    let environment: Environment
    let kind: ParameterKind

    /// - Parameter name: of the parameter, for the failure.
    func value(_ value: Value, for name: String) throws(Fault) -> Value {
        guard !value.isEmpty, let converted = converted(value) else {
            throw .wrongParameter(name, kind.phrase, value.isEmpty ? "empty" : value.quoted(in: environment))
        }
        return converted
    }

    private func converted(_ value: Value) -> Value? {
        switch kind {
        case .text, .file: return text(value).map { .string($0) }
        case .number: return value.numeral?.value
        case .boolean:
            if case .boolean = value { return value }
            switch text(value)?.lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return nil
            }
        case .date:
            return DateComparison(environment: environment).date(value) ?? text(value).flatMap(environment.date)
        case .duration:
            if case .duration = value { return value }
            return text(value).flatMap(Self.duration).map { .duration($0) }
        case .record:
            if case .record = value { return value }
            return nil
        case .parcel:
            switch value {
            case .record, .list: return value
            default: return read(value)
            }
        case .carrier, .country, .status, .language, .email, .phone: return read(value)
        }
    }

    private func read(_ value: Value) -> Value? {
        guard let text = text(value), let normal = environment.read(text, kind.valueKind) else { return nil }
        return normal == text ? value : .string(normal)
    }

    /// What is written of a value that is one word or text.
    private func text(_ value: Value) -> String? {
        switch value {
        case .list, .record: nil
        default: value.text(in: environment)
        }
    }

    /// `14 days`, `1.5 h`, `36h`: in seconds.
    private static func duration(_ text: String) -> Int? {
        let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        let word = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let amount = Numeral(reading: String(digits)), let unit = DurationUnit(written: word) else { return nil }
        switch amount {
        case .integer(let number):
            let (seconds, overflows) = number.multipliedReportingOverflow(by: unit.seconds)
            return overflows ? nil : seconds
        case .decimal(let number): return Int(exactly: (number * Double(unit.seconds)).rounded())
        }
    }
}

extension ParameterKind {
    /// How a failure asks for it.
    fileprivate var phrase: String {
        switch self {
        case .text: "text"
        case .number: "a number"
        case .boolean: "true or false"
        case .date: "a date"
        case .duration: "a duration"
        case .carrier: "a carrier"
        case .country: "a country"
        case .status: "a status"
        case .language: "a language"
        case .parcel: "a tracking number"
        case .email: "an e-mail address"
        case .phone: "a telephone number"
        case .file: "a file name"
        case .record: "a record"
        }
    }
}
