import TMSBase

/// One line of the history file.
///
/// - A statement: its text, and behind a unit separator (U+001F) each its identity, its time and its place. Files of
///   earlier versions have the text alone.
/// - An outcome: a unit separator, the identity of a statement above, its outcome, and the number of its rows.
///
/// In a text newline, return, backslash and the unit separator are escaped by a backslash.
enum HistoryLine: Equatable {
    case statement(text: String, id: UInt64, when: Int?, place: String)
    case outcome(of: UInt64, HistoryOutcome, rows: Int?)

    private static let separator: UInt8 = 0x1F
    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")

    var bytes: [UInt8] {
        switch self {
        case .statement(let text, let id, let when, let place):
            Self.escaped(text) + Self.fields(String(id, radix: 16), when.map { String($0) } ?? "", place)
        case .outcome(let id, let outcome, let rows):
            Self.fields(String(id, radix: 16), outcome.rawValue, rows.map { String($0) } ?? "")
        }
    }

    /// - Parameter line: without its newline.
    /// - Returns: nil for an empty line, and for the outcome of a kind that this version does not know.
    init?(_ line: ArraySlice<UInt8>) {
        guard let first = line.first else { return nil }
        // Most lines have no separator in files of earlier versions, and nothing has to be taken apart.
        guard let end = line.firstIndex(of: Self.separator) else {
            self = .statement(text: Self.text(of: line), id: 0, when: nil, place: "")
            return
        }
        let fields = line[(end + 1)...].split(separator: Self.separator, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let id = fields.first.flatMap { UInt64($0, radix: 16) }
        if first == Self.separator {
            guard let id, fields.count > 1, let outcome = HistoryOutcome(rawValue: fields[1]) else { return nil }
            self = .outcome(of: id, outcome, rows: fields.count > 2 ? Int(fields[2]) : nil)
        } else {
            self = .statement(
                text: Self.text(of: line[..<end]), id: id ?? 0, when: fields.count > 1 ? Int(fields[1]) : nil,
                place: fields.count > 2 ? fields[2] : "")
        }
    }

    private static func fields(_ fields: String...) -> [UInt8] {
        fields.flatMap { [separator] + clean($0) } + [newline]
    }

    /// A name of a profile can hold no mark of the file.
    private static func clean(_ field: String) -> [UInt8] { field.utf8.filter { $0 >= 0x20 } }

    private static func escaped(_ text: String) -> [UInt8] {
        var line: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case newline: line += [backslash, UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): line += [backslash, UInt8(ascii: "r")]
            case separator: line += [backslash, UInt8(ascii: "s")]
            case backslash: line += [backslash, backslash]
            default: line.append(byte)
            }
        }
        return line
    }

    private static func text(of line: ArraySlice<UInt8>) -> String {
        guard line.contains(backslash) else { return String(decoding: line, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(line.count)
        var isEscaped = false
        for byte in line {
            if isEscaped {
                switch byte {
                case UInt8(ascii: "n"): text.append(newline)
                case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
                case UInt8(ascii: "s"): text.append(separator)
                default: text.append(byte)
                }
                isEscaped = false
            } else if byte == backslash {
                isEscaped = true
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
