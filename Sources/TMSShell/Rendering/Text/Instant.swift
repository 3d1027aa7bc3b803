import TMSRuntime

/// Points in time as the API writes them.
enum Instant {
    /// Seconds since 1970 of `2019-06-01T08:00:00+08:00`, of an instant, or `nil`.
    static func read(_ value: Value) -> Int? {
        switch value {
        case .instant(let seconds): return seconds
        case .text(let text): return read(text.string)
        default: return nil
        }
    }

    private static func read(_ text: String) -> Int? {
        guard let civil = CivilTime(text: text) else { return nil }
        return civil.seconds - offset(String(text.dropFirst(16)))
    }

    /// Of `:00+08:00`, `Z` or nothing.
    private static func offset(_ tail: String) -> Int {
        guard let sign = tail.firstIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
        let numbers = tail[tail.index(after: sign)...].split(separator: ":").compactMap { Int($0) }
        guard let hours = numbers.first, (0...23).contains(hours) else { return 0 }
        let minutes = numbers.count > 1 ? numbers[1] : 0
        guard (0...59).contains(minutes) else { return 0 }
        return (tail[sign] == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
