/// How a date is to be written: `d. MMMM yyyy`, `EEEE, HH:mm`, `yyyy年M月d日`.
///
/// Letters of the alphabet stand for parts of the date; what stands in single quotes, and every other character, stands for
/// itself. `''` is a single quote.
public struct DatePattern: Sendable, Equatable {
    private enum Piece: Sendable, Equatable {
        case text(String)
        case part(Part)
    }

    private enum Part: String, CaseIterable, Sendable {
        case day = "d"
        case paddedDay = "dd"
        case month = "M"
        case paddedMonth = "MM"
        case shortMonth = "MMM"
        case monthName = "MMMM"
        case shortYear = "yy"
        case year = "yyyy"
        case shortWeekday = "EEE"
        case weekday = "EEEE"
        case hour = "H"
        case paddedHour = "HH"
        case minute = "mm"
        case second = "ss"
    }

    private let pieces: [Piece]

    /// - Throws: where a letter stands for nothing, or so many of it do not; where a quote is left open.
    public init(_ text: String) throws(UnreadableText) {
        var pieces: [Piece] = []
        var rest = Substring(text)
        func add(_ text: String) {
            if case .text(let before)? = pieces.last {
                pieces[pieces.count - 1] = .text(before + text)
            } else {
                pieces.append(.text(text))
            }
        }
        while let first = rest.first {
            if first == "'" {
                let inner = rest.dropFirst()
                guard let end = inner.firstIndex(of: "'") else {
                    throw UnreadableText("leaves a single quote open", remedy: "end the words with another one")
                }
                add(end == inner.startIndex ? "'" : String(inner[..<end]))
                rest = inner[inner.index(after: end)...]
            } else if first.isASCII, first.isLetter {
                let run = rest.prefix { $0 == first }
                guard let part = Part(rawValue: String(run)) else { throw DatePattern.unknown(String(run)) }
                pieces.append(.part(part))
                rest = rest[run.endIndex...]
            } else {
                add(String(first))
                rest = rest.dropFirst()
            }
        }
        self.pieces = pieces
    }

    /// The date so written.
    public func text(of time: CivilTime, in language: SpokenLanguage) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .part(let part): DatePattern.text(of: part, time, language)
            }
        }.joined()
    }

    private static func text(of part: Part, _ time: CivilTime, _ language: SpokenLanguage) -> String {
        switch part {
        case .day: String(time.day)
        case .paddedDay: padded(time.day, 2)
        case .month: String(time.month)
        case .paddedMonth: padded(time.month, 2)
        case .shortMonth: name(time.month - 1, language.shortMonths)
        case .monthName: name(time.month - 1, language.months)
        case .shortYear: padded(time.year % 100, 2)
        case .year: padded(time.year, 4)
        case .shortWeekday: name(weekday(time), language.shortWeekdays)
        case .weekday: name(weekday(time), language.weekdays)
        case .hour: String(time.hour)
        case .paddedHour: padded(time.hour, 2)
        case .minute: padded(time.minute, 2)
        case .second: padded(time.second, 2)
        }
    }

    private static func weekday(_ time: CivilTime) -> Int { CivilDay.weekday(daysSinceEpoch: time.date.daysSinceEpoch) }

    private static func name(_ place: Int, _ names: [String]) -> String {
        names.indices.contains(place) ? names[place] : ""
    }

    private static func unknown(_ run: String) -> UnreadableText {
        let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
        return UnreadableText(
            "holds `\(run)`, which stands for no part of a date", remedy: "one of \(known); words in ''")
    }
}
