/// One family of numbers and how it is recognised.
struct NumberShape: Sendable {
    let recognise: @Sendable (TrackingNumber) -> [NumberGuess]

    static let all: [NumberShape] = [
        s10, ups, usps, fedex, dhl, prefixed, airWaybill,
    ]
}

/// Sums that check digits are made of.
enum CheckDigit {
    static func digits(_ bytes: some Sequence<UInt8>) -> [Int]? {
        var digits: [Int] = []
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            digits.append(Int(byte - 0x30))
        }
        return digits
    }

    /// The digit that makes the sum a multiple of ten, every second digit from the right weighing three.
    static func tens(_ digits: some BidirectionalCollection<Int>) -> Int {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() { sum += index % 2 == 0 ? digit * 3 : digit }
        return (10 - sum % 10) % 10
    }

    static func weighted(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
