import TrackingMore

/// The forms in which the service writes and reads moments. Moments are seconds since 1970.
enum Timestamps {
    /// Where the service stands: captures show `+08:00`.
    static let serviceOffset = 8 * 3600

    /// `2019-06-01T08:00:00+08:00`.
    static func iso8601(_ seconds: Int) -> String {
        let time = CivilTime(secondsSinceEpoch: seconds, offset: serviceOffset)
        return "\(date(time))T\(clock(time)):\(padded(time.second))+08:00"
    }

    /// `2019-06-06 21:05:00`, or without its seconds, at a place so many seconds east of Greenwich.
    static func local(_ seconds: Int, offset: Int, withSeconds: Bool) -> String {
        let time = CivilTime(secondsSinceEpoch: seconds, offset: offset)
        let minutes = "\(date(time)) \(clock(time))"
        return withSeconds ? "\(minutes):\(padded(time.second))" : minutes
    }

    /// When an order was placed, from the text it was submitted with.
    static func order(_ text: String) -> Int? {
        WireTime(text)?.secondsSinceEpoch(assuming: serviceOffset)
    }

    /// `2018/4/1 10:08` as answers repeat it: `2018-04-01 10:08`. What cannot be read is repeated as it came.
    static func order(repeating text: String) -> String {
        order(text).map { local($0, offset: serviceOffset, withSeconds: false) } ?? text
    }

    private static func date(_ time: CivilTime) -> String {
        "\(time.year)-\(padded(time.month))-\(padded(time.day))"
    }

    private static func clock(_ time: CivilTime) -> String { "\(padded(time.hour)):\(padded(time.minute))" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// Whole days in so many seconds, a day begun counted as one.
func daysBegun(_ seconds: Int) -> Int { seconds <= 0 ? 0 : (seconds + 86399) / 86400 }
