/// A date and a time of day as a calendar and a clock on the wall show them, without a zone. Years 1 to 9999.
public struct CivilTime: Sendable, Equatable, Hashable {
    public let date: CivilDay
    public let hour: Int
    public let minute: Int
    public let second: Int

    public var year: Int { date.year }
    public var month: Int { date.month }
    public var day: Int { date.day }

    /// Nil where the calendar has no such day or the clock no such time. A leap second is allowed.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard let date = CivilDay(year: year, month: month, day: day), (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        self.init(date, hour, minute, second)
    }

    /// What a clock shows at that moment, `offset` seconds east of UTC; nil where its date lies outside the years 1 to
    /// 9999.
    public init?(secondsSinceEpoch: Int, offset: Int = 0) {
        let (local, overflow) = secondsSinceEpoch.addingReportingOverflow(offset)
        let days = floorDivide(local, 86_400)
        guard !overflow, let date = CivilDay(daysSinceEpoch: days) else { return nil }
        let rest = local - days * 86_400
        self.init(date, rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// Midnight.
    public init(_ date: CivilDay) { self.init(date, 0, 0, 0) }

    private init(_ date: CivilDay, _ hour: Int, _ minute: Int, _ second: Int) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Seconds since 1970 on a clock that shows UTC.
    public var secondsSinceEpoch: Int { date.daysSinceEpoch * 86_400 + secondOfDay }

    public var secondOfDay: Int { hour * 3600 + minute * 60 + second }

    /// `Mar`.
    public var monthAbbreviation: String { String(CivilDay.months[month - 1].prefix(3)) }

    /// `2026-03-05 14:30`, with seconds where there are any.
    public var text: String {
        let clock = "\(date.text) \(padded(hour, 2)):\(padded(minute, 2))"
        return second == 0 ? clock : "\(clock):\(padded(second, 2))"
    }
}

extension CivilTime: Comparable {
    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}
