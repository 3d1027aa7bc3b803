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
        case .text(let text): quote(text.string, to: &bytes)
        case .duration, .instant, .day: quote(PrintedText.of(value, environment), to: &bytes)
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
            quote(key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            write(value, environment, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    static func quote(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (#"\u00"# + (digits.utf8.count < 2 ? "0" : "") + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
