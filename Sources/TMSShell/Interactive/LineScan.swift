/// A line cut into coarse pieces, for colours and completion while it is being typed. Cruder than the lexer: it never
/// says that anything is wrong.
struct LineScan {
    enum Kind { case word, string, variable, comment, mark, separator }

    struct Piece: Equatable {
        var kind: Kind
        /// UTF-8 offsets.
        var range: Range<Int>
        var text: String
    }

    private(set) var pieces: [Piece] = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let start = position
            let kind: Kind
            switch bytes[position] {
            case 0x20, 0x09, 0x0D:
                position += 1
                continue
            case UInt8(ascii: "|"), UInt8(ascii: ";"), 0x0A, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("):
                kind = .separator
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="):
                kind = .mark
                position += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                kind = .string
                position = Self.endOfString(bytes, position)
            case UInt8(ascii: "#") where Self.beginsComment(bytes, position):
                kind = .comment
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            default:
                kind = bytes[position] == UInt8(ascii: "$") ? .variable : .word
                position += 1
                while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
            }
            pieces.append(
                Piece(
                    kind: kind, range: start..<position,
                    text: String(decoding: bytes[start..<position], as: UTF8.self)))
        }
    }

    private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
        let quote = bytes[start]
        var position = start + 1
        while position < bytes.count, bytes[position] != 0x0A {
            if bytes[position] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position += 2
                continue
            }
            position += 1
            if bytes[position - 1] == quote { break }
        }
        return min(position, bytes.count)
    }

    private static func beginsComment(_ bytes: [UInt8], _ position: Int) -> Bool {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0x0A
        return next == 0x20 || next == 0x09 || next == 0x0A || (position == 0 && next == UInt8(ascii: "!"))
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: true
        default: "|;{}(),[]=\"".utf8.contains(byte)
        }
    }
}
