/// Lengths of time as people write them, in seconds.
public enum WrittenDuration {
    /// Reads `14 days`, `1.5 h`, `36h`, `-90 min`, and what `text(of:)` writes: `4 days 14 h 24 min`.
    /// - Parameter usual: the unit of a number that stands alone; without one that is refused.
    public static func read(_ text: String, usual: DurationUnit? = nil) throws(UnreadableText) -> Int {
        var rest = text[...]
        trimBlanks(&rest)
        let isNegative = rest.first == "-"
        var total = 0
        var lastUnit: DurationUnit?
        repeat {
            let amount = try number(&rest, mayBeNegative: lastUnit == nil)
            let unit = try unit(&rest, after: amount, usual: lastUnit == nil ? usual : nil)
            // Parts come from the large to the small, each once.
            if let lastUnit, unit.seconds >= lastUnit.seconds { throw .notADuration }
            let seconds = try seconds(amount, unit)
            // The minus of the first part is that of all.
            let isTakenOff = isNegative && lastUnit != nil
            let (sum, overflow) =
                isTakenOff ? total.subtractingReportingOverflow(seconds) : total.addingReportingOverflow(seconds)
            guard !overflow else { throw .durationTooLong }
            total = sum
            lastUnit = unit
        } while !rest.isEmpty
        return total
    }

    /// In the largest unit that leaves nothing over: `14 days`, `36 h`, `90 min`, `45 s`; none is `0 days`. From two days
    /// on in several: `4 days 14 h 24 min`. `read` gives the same seconds back.
    public static func text(of seconds: Int) -> String {
        if seconds % 86_400 == 0 { return days(seconds / 86_400) }
        if seconds.magnitude >= 48 * 3_600, seconds % 60 == 0 {
            let rest = seconds.magnitude / 60 % 1_440
            let hours = rest / 60 > 0 ? " \(rest / 60) h" : ""
            let minutes = rest % 60 > 0 ? " \(rest % 60) min" : ""
            return days(seconds / 86_400) + hours + minutes
        }
        if seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
        if seconds % 60 == 0 { return "\(seconds / 60) min" }
        return "\(seconds) s"
    }

    /// The number of days that stands for a duration in files: `6`, `0.5`; nil for one so long that its seconds would
    /// not come back, which is written out.
    public static func days(of seconds: Int) -> String? {
        if seconds % 86_400 == 0 { return String(seconds / 86_400) }
        let days = Double(seconds) / 86_400
        return (days * 86_400).rounded() == Double(seconds) && seconds.magnitude < 1 << 50
            ? Numeral.text(of: days) : nil
    }

    /// Reads what stands for a duration in a file: a number of days, or what `read` does.
    public static func readDays(_ text: String) throws(UnreadableText) -> Int {
        if let number = Numeral(reading: text) { return try seconds(number, .days) }
        return try read(text)
    }

    private static func days(_ count: Int) -> String { count.magnitude == 1 ? "\(count) day" : "\(count) days" }

    private static func number(_ rest: inout Substring, mayBeNegative: Bool) throws(UnreadableText) -> Numeral {
        let sign = mayBeNegative ? rest.prefix { $0 == "-" } : ""
        let digits = rest.dropFirst(sign.count).prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let amount = Numeral(reading: String(sign + digits)) else { throw .notADuration }
        rest = rest.dropFirst(sign.count + digits.count)
        trimBlanks(&rest)
        return amount
    }

    private static func unit(
        _ rest: inout Substring, after amount: Numeral, usual: DurationUnit?
    ) throws(UnreadableText) -> DurationUnit {
        let word = String(rest.prefix { $0.isLetter })
        rest = rest.dropFirst(word.count)
        trimBlanks(&rest)
        if word.isEmpty {
            if let usual, rest.isEmpty { return usual }
            guard rest.isEmpty else { throw .notADuration }
            throw UnreadableText("lacks its unit", remedy: "write \(amount.text) days")
        }
        if let unit = DurationUnit(written: word) { return unit }
        guard DurationUnit.inexactWords.contains(word.lowercased()) else { throw .notADuration }
        let remedy =
            word.lowercased() == "m"
            ? "write min for minutes" : "months and years differ in length: count days or weeks"
        throw UnreadableText("has a unit without one length", remedy: remedy)
    }

    /// The seconds of an amount that is written with its unit: `1.5 min` is 90, and `0.05 s` is refused.
    public static func seconds(_ amount: Numeral, _ unit: DurationUnit) throws(UnreadableText) -> Int {
        switch amount {
        case .integer(let number):
            let (seconds, overflow) = number.multipliedReportingOverflow(by: unit.seconds)
            guard !overflow else { throw .durationTooLong }
            return seconds
        case .decimal(let number):
            let product = number * Double(unit.seconds)
            guard let seconds = Int(exactly: product.rounded()) else { throw .durationTooLong }
            // A decimal has no exact tenths: 0.1 min is 6 s all the same.
            guard (product - product.rounded()).magnitude < 1e-6 else { throw .notWholeSeconds }
            return seconds
        }
    }

    private static func trimBlanks(_ text: inout Substring) { text = text.drop { $0 == " " } }
}

extension UnreadableText {
    static let notADuration = UnreadableText("is not a duration", remedy: "write it as 14 days, 36 h or 90 min")
    /// A duration that has a part of a second.
    public static let notWholeSeconds = UnreadableText(
        "is not a whole number of seconds", remedy: "the shortest duration is 1 s")
    static let durationTooLong = UnreadableText("is too long for a duration")
}
