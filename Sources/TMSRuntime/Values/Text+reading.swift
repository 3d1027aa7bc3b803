import TMSBase
import TMSSyntax

// What a date or a number is read of, for a cell of a file of which the script says how its dates and numbers are
// written: the same in the form that is read everywhere. Where the cell holds none, its text as it stands, which is then
// refused under its own characters.
extension Text {
    /// `03/04/2026` as `2026-04-03` where days come first; `46329.25` as `2026-11-03 06:00:00` where days are counted.
    public var dateText: String {
        switch reading.dates {
        case nil: string
        case .dmy?: Self.ordered(string, dayFirst: true) ?? string
        case .mdy?: Self.ordered(string, dayFirst: false) ?? string
        case .excel?: SpreadsheetDate(numberText).map(\.text) ?? string
        }
    }

    /// `1.234,50` as `1234.50` where a comma parts the fraction.
    public var numberText: String {
        switch reading.decimals {
        case nil: string
        case .comma?: Self.plain(string, decimal: ",", groups: [".", "'", " ", "\u{A0}", "\u{202F}", "’"]) ?? string
        case .point?: Self.plain(string, decimal: ".", groups: [",", "'", " ", "\u{A0}", "\u{202F}", "’"]) ?? string
        }
    }

    /// How a file is opened so that this is a number: `12,5`, `1,234.50`; none where that was said, or it is one.
    var foreignDecimals: [DecimalMark] {
        guard reading.decimals == nil, string.utf8.contains(UInt8(ascii: ",")) else { return [] }
        return DecimalMark.allCases.filter { mark in
            let text = Text(string, reading: CellReading(dates: reading.dates, decimals: mark))
            return text.numberText != string && Numeral(reading: text.numberText) != nil
        }
    }

    /// Day, month and year in the order of ISO, and what stands behind them.
    private static func ordered(_ text: String, dayFirst: Bool) -> String? {
        let trimmed = text.drop { $0 == " " }
        let date = trimmed.prefix { $0 != " " && $0 != "T" }
        let parts = date.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }
        guard parts.count == 3, parts[2].utf8.count == 4, (1...2).contains(parts[0].utf8.count),
            (1...2).contains(parts[1].utf8.count), parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let (day, month) = dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
        func padded(_ part: Substring) -> String { part.utf8.count == 1 ? "0" + part : String(part) }
        return "\(parts[2])-\(padded(month))-\(padded(day))" + trimmed.dropFirst(date.count)
    }

    /// Digits in groups of three, if in groups at all, with a point before the fraction.
    private static func plain(_ text: String, decimal: Character, groups: Set<Character>) -> String? {
        var rest = text[...]
        var sign = ""
        if rest.first == "-" || rest.first == "\u{2212}" {
            sign = "-"
            rest = rest.dropFirst()
        }
        let pieces = rest.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = pieces.first else { return nil }
        if pieces.count == 2, !isDigits(pieces[1]) { return nil }
        let fraction = pieces.count == 2 ? "." + pieces[1] : ""
        if isDigits(whole) { return sign + whole + fraction }
        guard let mark = whole.first(where: { !$0.isASCII || !$0.isNumber }), groups.contains(mark) else { return nil }
        let parts = whole.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.allSatisfy(isDigits), let first = parts.first, first.count <= 3,
            parts.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return sign + parts.joined() + fraction
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

extension Value {
    /// What a date is read of.
    public func dateText(in environment: Environment) -> String {
        if case .text(let text) = self { text.dateText } else { self.text(in: environment) }
    }

    /// What a number is read of.
    public func numberText(in environment: Environment) -> String {
        if case .text(let text) = self { text.numberText } else { self.text(in: environment) }
    }
}

/// A moment as spreadsheets keep it: days counted from 1900, the time of day as a fraction.
struct SpreadsheetDate {
    private let day: Int
    private let second: Int

    /// - Parameter text: `46329`, `46329.25`. `nil` for anything else, and for the days they count that never were: 0, and
    ///   60, the 29th of February 1900.
    init?(_ text: String) {
        let pieces = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = pieces.first, whole.utf8.allSatisfy({ (48...57).contains($0) }), var count = Int(whole),
            pieces.count == 1 || pieces[1].utf8.allSatisfy({ (48...57).contains($0) }),
            let fraction = pieces.count == 1 ? 0 : Double("0." + pieces[1])
        else { return nil }
        var second = Int((fraction * 86_400).rounded())
        if second == 86_400 {
            second = 0
            count += 1
        }
        guard (1...2_958_465).contains(count), count != 60 else { return nil }
        // The count goes on as if 1900 had been a leap year. 25,569 is 1970-01-01.
        day = count - 25_569 + (count < 60 ? 1 : 0)
        self.second = second
    }

    var text: String {
        guard let date = CivilDay(daysSinceEpoch: day)?.text else { return "" }
        guard second > 0 else { return date }
        return "\(date) \(padded(second / 3_600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
    }
}
