/// A number as arithmetic sees it.
enum Numeral {
    case integer(Int)
    case decimal(Double)

    var double: Double {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        }
    }

    var value: Value {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        }
    }

    func isLess(than other: Numeral) -> Bool {
        if case .integer(let left) = self, case .integer(let right) = other { return left < right }
        return double < other.double
    }

    func isEqual(to other: Numeral) -> Bool {
        if case .integer(let left) = self, case .integer(let right) = other { return left == right }
        return double == other.double
    }
}

extension Value {
    /// The number it is, or that its text reads as: `-?digits[.digits]`.
    var numeral: Numeral? {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .text(let text): Numeral(reading: text.string)
        default: nil
        }
    }

    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }
}

extension Numeral {
    /// Digits, perhaps with a minus before and a fraction behind; `nil` for anything else.
    init?(reading string: String) {
        var string = string
        guard let shape = string.withUTF8(NumeralShape.init) else { return nil }
        if !shape.hasFraction, let integer = Int(string) {
            self = .integer(integer)
        } else if let decimal = Double(string), decimal.isFinite {
            self = .decimal(decimal)
        } else {
            return nil
        }
    }
}

private struct NumeralShape {
    var hasFraction = false

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        guard position > start else { return nil }
        guard position < bytes.count else { return }
        guard bytes[position] == UInt8(ascii: "."), position + 1 < bytes.count else { return nil }
        hasFraction = true
        for index in position + 1..<bytes.count where !(48...57).contains(bytes[index]) { return nil }
    }
}
