import TMSBase
public import TMSRuntime
public import TrackingMore

extension Value {
    /// The JSON of a value: what came from JSON goes back as it came. Durations are numbers of days, dates ISO 8601.
    public var json: JSON {
        switch self {
        case .nothing, .null: return .null
        case .boolean(let flag): return .bool(flag)
        case .integer(let number): return .number(String(number))
        case .decimal(let number): return number.isFinite ? .number(Numeral.text(of: number)) : .null
        case .duration(let seconds):
            guard let days = WrittenDuration.days(of: seconds) else {
                return .string(WrittenDuration.text(of: seconds))
            }
            return .number(days)
        case .instant(let seconds):
            guard let time = CivilTime(secondsSinceEpoch: seconds) else { return .null }
            return DateForm.iso8601.wire(time)
        case .day(let day):
            return CivilDay(daysSinceEpoch: day).map { .string($0.text) } ?? .null
        case .text(let text): return text.isNumberLexeme ? .number(text.string) : .string(text.string)
        case .list(let list): return .array(list.items.map(\.json))
        case .record(let record):
            var keys: [String] = []
            var values: [JSON] = []
            for (key, value) in zip(record.shape.keys, record.values) {
                if case .nothing = value { continue }
                keys.append(key)
                values.append(value.json)
            }
            return .object(JSONObject(keys: keys, values: values))
        }
    }
}
