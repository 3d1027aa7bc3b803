/// A time read from text: what the clock showed, and how far east of UTC it hung, where the text says so.
public struct WireTime: Sendable, Equatable {
    public let civil: CivilTime
    /// Seconds; nil where the text names no zone.
    public let offset: Int?

    public init(civil: CivilTime, offset: Int?) {
        self.civil = civil
        self.offset = offset
    }

    /// Reads the forms the service writes: `2019-06-06 21:05[:00]`, `2018/04/01 10:08`, `2017/8/27 16:51`,
    /// `2019-06-01T08:00:00+08:00`, `20180401`, a date alone.
    public init?(_ text: String) {
        var reader = Reader(rest: Array(text.utf8)[...])
        guard let parsed = reader.time() else { return nil }
        self = parsed
    }

    /// Seconds since 1970; a text without a zone is read as `assuming` seconds east of UTC.
    public func secondsSinceEpoch(assuming offset: Int = 0) -> Int {
        civil.secondsSinceEpoch &- (self.offset ?? offset)
    }
}

extension DateForm {
    /// The wire form of a time shown by a clock `offset` seconds east of UTC.
    public func wire(_ time: CivilTime, offset: Int = 0) -> JSON {
        let (year, month, day) = (padded(time.year, 4), padded(time.month), padded(time.day))
        let (hour, minute, second) = (padded(time.hour), padded(time.minute), padded(time.second))
        switch self {
        case .slashedMinutes: return .string("\(year)/\(month)/\(day) \(hour):\(minute)")
        case .compactDay: return .string(year + month + day)
        case .unixSeconds: return JSON(time.secondsSinceEpoch &- offset)
        case .localTime: return .string("\(year)-\(month)-\(day) \(hour):\(minute):\(second)")
        case .iso8601:
            let minutes = Int(offset.magnitude / 60)
            let zone = (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
            return .string("\(year)-\(month)-\(day)T\(hour):\(minute):\(second)\(zone)")
        }
    }

    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func time() -> WireTime? {
        skip(" ")
        guard let (year, month, day) = date() else { return nil }
        var clock = (0, 0, 0)
        var offset: Int?
        if take("T") || take(" ") {
            skip(" ")
            if !rest.isEmpty {
                guard let read = clockTime() else { return nil }
                clock = read
                guard zone(&offset) else { return nil }
            }
        }
        skip(" ")
        guard rest.isEmpty,
            let civil = CivilTime(
                year: year, month: month, day: day, hour: clock.0, minute: clock.1, second: clock.2)
        else { return nil }
        return WireTime(civil: civil, offset: offset)
    }

    private mutating func date() -> (Int, Int, Int)? {
        guard let year = number(atMost: 4), String(year).utf8.count == 4 else { return nil }
        if take("-") {
            guard let month = number(atMost: 2), take("-"), let day = number(atMost: 2) else { return nil }
            return (year, month, day)
        }
        if take("/") {
            guard let month = number(atMost: 2), take("/"), let day = number(atMost: 2) else { return nil }
            return (year, month, day)
        }
        guard let month = number(atMost: 2), let day = number(atMost: 2) else { return nil }
        return (year, month, day)
    }

    private mutating func clockTime() -> (Int, Int, Int)? {
        guard let hour = number(atMost: 2), take(":"), let minute = number(atMost: 2) else { return nil }
        guard take(":") else { return (hour, minute, 0) }
        guard let second = number(atMost: 2) else { return nil }
        if take(".") { while number(atMost: 1) != nil {} }
        return (hour, minute, second)
    }

    /// Reads `Z` or `±HH[:]MM` where one follows; false where something else does.
    private mutating func zone(_ offset: inout Int?) -> Bool {
        if take("Z") {
            offset = 0
            return true
        }
        let isWest = take("-")
        guard isWest || take("+") else { return true }
        guard let hours = number(atMost: 2), hours <= 14 else { return false }
        _ = take(":")
        guard let minutes = number(atMost: 2) ?? (rest.isEmpty ? 0 : nil), minutes < 60 else { return false }
        offset = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
        return true
    }

    private mutating func number(atMost digits: Int) -> Int? {
        var value: Int?
        var taken = 0
        while taken < digits, let byte = rest.first, (0x30...0x39).contains(byte) {
            value = (value ?? 0) * 10 + Int(byte - 0x30)
            rest.removeFirst()
            taken += 1
        }
        return value
    }

    private mutating func take(_ character: Character) -> Bool {
        guard let byte = character.asciiValue, rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skip(_ character: Character) {
        while take(character) {}
    }
}
