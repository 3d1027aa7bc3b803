/// Reads one date from the bytes of a text. Most texts that are no dates are told from their first bytes.
struct DateReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let order: WrittenDate.Order?
    /// Whether somebody will read why a text is no date.
    private let explains: Bool
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ order: WrittenDate.Order?, explains: Bool) {
        self.bytes = bytes
        self.order = order
        self.explains = explains
    }

    mutating func date() -> Result<WrittenDate, UnreadableText> {
        skipBlanks()
        guard bytes.count - position >= 5, bytes.count <= 80, let first = peek, first.isDigit || first.isLetter else {
            return .failure(.notADate)
        }
        guard first.isDigit || startsWithDateWord else { return .failure(.notADate) }
        guard let parts = first.isDigit ? digitsFirst() : wordFirst() else {
            return .failure(explains ? lookalike ?? .notADate : .notADate)
        }
        guard case .success(let time) = clock() else { return .failure(.notADate) }
        skipBlanks()
        guard position == bytes.count else { return .failure(.notADate) }
        if let time, time.second == nil {
            return .failure(UnreadableText("is not a date: there is no such time of day"))
        }
        return day(parts).map { WrittenDate(day: $0, secondOfDay: time?.second, offset: time?.offset) }
    }

    // MARK: - The day

    /// The numbers of a date in the order in which they stand, or as the text itself says which is which.
    private enum Parts {
        case known(year: Int, month: Int, day: Int)
        /// With `/` or `-` between, which says nothing of the order.
        case slashed(Int, Int, year: Int)
    }

    private func day(_ parts: Parts) -> Result<CivilDay, UnreadableText> {
        switch parts {
        case .known(let year, let month, let day): return real(year, month, day)
        case .slashed(let first, let second, let year):
            switch order {
            case .dayFirst: return real(year, second, first)
            case .monthFirst: return real(year, first, second)
            case nil: break
            }
            let readings = [
                CivilDay(year: year, month: first, day: second), CivilDay(year: year, month: second, day: first),
            ].compactMap { $0 }
            guard let one = readings.first else { return real(year, second, first) }
            guard let other = readings.last, other != one else { return .success(one) }
            return .failure(
                UnreadableText(
                    "can be read as \(one.spokenText) or \(other.spokenText)",
                    remedy: "write it as \(one.text) or \(other.text)", readings: [one.text, other.text]))
        }
    }

    private func real(_ year: Int, _ month: Int, _ day: Int) -> Result<CivilDay, UnreadableText> {
        if let date = CivilDay(year: year, month: month, day: day) { return .success(date) }
        guard (1...12).contains(month), (1...31).contains(day) else {
            let part = (1...12).contains(month) ? "day \(day)" : "month \(month)"
            return .failure(UnreadableText("is not a date: there is no \(part)"))
        }
        return .failure(UnreadableText("is not a date: there is no \(day) \(CivilDay.months[month - 1]) \(year)"))
    }

    /// `2026-03-05`, `20260305`, `05.03.2026`, `25/03/2026`, `25-03-2026`, `5 March 2026`.
    private mutating func digitsFirst() -> Parts? {
        guard let (first, width) = digits() else { return nil }
        if width == 8 { return .known(year: first / 10_000, month: first / 100 % 100, day: first % 100) }
        if width == 4 {
            guard let separator = peek, [0x2D, 0x2F, 0x2E].contains(separator) else { return nil }
            position += 1
            guard let (month, wide) = digits(), wide <= 2, take(separator), let (day, wider) = digits(), wider <= 2
            else { return nil }
            return .known(year: first, month: month, day: day)
        }
        guard width <= 2 else { return nil }
        if take(0x2E), let (month, wide) = digits(), wide <= 2, take(0x2E), let (year, wider) = digits(), wider == 4 {
            return .known(year: year, month: month, day: first)
        }
        let mark = position
        if let separator = peek, separator == 0x2F || separator == 0x2D {
            position += 1
            if let (second, wide) = digits() {
                guard wide <= 2, take(separator), let (year, wider) = digits(), wider == 4 else { return nil }
                return .slashed(first, second, year: year)
            }
            guard separator == 0x2D else { return nil }
            position = mark
        }
        // `5 March 2026`, `5. March 2026`, `5-Mar-2026`, `5th March 2026`
        if let end = word(), !["st", "nd", "rd", "th"].contains(end) { position -= end.utf8.count }
        skipSeparators()
        guard let month = month() else { return nil }
        skipSeparators()
        guard let (year, wide) = digits(), wide == 4 else { return nil }
        return .known(year: year, month: month, day: first)
    }

    /// `March 5, 2026`, `Thu, 5 Mar 2026`.
    private mutating func wordFirst() -> Parts? {
        let start = position
        if let weekday = word(), DateReader.isAbbreviation(weekday, of: CivilDay.weekdays) {
            skipSeparators()
            guard let next = peek else { return nil }
            return next.isDigit ? digitsFirst() : monthFirst()
        }
        position = start
        return monthFirst()
    }

    private mutating func monthFirst() -> Parts? {
        guard let month = month() else { return nil }
        skipSeparators()
        guard let (day, width) = digits(), width <= 2 else { return nil }
        if let end = word(), !["st", "nd", "rd", "th"].contains(end) { return nil }
        skipSeparators()
        guard let (year, wide) = digits(), wide == 4 else { return nil }
        return .known(year: year, month: month, day: day)
    }

    private mutating func month() -> Int? {
        guard let word = word() else { return nil }
        return DateReader.months.firstIndex {
            $0 == word || word == $0.prefix(3) || word == "sept" && $0 == "september"
        }
        .map { $0 + 1 }
    }

    /// Whether three letters stand here with which a month or a weekday begins; most words are none.
    private var startsWithDateWord: Bool {
        guard bytes.count - position >= 3 else { return false }
        let letters = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[position + $1] | 0x20) }
        return DateReader.beginnings.contains(letters)
    }

    private static let beginnings = Set(
        (CivilDay.months + CivilDay.weekdays).map { name in
            name.utf8.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
        })

    private static let months = CivilDay.months.map { $0.lowercased() }

    private static func isAbbreviation(_ word: String, of names: [String]) -> Bool {
        word.utf8.count >= 3 && names.contains { $0.hasPrefix(word) }
    }

    // MARK: - The time

    /// A time of day, or none; its `second` is nil where there is no such time. Fails on anything else.
    private mutating func clock() -> Result<(second: Int?, offset: Int?)?, UnreadableText> {
        let start = position
        if take(0x2C) { skipBlanks() }
        skipBlanks()
        let isGlued = position == start
        if position == bytes.count { return .success(nil) }
        if take(0x54) || take(0x74) { skipBlanks() } else if isGlued { return .failure(.notADate) }
        guard let (given, width) = digits(), width <= 2, take(0x3A), let (minute, wide) = digits(), wide == 2 else {
            return .failure(.notADate)
        }
        var second = 0
        if take(0x3A) {
            guard let (read, wide) = digits(), wide == 2 else { return .failure(.notADate) }
            second = read
            if take(0x2E) || take(0x2C) {
                guard digits(upTo: 12) != nil else { return .failure(.notADate) }
            }
        }
        var hour = given
        var isReal = given < 24
        let beforeHalf = position
        skipBlanks()
        switch word() {
        case "am"?:
            isReal = (1...12).contains(given)
            hour = given % 12
        case "pm"?:
            isReal = (1...12).contains(given)
            hour = given % 12 + 12
        default: position = beforeHalf
        }
        guard case .success(let offset) = zone() else { return .failure(.notADate) }
        // A leap second counts as the one before it.
        guard isReal, minute < 60, second <= 60 else { return .success((nil, offset)) }
        return .success((hour * 3_600 + minute * 60 + min(second, 59), offset))
    }

    /// `Z`, `UTC`, `GMT`, `+08`, `+08:00`, `-0500`, each perhaps after a blank; nil where none follows.
    private mutating func zone() -> Result<Int?, UnreadableText> {
        skipBlanks()
        if position == bytes.count { return .success(nil) }
        if let name = word() {
            return ["z", "utc", "gmt"].contains(name) && (name == "z" || position == bytes.count)
                ? .success(0) : .failure(.notADate)
        }
        let isWest = take(0x2D)
        guard isWest || take(0x2B), let (given, width) = digits() else { return .failure(.notADate) }
        var hours = given
        var minutes = 0
        switch width {
        case 2 where take(0x3A):
            guard let (read, wide) = digits(), wide == 2 else { return .failure(.notADate) }
            minutes = read
        case 1, 2: break
        case 4: (hours, minutes) = (given / 100, given % 100)
        default: return .failure(.notADate)
        }
        guard hours <= 18, minutes < 60 else { return .failure(.notADate) }
        return .success((isWest ? -1 : 1) * (hours * 3_600 + minutes * 60))
    }

    // MARK: - Numbers that stand for dates elsewhere

    /// Seconds since 1970 and the day numbers of spreadsheets, told by their size; they are not read unasked.
    private var lookalike: UnreadableText? {
        guard let number = Numeral(reading: String(decoding: bytes, as: UTF8.self)) else { return nil }
        switch number {
        case .integer(let seconds) where (100_000_000..<10_000_000_000).contains(seconds):
            guard let time = CivilTime(secondsSinceEpoch: seconds) else { return nil }
            return UnreadableText(
                "is not a date; it looks like seconds since 1970: \(time.text) UTC",
                remedy: "a number without quotes is read so: date(\(seconds))")
        case .integer(let thousandths) where (100_000_000_000..<10_000_000_000_000).contains(thousandths):
            guard let time = CivilTime(secondsSinceEpoch: thousandths / 1_000) else { return nil }
            return UnreadableText(
                "is not a date; it looks like milliseconds since 1970: \(time.text) UTC",
                remedy: "seconds are read so: date(\(thousandths / 1_000))")
        default:
            guard number.double >= 20_000, number.double < 80_000,
                let time = WrittenDate.spreadsheet(day: number.double)
            else { return nil }
            return UnreadableText(
                "is not a date; it looks like the day number of a spreadsheet: \(time.text)",
                remedy: "count from the spreadsheet's first day: 1899-12-30 + \(number.text) * 1 day")
        }
    }

    // MARK: - Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// A run of digits and how many there are; nil where none stands here or it is too long.
    private mutating func digits(upTo most: Int = 8) -> (number: Int, width: Int)? {
        var number = 0
        let start = position
        while let byte = peek, byte.isDigit {
            guard position - start < most else { return nil }
            number = number * 10 + Int(byte - 0x30)
            position += 1
        }
        return position > start ? (number, position - start) : nil
    }

    /// A run of ASCII letters in small ones.
    private mutating func word() -> String? {
        let start = position
        while let byte = peek, byte.isLetter { position += 1 }
        guard position > start, position - start <= 12 else {
            position = start
            return nil
        }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() { while take(0x20) {} }

    /// Blanks, and what people write between the words of a date: `,` `.` `-`.
    private mutating func skipSeparators() {
        while take(0x20) || take(0x2C) || take(0x2E) || take(0x2D) {}
    }
}

extension WrittenDate {
    /// The moment of a spreadsheet's day number, which counts from 1899-12-30, to the second; nil outside its calendar.
    public static func spreadsheet(day number: Double) -> CivilTime? {
        guard number >= 1, number < 2_958_466 else { return nil }
        let seconds = Int((number * 86_400).rounded())
        return CivilTime(secondsSinceEpoch: seconds - 25_569 * 86_400)
    }
}

extension UnreadableText {
    static let notADate = UnreadableText("is not a date", remedy: "write it as 2026-03-05 or 2026-03-05 14:30")
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
