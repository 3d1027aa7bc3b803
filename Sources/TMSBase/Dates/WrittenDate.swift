/// A date read from text: a day, perhaps a time of day, perhaps how far east of UTC its clock hangs.
///
/// Every spelling with one reading is read: `2026-03-05`, `2026/3/5`, `2026.03.05`, `20260305`, `05.03.2026` (dots mean
/// day first everywhere), `25/03/2026` and `25-03-2026` (there is no month 25), `5 March 2026`, `Mar 5, 2026`,
/// `Thu, 5 Mar 2026`, each with a time behind it: `14:30`, `14:30:05.250`, `2:30 PM`, and `Z`, `UTC`, `+08:00`, ` -0500`.
/// `03/04/2026` and `03-04-2026` have two and are refused, unless the order is given.
public struct WrittenDate: Sendable, Equatable {
    public let day: CivilDay
    /// Nil where the text names a day and no time.
    public let secondOfDay: Int?
    /// Seconds east of UTC, where the text says so.
    public let offset: Int?

    public init(day: CivilDay, secondOfDay: Int? = nil, offset: Int? = nil) {
        self.day = day
        self.secondOfDay = secondOfDay
        self.offset = offset
    }

    /// Which number of `03/04/2026` or `03-04-2026` is the day.
    public enum Order: Sendable { case dayFirst, monthFirst }

    /// Nil for whatever `read` refuses.
    public init?(_ text: String, order: Order? = nil) {
        var text = text
        let found: WrittenDate? = text.withUTF8 { bytes in
            var reader = DateReader(bytes, order, explains: false)
            return try? reader.date().get()
        }
        guard let found else { return nil }
        self = found
    }

    /// Seconds since 1970 of a moment that is written with its offset; nil where that is lacking.
    public var seconds: Int? {
        guard let secondOfDay, let offset else { return nil }
        return day.daysSinceEpoch * 86_400 + secondOfDay - offset
    }

    /// Reads a date.
    /// - Throws: what the text looks like instead, with its readings where it has several.
    public static func read(_ text: String, order: Order? = nil) throws(UnreadableText) -> WrittenDate {
        var text = text
        let found: Result<WrittenDate, UnreadableText> = text.withUTF8 { bytes in
            var reader = DateReader(bytes, order, explains: true)
            return reader.date()
        }
        return try found.get()
    }

    /// What a clock there showed; a day alone shows midnight.
    public var civil: CivilTime {
        // A second of a day always has a clock time.
        CivilTime(secondsSinceEpoch: day.daysSinceEpoch * 86_400 + (secondOfDay ?? 0)) ?? CivilTime(day)
    }

    /// Seconds since 1970; a text without a zone is read as `assuming` seconds east of UTC.
    public func secondsSinceEpoch(assuming offset: Int = 0) -> Int {
        day.daysSinceEpoch * 86_400 + (secondOfDay ?? 0) - (self.offset ?? offset)
    }
}
