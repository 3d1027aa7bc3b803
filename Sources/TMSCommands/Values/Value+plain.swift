import TMSBase
public import TMSRuntime
import TrackingMore

extension Value {
    /// What a field of a request holds for this value.
    public var plainText: String {
        switch self {
        case .nothing, .null: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .text(let text): text.string
        case .duration(let seconds): WrittenDuration.text(of: seconds)
        case .integer, .decimal, .instant, .day: json.text ?? ""
        case .list, .record: json.compact
        }
    }

    /// What a cell of a table holds for this value: as `plainText`, but a duration is a number of days.
    public var cellText: String {
        if case .duration = self { json.text ?? plainText } else { plainText }
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
        case .cell(let slot, let read): read(value(at: slot))
        case .computed(let compute): compute(self, environment)
        case .absent: .nothing
        }
    }
}
