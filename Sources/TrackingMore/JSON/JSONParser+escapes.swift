extension JSONParser {
    /// The text of a string that holds escapes; `offset` is where `raw` begins in the document.
    func unescaped(_ raw: UnsafeBufferPointer<UInt8>, at offset: Int) throws(JSONError) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard index < raw.count else { throw JSONError(.badEscape, at: offset + index) }
            let escape = raw[index]
            index += 1
            if escape == UInt8(ascii: "u") {
                let scalar = try scalar(raw, &index, at: offset)
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else if let plain = JSONParser.plain(escape) {
                bytes.append(plain)
            } else {
                throw JSONError(.badEscape, at: offset + index - 2)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONError(.badUTF8, at: offset) }
        return text
    }

    /// The scalar after `\u`, the second half of a surrogate pair included.
    private func scalar(
        _ raw: UnsafeBufferPointer<UInt8>, _ index: inout Int, at offset: Int
    ) throws(JSONError) -> Unicode.Scalar {
        let start = offset + index - 2
        let first = try hex(raw, &index, at: offset)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, index + 1 < raw.count, raw[index] == UInt8(ascii: "\\"),
            raw[index + 1] == UInt8(ascii: "u")
        else { throw JSONError(.badSurrogate, at: start) }
        index += 2
        let second = try hex(raw, &index, at: offset)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw JSONError(.badSurrogate, at: start) }
        return scalar
    }

    private func hex(
        _ raw: UnsafeBufferPointer<UInt8>, _ index: inout Int, at offset: Int
    ) throws(JSONError) -> UInt32 {
        guard index + 4 <= raw.count else { throw JSONError(.badEscape, at: offset + index) }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = JSONParser.hexDigit(raw[index]) else { throw JSONError(.badEscape, at: offset + index) }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    private static func plain(_ escape: UInt8) -> UInt8? {
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }
}
