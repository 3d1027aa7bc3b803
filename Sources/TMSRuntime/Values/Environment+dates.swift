extension Environment {
    /// The calendar day at an instant, in the profile's zone.
    func day(at instant: Int) -> Int {
        floorDivide(instant &+ zoneOffset(instant), 86_400)
    }

    /// The instant a day begins in the profile's zone.
    func start(ofDay day: Int) -> Int {
        instant(localSeconds: clamped(day) * 86_400)
    }

    /// The last second of a day in the profile's zone.
    func end(ofDay day: Int) -> Int {
        start(ofDay: clamped(day) + 1) - 1
    }

    /// The instant at which the clock on the wall shows `localSeconds`.
    func instant(localSeconds: Int) -> Int {
        let guess = localSeconds - zoneOffset(localSeconds)
        return localSeconds - zoneOffset(guess)
    }

    /// `2026-03-05 14:30`, with seconds where there are any.
    func text(ofInstant instant: Int) -> String {
        let local = min(max(instant, -300_000_000_000), 300_000_000_000) + zoneOffset(instant)
        let day = floorDivide(local, 86_400)
        let second = local - day * 86_400
        let clock = "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2))"
        let seconds = second % 60 == 0 ? "" : ":\(padded(second % 60, 2))"
        return "\(CalendarDay(daysSinceEpoch: day).text) \(clock)\(seconds)"
    }

    /// `today`, `yesterday`, `monday` (the latest, today included), an ISO date or an ISO date with a time.
    func date(_ text: String) -> Value? {
        let word = text.lowercased()
        let today = day(at: now())
        switch word {
        case "today": return .day(today)
        case "yesterday": return .day(today - 1)
        case "tomorrow": return .day(today + 1)
        case "now": return .instant(now())
        default: break
        }
        let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        if let wanted = weekdays.firstIndex(of: word) {
            // 1970-01-01 was a Thursday, three days after a Monday.
            let weekday = ((today + 3) % 7 + 7) % 7
            return .day(today - (weekday - wanted + 7) % 7)
        }
        return ISODate(text)?.value(in: self)
    }

    private func clamped(_ day: Int) -> Int { min(max(day, -4_000_000), 4_000_000) }
}
