/// What a script may say of a file it reads, behind `open "f.csv"` and `track from "f.csv"`, each declared once: the
/// parser, the checker, completion, help and the reader of files look here.
public enum FileClause: String, Sendable, CaseIterable {
    case separator, encoding, dates, decimals

    /// What stands behind the label.
    public var kind: ValueKind {
        switch self {
        case .separator, .encoding: .text
        case .dates: .choice(DateOrder.allCases.map(\.rawValue))
        case .decimals: .choice(DecimalMark.allCases.map(\.rawValue))
        }
    }

    /// The words that are offered behind the label.
    public var words: [String] {
        switch self {
        case .separator: Separator.allCases.map(\.rawValue)
        case .encoding: ["utf-8", "cp1252", "iso-8859-15", "utf-16le", "gb18030", "shift_jis", "euc-kr", "big5"]
        case .dates: DateOrder.allCases.map(\.rawValue)
        case .decimals: DecimalMark.allCases.map(\.rawValue)
        }
    }

    /// One sentence, with a capital and a full stop.
    public var summary: String {
        switch self {
        case .separator:
            "What stands between two cells: one character in quotes, or tab, comma, semicolon, pipe, space; none for lines."
        case .encoding: "How the bytes are read: utf-8, cp1252, gb18030, or any other name iconv knows."
        case .dates: "How 03/04/2026 is read: dmy, mdy; excel for days counted from 1900."
        case .decimals: "Which mark parts a number from its fraction: comma, point."
        }
    }

    /// What stands for the value in help.
    public var placeholder: String {
        switch self {
        case .separator: "CHARACTER"
        case .encoding: "NAME"
        case .dates, .decimals: words.joined(separator: "|")
        }
    }
}

/// How dates of digits are read where they could be read in several ways.
public enum DateOrder: String, Sendable, CaseIterable {
    case dmy, mdy
    /// Days counted from 1900, as spreadsheets keep them.
    case excel
}

/// The mark before the fraction of a number.
public enum DecimalMark: String, Sendable, CaseIterable { case comma, point }

/// Separators that have a name.
public enum Separator: String, Sendable, CaseIterable {
    case comma, semicolon, tab, pipe, space
    /// A text file whose lines are its rows.
    case none

    /// `nil` for `none`.
    public var byte: UInt8? {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .pipe: UInt8(ascii: "|")
        case .space: UInt8(ascii: " ")
        case .none: nil
        }
    }

    /// Whether a script may say this: a name or a character.
    public static func isKnown(_ text: String) -> Bool {
        Separator(rawValue: text.lowercased()) != nil || byte(text) != nil
    }

    /// What parts the cells of a table, as a script says it; `nil` for what cannot: letters, digits, quotes, several
    /// characters.
    public static func byte(_ text: String) -> UInt8? {
        if let named = Separator(rawValue: text.lowercased()) { return named.byte }
        let bytes = Array(text.utf8)
        guard bytes.count == 1, let byte = bytes.first, byte < 0x7F else { return nil }
        if byte == UInt8(ascii: "\t") { return byte }
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        let isQuote = byte == UInt8(ascii: "\"")
        return byte < 0x20 || isLetter || (0x30...0x39).contains(byte) || isQuote ? nil : byte
    }

    /// What a message calls it: "semicolons".
    public static func phrase(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: ","): "commas"
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: "\t"): "tabs"
        case UInt8(ascii: "|"): "pipes (`|`)"
        case UInt8(ascii: " "): "spaces"
        default: "`\(Character(Unicode.Scalar(byte)))`"
        }
    }
}
