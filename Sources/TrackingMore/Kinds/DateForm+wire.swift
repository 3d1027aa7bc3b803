public import TMSBase

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
}
