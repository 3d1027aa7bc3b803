import TMSBase

extension Value {
    /// What `print` shows of a value; dates stand in the environment's zone.
    public func text(in environment: Environment) -> String {
        switch self {
        case .nothing, .null: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .decimal(let number): Numeral.text(of: number)
        case .duration(let seconds): WrittenDuration.text(of: seconds)
        case .instant(let instant): environment.text(ofInstant: instant)
        case .day(let day): CivilDay(daysSinceEpoch: day)?.text ?? "\(day) days after 1970"
        case .text(let text): text.string
        case .list(let list): list.items.map { $0.text(in: environment) }.joined(separator: ", ")
        case .record(let record):
            zip(record.shape.keys, record.values).map { "\($0): \($1.text(in: environment))" }.joined(separator: ", ")
        }
    }

    /// The kind of a value, as a message calls it.
    var kindName: String {
        switch self {
        case .nothing, .null: "empty"
        case .boolean: "a truth value"
        case .integer, .decimal: "a number"
        case .duration: "a duration"
        case .instant, .day: "a date"
        case .text: "text"
        case .list: "a list"
        case .record: "a record"
        }
    }

    /// A value as a message quotes it: short, and with its quotes where it is text.
    func quoted(in environment: Environment) -> String {
        switch self {
        case .nothing, .null: return "empty"
        case .list(let list): return "a list of \(list.items.count)"
        case .record: return "a record"
        case .text(let text): return "\"\(Value.shortened(text.string))\""
        default: return Value.shortened(text(in: environment))
        }
    }

    private static func shortened(_ string: String) -> String {
        string.count > 40 ? string.prefix(37) + "…" : string
    }
}
