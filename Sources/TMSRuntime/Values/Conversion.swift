import TMSBase
import TMSSyntax

/// Makes of a value what a parameter is declared to be: text from a table, a mail or the command line is read as it.
struct Conversion {
    let environment: Environment
    let kind: ValueKind
    /// The unit of a duration that is given as a number alone: the one of the default.
    var usualUnit: DurationUnit?

    /// - Parameter name: of the parameter, for the failure.
    func value(_ value: Value, for name: String) throws(Fault) -> Value {
        if value.isEmpty { throw .wrongParameter(name, kind.phrase, "empty") }
        do {
            return try converted(value)
        } catch {
            throw .wrongParameter(name, kind.phrase, value.quoted(in: environment), error)
        }
    }

    private func converted(_ value: Value) throws(UnreadableText) -> Value {
        switch (kind.form, value) {
        case (.boolean, .boolean), (.number, .integer), (.number, .decimal), (.duration, .duration), (.date, .day),
            (.date, .instant), (.record, .record), (.list, .list), (.any, _):
            return value
        case (_, .record) where kind == .parcel, (_, .list) where kind == .parcel: return value
        case (.record, _), (_, .list), (_, .record): throw UnreadableText("is \(value.kindName)")
        default: return try reading(value.text(in: environment), of: value)
        }
    }

    /// Every way into a parameter comes here: a word of the command line, a cell, a value of the script.
    private func reading(_ text: String, of value: Value) throws(UnreadableText) -> Value {
        switch kind.form {
        case .text, .any:
            if case .text = value { return value }
            return .string(text)
        case .number: return try Numeral.read(value.numberText(in: environment)).value
        case .boolean: return .boolean(try WrittenBoolean.read(text))
        case .date: return try environment.clock.date(value.dateText(in: environment)).value
        case .duration: return .duration(try WrittenDuration.read(text, usual: usualUnit))
        case .record, .list: throw UnreadableText("is \(value.kindName)")
        case .code, .identifier, .dateRange, .choice:
            guard let normal = environment.read(text, kind) else {
                throw UnreadableText("is not \(kind.phrase)")
            }
            return normal == text ? value : .string(normal)
        }
    }
}
