/// What a character outside ASCII is to the lexer.
enum CharacterClass {
    /// A letter, a mark on one, or a digit of any script.
    case letter
    /// A mark or digit of double width, read as its ASCII twin.
    case fullWidth(UInt8)
    case space
    /// A character nobody sees: a zero-width space, a direction mark.
    case invisible
    case doubleQuote
    case singleQuote
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0xFF01...0xFF5E: self = .fullWidth(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xAD: self = .invisible
        case 0x201C...0x201F, 0xAB, 0xBB: self = .doubleQuote
        case 0x2018...0x201B: self = .singleQuote
        // Joiners belong to the spelling of words in several scripts.
        case 0x200C, 0x200D: self = .letter
        default:
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil {
                self = .letter
            } else {
                switch properties.generalCategory {
                case .nonspacingMark, .spacingMark, .enclosingMark: self = .letter
                default: self = .other
                }
            }
        }
    }
}

extension UInt8 {
    var isLetterOrUnderscore: Bool {
        (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F
    }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Letters, digits and `- . / _ @ : + #`.
    var isWordByte: Bool {
        if isLetterOrUnderscore || isDigit { return true }
        switch self {
        case 0x2D, 0x2E, 0x2F, 0x40, 0x3A, 0x2B, 0x23: return true
        default: return false
        }
    }

    /// The lower-case form of an ASCII letter; other bytes as they are.
    var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

/// Reads one character of valid UTF-8; a broken sequence gives the replacement character and one byte.
func decodeScalar(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, width: Int) {
    let replacement: (Unicode.Scalar, Int) = ("\u{FFFD}", 1)
    guard index < bytes.count else { return replacement }
    let first = bytes[index]
    let width = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + width <= bytes.count else { return replacement }
    if width == 1 { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first & (0xFF >> UInt8(width + 1)))
    for offset in 1..<width {
        let next = bytes[index + offset]
        guard next & 0xC0 == 0x80 else { return replacement }
        value = value << 6 | UInt32(next & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return replacement }
    return (scalar, width)
}
