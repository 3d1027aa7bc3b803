public import TMSRuntime
import TrackingMore

extension Value {
    /// What a field of a request or a cell of a table holds for this value.
    public var plainText: String {
        switch self {
        case .nothing, .null: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .text(let text): text.string
        case .integer, .decimal, .duration, .instant, .day:
            json.text ?? ""
        case .list, .record: json.compact
        }
    }

    /// The items of a list, lists in it opened; the value itself where it is none.
    var flattened: [Value] {
        if case .list(let list) = self { list.items.flatMap(\.flattened) } else { [self] }
    }

    /// The characters of a number, also of one written as text.
    var numberLexeme: String? {
        switch self {
        case .integer, .decimal: plainText
        case .text(let text): Double(text.string).map { _ in text.string }
        default: nil
        }
    }

    var kindName: String {
        switch self {
        case .nothing, .null: "empty value"
        case .boolean: "truth value"
        case .integer, .decimal: "number"
        case .duration: "duration"
        case .instant, .day: "date"
        case .text: "text"
        case .list: "list"
        case .record: "record"
        }
    }
}

extension Record {
    /// The value people mean by a field's name: a key, a friendly name, or computed.
    public func value(of name: String, _ environment: Environment) -> Value {
        switch shape.lookup(name) {
        case .slot(let slot): value(at: slot)
        case .computed(let compute): compute(self, environment)
        case .absent: .nothing
        }
    }

    /// The first of these fields that holds something.
    func firstValue(of names: [String], _ environment: Environment) -> Value? {
        for name in names {
            let value = value(of: name, environment)
            if !value.isEmpty { return value }
        }
        return nil
    }
}
