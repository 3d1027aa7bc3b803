import TMSBase

extension Literals {
    enum DateVerdict: Equatable {
        /// A day, or a day with its time in the same word.
        case day, dayAndTime
        /// Shaped like a date, but there is no such day or hour.
        case impossible
    }

    /// Reads `2026-03-05` and `2026-03-05T14:30:00+08:00`; `nil` when the word is nothing like a date.
    static func isoDate(_ word: String) -> DateVerdict? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes[0..<4]),
            let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        let isDay = CivilDay(year: year, month: month, day: day) != nil
        if bytes.count == 10 { return isDay ? .day : .impossible }
        guard bytes[10] == 0x54 || bytes[10] == 0x74 else { return nil }
        guard let time = zonedTime(bytes[11...]) else { return nil }
        return isDay && time ? .dayAndTime : .impossible
    }

    /// Whether the word is a time of day, `14:30` or `14:30:05`; `nil` when it is nothing like one.
    static func time(_ word: String) -> Bool? { time(Array(word.utf8)[...]) }

    /// The ISO forms that `03/04/2026` or `3.4.2026` may mean, as month-first and day-first.
    static func ambiguousDate(_ word: String) -> [(iso: String, reading: String)]? {
        let separator: Character = word.contains("/") ? "/" : "."
        let parts = word.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
            (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
            let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        var readings: [(String, String)] = []
        for (month, day) in first == second ? [(first, second)] : [(first, second), (second, first)] {
            guard let date = CivilDay(year: year, month: month, day: day) else { continue }
            readings.append((date.text, date.spokenText))
        }
        return readings
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func time(_ bytes: ArraySlice<UInt8>) -> Bool? {
        var parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return nil }
        if parts.count == 3, let dot = parts[2].firstIndex(of: 0x2E) {
            guard number(parts[2][(dot + 1)...]) != nil else { return nil }
            parts[2] = parts[2][..<dot]
        }
        guard parts.dropFirst().allSatisfy({ $0.count == 2 }), (1...2).contains(parts[0].count) else { return nil }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count else { return nil }
        return numbers[0] < 24 && numbers.dropFirst().allSatisfy { $0 < 60 }
    }

    private static func zonedTime(_ bytes: ArraySlice<UInt8>) -> Bool? {
        if bytes.last == 0x5A || bytes.last == 0x7A { return time(bytes.dropLast()) }
        guard let sign = bytes.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }) else { return time(bytes) }
        let zone = bytes[(sign + 1)...]
        let isZone = zone.count == 4 ? number(zone) != nil : time(zone) == true
        guard isZone else { return nil }
        return time(bytes[..<sign])
    }
}
