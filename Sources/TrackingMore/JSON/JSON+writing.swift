import TMSBase

extension JSON {
    /// On one line, without blanks. Numbers are written with the characters they came with; `/` is not escaped.
    public func compactBytes() -> [UInt8] {
        var writer = JSONWriter(pretty: false)
        writer.write(self)
        return writer.bytes
    }

    public var compact: String { String(decoding: compactBytes(), as: UTF8.self) }

    /// Members and items on lines of their own, indented by two.
    public func prettyBytes() -> [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.write(self)
        return writer.bytes
    }

    public var pretty: String { String(decoding: prettyBytes(), as: UTF8.self) }
}

/// Collects the bytes of a value.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let pretty: Bool
    private var depth = 0

    init(pretty: Bool) { self.pretty = pretty }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let lexeme): bytes.append(contentsOf: lexeme.utf8)
        case .string(let text): write(quoted: text)
        case .array(let items):
            group(UInt8(ascii: "["), UInt8(ascii: "]"), count: items.count) { writer, index in
                writer.write(items[index])
            }
        case .object(let members):
            group(UInt8(ascii: "{"), UInt8(ascii: "}"), count: members.count) { writer, index in
                writer.write(quoted: members.keys[index])
                writer.bytes.append(UInt8(ascii: ":"))
                if writer.pretty { writer.bytes.append(UInt8(ascii: " ")) }
                writer.write(members.values[index])
            }
        }
    }

    private mutating func group(
        _ open: UInt8, _ close: UInt8, count: Int, _ item: (inout JSONWriter, Int) -> Void
    ) {
        bytes.append(open)
        depth += 1
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine()
            item(&self, index)
        }
        depth -= 1
        if count > 0 { newLine() }
        bytes.append(close)
    }

    private mutating func newLine() {
        guard pretty else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func write(quoted text: String) { JSONString.write(text, to: &bytes) }
}
