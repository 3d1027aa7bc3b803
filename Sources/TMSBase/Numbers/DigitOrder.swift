/// The order of numbers by the characters they are written with, exact however many digits they have. Nothing is
/// converted: `9400110200881234567896` lies before `9400110200881234567897`, and `007` lies where 7 does.
public enum DigitOrder {
    /// Negative, zero or positive; nil unless both are `-?digits[.digits]`.
    public static func order(_ left: String, _ right: String) -> Int? {
        guard let a = Digits(left), let b = Digits(right) else { return nil }
        if a.isNegative != b.isNegative { return a.isNegative ? -1 : 1 }
        return a.isNegative ? -a.magnitudeOrder(b) : a.magnitudeOrder(b)
    }

    /// Whether a text is written as a number is, whether or not it would print back.
    public static func isNumber(_ text: String) -> Bool { Digits(text) != nil }
}

/// A number without the zeros that mean nothing.
private struct Digits {
    let isNegative: Bool
    private let whole: Substring.UTF8View
    private let fraction: Substring.UTF8View

    init?(_ text: String) {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let bytes = unsigned.utf8
        let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        let whole = bytes[..<point]
        let fraction = point == bytes.endIndex ? bytes[point...] : bytes[bytes.index(after: point)...]
        guard !whole.isEmpty, whole.allSatisfy(\.isDigit), fraction.allSatisfy(\.isDigit),
            point == bytes.endIndex || !fraction.isEmpty
        else { return nil }
        self.whole = whole.drop { $0 == UInt8(ascii: "0") }
        var end = fraction
        while end.last == UInt8(ascii: "0") { end = end.dropLast() }
        self.fraction = end
        isNegative = text.hasPrefix("-") && !(self.whole.isEmpty && end.isEmpty)
    }

    func magnitudeOrder(_ other: Digits) -> Int {
        if whole.count != other.whole.count { return whole.count < other.whole.count ? -1 : 1 }
        if !whole.elementsEqual(other.whole) { return whole.lexicographicallyPrecedes(other.whole) ? -1 : 1 }
        if fraction.elementsEqual(other.fraction) { return 0 }
        return fraction.lexicographicallyPrecedes(other.fraction) ? -1 : 1
    }
}
