/// A number: a 64-bit integer, or a decimal.
@frozen public enum Numeral: Sendable, Equatable {
    case integer(Int)
    case decimal(Double)

    @inlinable
    public var double: Double {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        }
    }

    /// As it is printed, so that reading gives the same number back: never with an exponent, whole ones without `.0`.
    public var text: String {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let number): Numeral.text(of: number)
        }
    }

    @inlinable
    public func isLess(than other: Numeral) -> Bool { order(other) < 0 }

    @inlinable
    public func isEqual(to other: Numeral) -> Bool { order(other) == 0 }

    /// Negative, zero or positive; exact also where an integer has more digits than a decimal can hold.
    @inlinable
    public func order(_ other: Numeral) -> Int {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right ? -1 : left > right ? 1 : 0
        case (.decimal(let left), .decimal(let right)): left < right ? -1 : left > right ? 1 : 0
        case (.integer(let left), .decimal(let right)): Numeral.order(left, right)
        case (.decimal(let left), .integer(let right)): -Numeral.order(right, left)
        }
    }

    @usableFromInline
    static func order(_ left: Int, _ right: Double) -> Int {
        // The floor of a decimal within the integers fits one exactly.
        guard let floor = Int(exactly: right.rounded(.down)) else { return right > 0 ? -1 : 1 }
        if left != floor { return left < floor ? -1 : 1 }
        return right > right.rounded(.down) ? -1 : 0
    }
}

extension Numeral {
    /// Digits, perhaps with a minus before and a fraction behind, where the number prints back as what was written: no
    /// leading zeros, no more digits than a number can hold. Only zeros at the end of a fraction may be lost. Nil for
    /// anything else: `0012345678905`, `9400110200881234567896`, `1e5`, `12 kg`.
    public init?(reading string: String) {
        var string = string
        guard let shape = string.withUTF8(NumeralShape.init), !shape.hasLeadingZero else { return nil }
        if !shape.hasFraction, let integer = Int(string) {
            self = .integer(integer)
            return
        }
        guard let decimal = Double(string), decimal.isFinite else { return nil }
        // Fifteen digits always come back; with more, printing tells.
        guard shape.digits <= 15 || NumeralShape.isSame(string, Numeral.text(of: decimal)) else { return nil }
        self = .decimal(decimal)
    }

    /// A number that can be calculated with. Beyond the integers a decimal skips whole numbers, also where it happens to
    /// hit the one that is written.
    public init?(exact string: String) {
        guard let numeral = Numeral(reading: string), abs(numeral.double) <= 0x1p63 else { return nil }
        if case .decimal(let decimal) = numeral, abs(decimal) == 0x1p63 { return nil }
        self = numeral
    }

    /// Reads a number.
    /// - Throws: whether the text is something else, or a number that would not print back.
    public static func read(_ text: String) throws(UnreadableText) -> Numeral {
        if let numeral = Numeral(exact: text) { return numeral }
        var copy = text
        guard let shape = copy.withUTF8(NumeralShape.init) else { throw UnreadableText("is not a number") }
        if shape.hasLeadingZero {
            throw UnreadableText(
                "is not a number: its leading zero would be lost",
                remedy: "keep it as text, or write it without the zero")
        }
        throw UnreadableText(
            "is not a number: as one it would lose digits",
            remedy: "keep it as text; an identifier is not calculated with")
    }

    /// A decimal in digits, without an exponent: `0.0000001`, `12.5`, `1250`.
    public static func text(of number: Double) -> String {
        if number.rounded() == number, abs(number) < 1e15 { return String(Int(number)) }
        let short = "\(number)"
        guard let mark = short.firstIndex(of: "e"), let exponent = Int(short[short.index(after: mark)...]) else {
            return short.hasSuffix(".0") ? String(short.dropLast(2)) : short
        }
        return expanded(short[..<mark], by: exponent)
    }

    /// `1.25` and 7 make `12500000`, `1.25` and -3 make `0.00125`.
    private static func expanded(_ significand: Substring, by exponent: Int) -> String {
        let sign = significand.hasPrefix("-") ? "-" : ""
        var digits = significand.filter(\.isNumber)
        if significand.hasSuffix(".0") { digits.removeLast() }
        let places = digits.utf8.count - 1 - exponent
        if exponent < 0 { return "\(sign)0." + String(repeating: "0", count: -exponent - 1) + digits }
        if places <= 0 { return sign + digits + String(repeating: "0", count: -places) }
        return sign + digits.dropLast(places) + "." + digits.suffix(places)
    }
}

/// What the characters of a number say of it before it is read.
private struct NumeralShape {
    var hasFraction = false
    /// A zero before another digit of the whole part.
    var hasLeadingZero = false
    var digits = 0

    /// Nil where it is not `-?digits[.digits]`.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        guard position > start else { return nil }
        hasLeadingZero = bytes[start] == 48 && position - start > 1
        digits = position - start
        guard position < bytes.count else { return }
        guard bytes[position] == UInt8(ascii: "."), position + 1 < bytes.count else { return nil }
        hasFraction = true
        for index in position + 1..<bytes.count where !(48...57).contains(bytes[index]) { return nil }
        digits += bytes.count - position - 1
    }

    /// Whether two numbers are written alike but for zeros at the end of a fraction.
    static func isSame(_ left: String, _ right: String) -> Bool { trimmed(left) == trimmed(right) }

    private static func trimmed(_ text: String) -> Substring {
        var rest = text[...]
        guard rest.utf8.contains(UInt8(ascii: ".")) else { return rest }
        while rest.utf8.last == UInt8(ascii: "0") { rest = rest.dropLast() }
        return rest.utf8.last == UInt8(ascii: ".") ? rest.dropLast() : rest
    }
}
