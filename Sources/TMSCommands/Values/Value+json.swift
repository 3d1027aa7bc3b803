public import TMSRuntime
public import TrackingMore

extension Value {
    /// The JSON of a value: what came from JSON goes back as it came. Durations are as people write them, dates ISO 8601.
    public var json: JSON {
        switch self {
        case .nothing, .null: return .null
        case .boolean(let flag): return .bool(flag)
        case .integer(let number): return .number(String(number))
        case .decimal(let number): return number.isFinite ? .number(lexeme(of: number)) : .null
        case .duration(let seconds): return .string(Value.text(ofDuration: seconds))
        case .instant(let seconds): return DateForm.iso8601.wire(CivilTime(secondsSinceEpoch: seconds))
        case .day(let day):
            return .string(String((DateForm.localTime.wire(CivilTime(day: day)).string ?? "").prefix(10)))
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

    private func lexeme(of number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
