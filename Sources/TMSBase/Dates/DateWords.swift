/// A date as the language has it: a day of the calendar, or a moment.
public enum DateValue: Sendable, Equatable {
    /// Days since 1970-01-01.
    case day(Int)
    /// Seconds since 1970 UTC.
    case moment(Int)
}

extension LocalClock {
    /// Reads what stands for a date, wherever it stands: `today`, `yesterday`, `tomorrow`, `now`, `monday` (the latest,
    /// today included), `3 days ago`, and every spelling of `WrittenDate`. A time without a zone is one of this clock.
    public func date(_ text: String, order: WrittenDate.Order? = nil) throws(UnreadableText) -> DateValue {
        if let relative = try relativeDate(text) { return relative }
        return try value(of: try WrittenDate.read(text, order: order))
    }

    /// A date as it is written, on this clock.
    public func value(of written: WrittenDate) throws(UnreadableText) -> DateValue {
        guard let secondOfDay = written.secondOfDay else { return .day(written.day.daysSinceEpoch) }
        let local = written.day.daysSinceEpoch * 86_400 + secondOfDay
        let moment = written.offset.map { local - $0 } ?? self.moment(showing: local)
        guard hasDate(moment) else { throw .outsideCalendar }
        return .moment(moment)
    }

    private func relativeDate(_ text: String) throws(UnreadableText) -> DateValue? {
        guard let first = text.utf8.first, text.utf8.count <= 40, first.isLetter || first.isDigit else { return nil }
        let word = text.lowercased()
        if first.isDigit {
            guard word.hasSuffix(" ago") else { return nil }
            let seconds = try WrittenDuration.read(String(word.dropLast(4)))
            return try moved(now(), by: seconds)
        }
        guard DateWords.all.contains(word) else { return nil }
        if word == "now" { return .moment(now()) }
        guard let today = today() else { throw .outsideCalendar }
        switch word {
        case "today": return .day(today)
        case "yesterday": return .day(today - 1)
        case "tomorrow": return .day(today + 1)
        default:
            guard let wanted = CivilDay.weekdays.firstIndex(of: word) else { return nil }
            return .day(today - (CivilDay.weekday(daysSinceEpoch: today) - wanted + 7) % 7)
        }
    }

    /// `3 days ago` is a day, `3 h ago` a moment.
    private func moved(_ now: Int, by seconds: Int) throws(UnreadableText) -> DateValue {
        if seconds % 86_400 == 0, let today = day(at: now) {
            let (day, overflow) = today.subtractingReportingOverflow(seconds / 86_400)
            guard !overflow, CivilDay.range.contains(day) else { throw .outsideCalendar }
            return .day(day)
        }
        let (moment, overflow) = now.subtractingReportingOverflow(seconds)
        guard !overflow, hasDate(moment) else { throw .outsideCalendar }
        return .moment(moment)
    }
}

/// The words that stand for dates.
public enum DateWords {
    public static let all: Set<String> = Set(["today", "yesterday", "tomorrow", "now"] + CivilDay.weekdays)

    /// Whether a text is a date that depends on the present: `today`, `3 days ago`.
    public static func stands(_ text: String) -> Bool {
        let word = text.lowercased()
        return all.contains(word)
            || word.hasSuffix(" ago") && (try? WrittenDuration.read(String(word.dropLast(4)))) != nil
    }
}

extension UnreadableText {
    static let outsideCalendar = UnreadableText("lies outside the years 1 to 9999")
}
