/// A date as it is written: `2026-03-05`, `2026-03-05 14:30`, `2026-03-05T14:30:00.000+08:00`.
struct ISODate {
    private var day = 0
    private var secondOfDay: Int?
    /// Seconds east of UTC, where the text says so.
    private var offset: Int?

    init?(_ text: String) {
        var text = text
        let parsed: ISODate? = text.withUTF8 { bytes in
            guard bytes.count >= 10, bytes.count <= 40 else { return nil }
            var reader = DigitReader(bytes: bytes)
            var result = ISODate()
            guard result.readDay(&reader) else { return nil }
            guard reader.isAtEnd || result.readTime(&reader) else { return nil }
            return result
        }
        guard let parsed else { return nil }
        self = parsed
    }

    private init() {}

    func value(in environment: Environment) -> Value {
        guard let secondOfDay else { return .day(day) }
        let local = day * 86_400 + secondOfDay
        guard let offset else { return .instant(environment.instant(localSeconds: local)) }
        return .instant(local - offset)
    }

    private mutating func readDay(_ reader: inout DigitReader) -> Bool {
        guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
            reader.skip("-"), let dayOfMonth = reader.number(digits: 2)
        else { return false }
        let date = CalendarDay(year: year, month: month, day: dayOfMonth)
        guard date.isReal else { return false }
        day = date.daysSinceEpoch
        return true
    }

    private mutating func readTime(_ reader: inout DigitReader) -> Bool {
        guard reader.skip(" ") || reader.skip("T") || reader.skip("t") else { return false }
        guard let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
            let minute = reader.number(digits: 2), minute < 60
        else { return false }
        var second = 0
        if reader.skip(":") {
            guard let given = reader.number(digits: 2), given <= 60 else { return false }
            second = min(given, 59)
            if reader.skip(".") {
                guard reader.skipDigits() else { return false }
            }
        }
        secondOfDay = hour * 3_600 + minute * 60 + second
        return reader.isAtEnd || readZone(&reader)
    }

    private mutating func readZone(_ reader: inout DigitReader) -> Bool {
        if reader.skip("Z") || reader.skip("z") {
            offset = 0
            return reader.isAtEnd
        }
        let isWest = reader.skip("-")
        guard isWest || reader.skip("+"), let hours = reader.number(digits: 2), hours <= 18 else { return false }
        _ = reader.skip(":")
        let minutes = reader.isAtEnd ? 0 : reader.number(digits: 2)
        guard let minutes, minutes < 60, reader.isAtEnd else { return false }
        offset = (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
        return true
    }
}

/// Reads fixed groups of digits from the front of some bytes.
private struct DigitReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var number = 0
        for index in position..<position + digits {
            guard (48...57).contains(bytes[index]) else { return nil }
            number = number * 10 + Int(bytes[index] - 48)
        }
        position += digits
        return number
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == scalar.value else { return false }
        position += 1
        return true
    }

    mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        return position > start
    }
}
