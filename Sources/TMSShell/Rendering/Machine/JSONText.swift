import TMSBase
import TMSRuntime

/// Values as compact JSON: wire names, keys in their order, number lexemes untouched.
enum JSONText {
    static func of(_ value: Value, _ environment: Environment) -> String {
        var bytes: [UInt8] = []
        write(value, environment, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ value: Value, _ environment: Environment, to bytes: inout [UInt8]) {
        switch value {
        case .nothing, .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number):
            bytes.append(contentsOf: (number.isFinite ? value.text(in: environment) : "null").utf8)
        case .text(let text) where text.isNumberLexeme: bytes.append(contentsOf: text.string.utf8)
        case .text(let text): JSONString.write(text.string, to: &bytes)
        case .duration(let seconds):
            guard let days = WrittenDuration.days(of: seconds) else {
                return JSONString.write(WrittenDuration.text(of: seconds), to: &bytes)
            }
            bytes.append(contentsOf: days.utf8)
        case .instant, .day: JSONString.write(PrintedText.of(value, environment), to: &bytes)
        case .list(let list): write(list, environment, to: &bytes)
        case .record(let record): write(record, environment, to: &bytes)
        }
    }

    private static func write(_ list: List, _ environment: Environment, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in list.items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(item, environment, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A field that is absent is left out; one that is null stays null.
    private static func write(_ record: Record, _ environment: Environment, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (key, value) in zip(record.shape.keys, record.values) {
            if case .nothing = value { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            JSONString.write(key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            write(value, environment, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}
