/// Reads one JSON document from borrowed bytes. Every read of `base` is preceded by a comparison with `end`.
struct JSONParser {
    let base: UnsafePointer<UInt8>
    let end: Int
    var shapes: JSONShapes
    private var position = 0
    private var depth = 0
    private var lastCount = 0

    init(base: UnsafePointer<UInt8>, end: Int, shapes: JSONShapes) {
        self.base = base
        self.end = end
        self.shapes = shapes
    }

    mutating func document() throws(JSONError) -> JSON {
        if end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
        let value = try value()
        skipBlanks()
        guard position == end else { throw JSONError(.trailing, at: position) }
        return value
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipBlanks()
        guard position < end else { throw JSONError(.endsEarly, at: position) }
        switch base[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try nested { (parser) throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { (parser) throws(JSONError) in try parser.array() }
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw JSONError(.expectedValue, at: position)
        }
    }

    @inline(__always)
    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONError) -> JSON
    ) throws(JSONError) -> JSON {
        guard depth < JSON.maximumDepth else { throw JSONError(.tooDeep, at: position) }
        depth += 1
        position += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func array() throws(JSONError) -> JSON {
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array([]) }
        var items: [JSON] = []
        while true {
            items.append(try value())
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            if take(UInt8(ascii: "]")) { return .array(items) }
            throw JSONError(position < end ? .expectedCommaOrEnd : .endsEarly, at: position)
        }
    }

    private mutating func object() throws(JSONError) -> JSON {
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(JSONObject()) }
        var values: [JSON] = []
        values.reserveCapacity(lastCount)
        var shape: Int32? = JSONShapes.root
        var ownKeys: [String] = []
        while true {
            try key(&shape, &ownKeys)
            skipBlanks()
            guard take(UInt8(ascii: ":")) else {
                throw JSONError(position < end ? .expectedColon : .endsEarly, at: position)
            }
            values.append(try value())
            skipBlanks()
            if take(UInt8(ascii: ",")) {
                skipBlanks()
                continue
            }
            guard take(UInt8(ascii: "}")) else {
                throw JSONError(position < end ? .expectedCommaOrEnd : .endsEarly, at: position)
            }
            lastCount = values.count
            return .object(JSONObject(parallel: shape.map { shapes.keys($0) } ?? ownKeys, values))
        }
    }

    /// Reads a key: a step down the tree of shapes while that holds, a string of the object's own from then on.
    private mutating func key(_ shape: inout Int32?, _ ownKeys: inout [String]) throws(JSONError) {
        guard position < end else { throw JSONError(.endsEarly, at: position) }
        guard base[position] == UInt8(ascii: "\"") else { throw JSONError(.expectedKey, at: position) }
        let start = position + 1
        guard let parent = shape else { return ownKeys.append(try string()) }
        let span = try stringSpan(from: start)
        let raw = base + start
        if let known = shapes.child(of: parent, raw, span.end - start) {
            shape = known
            position = span.end + 1
            return
        }
        let name = try string()
        shape = shapes.add(to: parent, raw, span.end - start, name: name)
        if shape == nil { ownKeys = shapes.keys(parent) + [name] }
    }
}

// MARK: Scalars

extension JSONParser {
    private mutating func string() throws(JSONError) -> String {
        let start = position + 1
        let span = try stringSpan(from: start)
        let raw = UnsafeBufferPointer(start: base + start, count: span.end - start)
        let text: String
        if span.escaped {
            text = try unescaped(raw, at: start)
        } else if span.ascii {
            text = String(decoding: raw, as: UTF8.self)
        } else {
            guard let valid = String(validating: raw, as: UTF8.self) else { throw JSONError(.badUTF8, at: start) }
            text = valid
        }
        position = span.end + 1
        return text
    }

    /// Finds the closing quote, eight bytes at a step.
    private func stringSpan(
        from start: Int
    ) throws(JSONError) -> (end: Int, escaped: Bool, ascii: Bool) {
        var index = start
        var escaped = false
        var ascii = true
        while index < end {
            if index + 8 <= end {
                let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
                let marks = JSONParser.marks(in: word)
                if marks == 0 {
                    index += 8
                    continue
                }
                index += marks.trailingZeroBitCount >> 3
            }
            let byte = base[index]
            if byte == UInt8(ascii: "\"") { return (index, escaped, ascii) }
            if byte < 0x20 { throw JSONError(.controlCharacter, at: index) }
            if byte == UInt8(ascii: "\\") {
                escaped = true
                index += 1
            } else if byte >= 0x80 {
                ascii = false
            }
            index += 1
        }
        throw JSONError(.endsEarly, at: end)
    }

    /// The marks of the eight bytes at `index`, all of which the buffer must have.
    static func marks(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
        guard let base = bytes.baseAddress else { return 0 }
        return marks(in: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    /// The high bit of every byte that is a quote, a backslash, a control character or not ASCII.
    private static func marks(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let quotes = (quote &- ones) & ~quote
        let backslashes = (backslash &- ones) & ~backslash
        let controls = (word &- (ones &* 0x20)) & ~word
        return (quotes | backslashes | controls | word) & highs
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            if position < end, isDigit(base[position]) { throw JSONError(.badNumber, at: start) }
        } else {
            try digits(of: start)
        }
        if take(UInt8(ascii: ".")) { try digits(of: start) }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits(of: start)
        }
        return String(decoding: UnsafeBufferPointer(start: base + start, count: position - start), as: UTF8.self)
    }

    private mutating func digits(of start: Int) throws(JSONError) {
        let first = position
        while position < end, isDigit(base[position]) { position += 1 }
        guard position > first else { throw JSONError(position < end ? .badNumber : .endsEarly, at: start) }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let start = position
        for index in 0..<word.utf8CodeUnitCount {
            guard position < end else { throw JSONError(.endsEarly, at: position) }
            guard base[position] == word.utf8Start[index] else { throw JSONError(.expectedValue, at: start) }
            position += 1
        }
        return value
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < end, base[position] == byte else { return false }
        position += 1
        return true
    }

    @inline(__always)
    private mutating func skipBlanks() {
        while position < end {
            let byte = base[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
