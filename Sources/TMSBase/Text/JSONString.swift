/// The one writer of strings in JSON, for bodies that are sent, for results and for diagnostics.
///
/// Whatever a reader would not see, or a terminal would obey, is escaped: control characters (U+0000 to U+001F, U+007F to
/// U+009F), the marks that turn the direction of writing, other breaks of lines, and spaces without a width. So what is
/// shown is what is sent, character by character. The joiners U+200C and U+200D stay, which words and emoji need.
public enum JSONString {
    /// Adds `text` between quotation marks.
    public static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { write($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        write(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a character is written as an escape although JSON allows it as it is.
    public static func isUnseen(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7F...0x9F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            let length: Int
            let code: UInt32
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), ..<0x20, 0x7F: (length, code) = (1, UInt32(byte))
            case 0xC2, 0xD8:
                (length, code) = (2, UInt32(byte & 0x1F) << 6 | UInt32(text[place + 1] & 0x3F))
            case 0xE1, 0xE2, 0xEF:
                let tail = UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
                (length, code) = (3, UInt32(byte & 0x0F) << 12 | tail)
            default:
                place += 1
                continue
            }
            guard code < 0x7F || isUnseen(code) else {
                place += length
                continue
            }
            bytes.append(contentsOf: text[start..<place])
            place += length
            start = place
            escape(code, to: &bytes)
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func escape(_ code: UInt32, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch code {
        case 0x22, 0x5C: bytes.append(UInt8(code))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        default:
            let digits = String(code, radix: 16)
            bytes.append(UInt8(ascii: "u"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
            bytes.append(contentsOf: digits.utf8)
        }
    }
}
