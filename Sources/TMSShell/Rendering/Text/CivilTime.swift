/// A date and time of day as a wall clock shows it.
struct CivilTime: Equatable {
    var year: Int
    var month: Int
    var day: Int
    var hour = 0
    var minute = 0

    /// From seconds since 1970 on that very clock.
    init(seconds: Int) {
        let (days, rest) = seconds.dividedFloor(by: 86_400)
        self.init(days: days)
        hour = rest / 3_600
        minute = rest % 3_600 / 60
    }

    /// From days since 1970-01-01, in the proleptic Gregorian calendar.
    init(days: Int) {
        // Years are counted from 1 March, so that the leap day is the last of its year.
        let shifted = days.addingReportingOverflow(719_468).partialValue
        let (era, dayOfEra) = shifted.dividedFloor(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// From what the API writes: `2019-06-06 21:05:00`, `2019-06-06T21:05:00+08:00`, `2019-06-06`; the zone is left
    /// aside, so this is the time at the place.
    init?(text: String) {
        let numbers = text.utf8.prefix(16).split(whereSeparator: { !(48...57).contains($0) })
            .map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
        guard numbers.count == 3 || numbers.count == 5, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else {
            return nil
        }
        year = numbers[0]
        month = numbers[1]
        day = numbers[2]
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        if numbers.count == 5 {
            hour = numbers[3]
            minute = numbers[4]
        }
        guard hour < 24, minute < 60 else { return nil }
    }

    /// Days since 1970-01-01.
    var days: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.dividedFloor(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Seconds since 1970 on this clock.
    var seconds: Int { days * 86_400 + hour * 3_600 + minute * 60 }

    /// `2026-03-05`.
    var date: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    /// `14:30`.
    var time: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// `30 Nov`, or `30 Nov 2024` when it is not the year of `reference`.
    func short(seenFrom reference: CivilTime) -> String {
        let dayText = day < 10 ? " \(day)" : "\(day)"
        let text = "\(dayText) \(Self.months[(month - 1) % 12])"
        return year == reference.year ? text : "\(text) \(year)"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Int {
    /// Quotient rounded down and a remainder that is never negative.
    fileprivate func dividedFloor(by divisor: Int) -> (Int, Int) {
        var (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder < 0 {
            quotient -= 1
            remainder += divisor
        }
        return (quotient, remainder)
    }
}

private func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
}
