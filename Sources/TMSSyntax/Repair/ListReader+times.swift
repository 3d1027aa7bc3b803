import TMSBase

// Times as people write them, and as a range of dates is written.
extension ListReader {
    /// `over 14 days`, `older than 2m`, `in 2026-11`, `this week`.
    mutating func readRange() -> String? {
        let start = position
        if let range = range() { return range }
        position = start
        return nil
    }

    private mutating func range() -> String? {
        _ = takeAny(["is", "=", "=="])
        if takeAny(["over", "older than", "more than", "longer than", "longer ago than", "at least"]) {
            guard let duration = readDuration() else { return nil }
            _ = take("ago")
            return "before \(duration) ago"
        }
        if takeAny([
            "under", "newer than", "younger than", "less than", "within the last", "within", "in the last",
            "in the past", "during the last", "the last", "the past", "past", "in last",
        ]) {
            guard let duration = readDuration() else { return nil }
            _ = take("ago")
            return "last \(duration)"
        }
        if word() == "last", word(1)?.utf8.first?.isDigit == true {
            position += 1
            return readDuration().map { "last \($0)" }
        }
        _ = takeAny(["in", "on", "at", "during", "from"])
        if take("between") {
            guard let first = day(), takeAny(["and", "to", "&"]), let last = day() else { return nil }
            return "\(first) .. \(last)"
        }
        if let calendar = readCalendar() { return calendar }
        for period in ["this week", "last week", "this month", "last month"] where take(period) {
            return spellsOutMonths ? (period == "this week" ? "since monday" : nil) : period
        }
        for relation in ["since", "before", "after"] where take(relation) {
            if word() == "the" { position += 1 }
            return day().map { "\(relation) \($0)" }
        }
        if let month = word(), let text = self.month(month) {
            position += 1
            return text
        }
        guard let first = day() else { return nil }
        guard takeAny(["..", "to", "until", "till", "-"]) else { return first }
        return day().map { "\(first) .. \($0)" }
    }

    /// `until 2026-11-05`, with the day, and `2026`; what needs the year of today is told in words.
    private mutating func readCalendar() -> String? {
        if takeAny(["until", "till", "up to"]) {
            guard let word = word(), case .day? = Literals.isoDate(word), let day = WrittenDate(word)?.day,
                let next = CivilDay(daysSinceEpoch: day.daysSinceEpoch + 1)
            else { return nil }
            position += 1
            remarks.append("\(word) itself is meant too")
            return "before \(next.text)"
        }
        guard let word = word() else { return nil }
        if word.utf8.count == 4, let year = Int(word), (1900...2100).contains(year) {
            position += 1
            return "\(word)-01-01 .. \(word)-12-31"
        }
        if CivilDay.months.contains(where: { $0.lowercased() == word }) {
            untold = "a month is written with its year, as in `2026-11`"
        } else if word == "this" || word == "last", self.word(1) == "year" {
            untold = "a year is written by its days, as in `2026-01-01 .. 2026-12-31`"
        }
        return nil
    }

    /// A day that is no length of time ago.
    mutating func namedDay() -> String? {
        guard let word = word(), Literals.dateWords.contains(word) || Literals.isoDate(word) == .day else { return nil }
        return day()
    }

    /// `5`, where a length of time is wanted.
    mutating func readDays() -> String? {
        guard let word = word(), Literals.isNumber(word), self.word(1).map(Literals.isNumber) != true else {
            return nil
        }
        position += 1
        remarks.append("a length of time has its unit")
        return "\(word) \(word == "1" ? "day" : "days")"
    }

    /// A day: `2026-03-05`, `today`, `3 days ago`.
    private mutating func day() -> String? {
        guard let word = word() else { return nil }
        if Literals.dateWords.contains(word) {
            position += 1
            return word
        }
        if case .day? = Literals.isoDate(word) {
            position += 1
            return word
        }
        let start = position
        if let duration = readDuration(), take("ago") { return "\(duration) ago" }
        position = start
        return nil
    }

    /// `2026-11`, as a month or as its two ends.
    private func month(_ word: String) -> String? {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), (1...12).contains(month)
        else { return nil }
        guard spellsOutMonths else { return word }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return "\(word)-01 .. \(word)-\(days)"
    }

    /// `14 days`, `14d`, `2 months` as days.
    mutating func readDuration() -> String? {
        guard let word = word() else { return nil }
        if let (number, unit) = Literals.gluedDuration(word) {
            position += 1
            return duration(number, unit)
        }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, ["mo", "mos", "mth", "mths"].contains(word.dropFirst(digits.count)) {
            position += 1
            return duration(String(digits), "months")
        }
        let small = [
            "one": "1", "a": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        ]
        let number = small[word] ?? word
        guard Literals.isNumber(number), let unit = self.word(1) else { return nil }
        guard let text = duration(number, unit) else { return nil }
        position += 2
        return text
    }

    private mutating func duration(_ number: String, _ unit: String) -> String? {
        if let known = Literals.unit(unit) {
            return "\(number) \(number == "1" ? known.singular : known.rawValue)"
        }
        guard DurationUnit.inexactWords.contains(unit), let count = Int(number) else { return nil }
        let length = unit.hasPrefix("y") ? 365 : 30
        let (days, overflow) = count.multipliedReportingOverflow(by: length)
        guard !overflow else { return nil }
        let name = unit == "m" ? "months, or minutes? Months are counted as 30 days; minutes are `\(number) min`" : nil
        remarks.append(name ?? "a \(length == 30 ? "month is counted as 30 days" : "year is counted as 365 days")")
        return "\(days) days"
    }
}
