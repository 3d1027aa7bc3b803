extension Value {
    /// What `print` shows of a value; dates stand in the environment's zone.
    public func text(in environment: Environment) -> String {
        switch self {
        case .nothing, .null: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .decimal(let number): Value.text(ofDecimal: number)
        case .duration(let seconds): Value.text(ofDuration: seconds)
        case .instant(let instant): environment.text(ofInstant: instant)
        case .day(let day): CalendarDay(daysSinceEpoch: day).text
        case .text(let text): text.string
        case .list(let list): list.items.map { $0.text(in: environment) }.joined(separator: ", ")
        case .record(let record):
            zip(record.shape.keys, record.values).map { "\($0): \($1.text(in: environment))" }.joined(separator: ", ")
        }
    }

    /// A whole decimal prints as an integer does.
    static func text(ofDecimal number: Double) -> String {
        if number.rounded() == number, abs(number) < 1e15 { return String(Int(number)) }
        return "\(number)"
    }

    /// In the largest unit that leaves nothing over: `14 days`, `36 h`, `90 min`, `45 s`; none is `0 days`.
    public static func text(ofDuration seconds: Int) -> String {
        if seconds % 86_400 == 0 {
            let days = seconds / 86_400
            return days.magnitude == 1 ? "\(days) day" : "\(days) days"
        }
        if abs(seconds) >= 48 * 3_600, seconds % 60 == 0 { return text(ofLongDuration: seconds / 60) }
        if seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
        if seconds % 60 == 0 { return "\(seconds / 60) min" }
        return "\(seconds) s"
    }

    /// Days and the rest, where one unit would be a number too large to picture: `4 days 14 h 24 min`.
    private static func text(ofLongDuration minutes: Int) -> String {
        let rest = abs(minutes) % 1_440
        let parts = [text(ofDuration: (minutes / 1_440) * 86_400)]
        let hours = rest / 60 > 0 ? ["\(rest / 60) h"] : []
        let odd = rest % 60 > 0 ? ["\(rest % 60) min"] : []
        return (parts + hours + odd).joined(separator: " ")
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
