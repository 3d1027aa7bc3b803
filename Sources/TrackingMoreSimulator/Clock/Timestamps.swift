import TMSBase
import TrackingMore

/// The forms in which the service writes and reads moments. Moments are seconds since 1970; one outside the calendar,
/// which no account has, is written as nothing.
enum Timestamps {
    /// Where the service stands: captures show `+08:00`.
    static let serviceOffset = 8 * 3600

    /// `2019-06-01T08:00:00+08:00`.
    static func iso8601(_ seconds: Int) -> String {
        guard let time = CivilTime(secondsSinceEpoch: seconds, offset: serviceOffset) else { return "" }
        return "\(date(time))T\(clock(time)):\(padded(time.second))+08:00"
    }

    /// `2019-06-01T00:00:00Z`.
    static func utc(_ seconds: Int) -> String {
        guard let time = CivilTime(secondsSinceEpoch: seconds) else { return "" }
        return "\(date(time))T\(clock(time)):\(padded(time.second))Z"
    }

    /// `Sat, 01 Jun 2019 00:00:00 GMT`, as a `Date` header has it.
    static func header(_ seconds: Int) -> String {
        guard let time = CivilTime(secondsSinceEpoch: seconds) else { return "" }
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let weekday = weekdays[CivilDay.weekday(daysSinceEpoch: time.date.daysSinceEpoch)]
        let day = "\(padded(time.day)) \(time.monthAbbreviation) \(time.year)"
        return "\(weekday), \(day) \(clock(time)):\(padded(time.second)) GMT"
    }

    /// `2019-06-06 21:05:00`, or without its seconds, at a place so many seconds east of Greenwich.
    static func local(_ seconds: Int, offset: Int, withSeconds: Bool) -> String {
        guard let time = CivilTime(secondsSinceEpoch: seconds, offset: offset) else { return "" }
        let minutes = "\(date(time)) \(clock(time))"
        return withSeconds ? "\(minutes):\(padded(time.second))" : minutes
    }

    /// When an order was placed, from the text it was submitted with.
    static func order(_ text: String) -> Int? {
        WrittenDate(text)?.secondsSinceEpoch(assuming: serviceOffset)
    }

    /// `2018/4/1 10:08` as answers repeat it: `2018-04-01 10:08`. What cannot be read is repeated as it came.
    static func order(repeating text: String) -> String {
        order(text).map { local($0, offset: serviceOffset, withSeconds: false) } ?? text
    }

    private static func date(_ time: CivilTime) -> String {
        time.date.text
    }

    private static func clock(_ time: CivilTime) -> String { "\(padded(time.hour)):\(padded(time.minute))" }
}

/// Whole days in so many seconds, a day begun counted as one.
func daysBegun(_ seconds: Int) -> Int { seconds <= 0 ? 0 : (seconds + 86399) / 86400 }
