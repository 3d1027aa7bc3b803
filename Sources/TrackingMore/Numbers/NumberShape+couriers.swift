extension NumberShape {
    /// `1Z` and sixteen characters, the last a check digit; `T` and ten digits.
    static let ups = NumberShape { number in
        let plain = number.plain
        if plain.count == 18, plain.starts(with: Array("1Z".utf8)), let wanted = upsCheckDigit(plain[2..<17]) {
            guard plain[17] == UInt8(0x30 + wanted) else {
                return [
                    NumberGuess(
                        "ups", .possible, "1Z and sixteen characters, as UPS gives; the check digit does not fit",
                        advice: "the check digit of \(number.text) should be \(wanted)")
                ]
            }
            return [NumberGuess("ups", .certain, "1Z and sixteen characters, as UPS gives; the check digit fits")]
        }
        if plain.count == 11, plain[0] == UInt8(ascii: "T"), CheckDigit.digits(plain.dropFirst()) != nil {
            return [NumberGuess("ups", .possible, "T and ten digits, as UPS gives")]
        }
        return []
    }

    /// Twenty or twenty-two digits, also behind 420 and the postcode.
    static let usps = NumberShape { number in
        var plain = number.plain[...]
        if plain.count == 30 || plain.count == 34, plain.starts(with: Array("420".utf8)) {
            plain = plain.suffix(22)
        }
        guard plain.count == 20 || plain.count == 22, let digits = CheckDigit.digits(plain), let last = digits.last
        else {
            return []
        }
        let fits = CheckDigit.tens(digits.dropLast()) == last
        let start = digits[0] * 10 + digits[1]
        if plain.count == 22, (92...95).contains(start) {
            return fits
                ? [
                    NumberGuess(
                        "usps", .certain, "22 digits beginning with \(start), as USPS gives; the check digit fits")
                ]
                : [
                    NumberGuess(
                        "usps", .possible,
                        "22 digits beginning with \(start), as USPS gives; the check digit does not fit",
                        advice: "the check digit of \(number.text) should be \(CheckDigit.tens(digits.dropLast()))")
                ]
        }
        guard plain.count == 20, fits, digits[0] == 7 || start == 3 || start == 23 else { return [] }
        return [NumberGuess("usps", .likely, "20 digits beginning as USPS numbers do; the check digit fits")]
    }

    /// Twelve digits, fifteen, or twenty-two beginning with 96.
    static let fedex = NumberShape { number in
        guard let digits = CheckDigit.digits(number.plain), let last = digits.last else { return [] }
        switch digits.count {
        case 12:
            let sum = CheckDigit.weighted(digits.dropLast(), [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1])
            guard sum % 11 % 10 == last else { return [] }
            return [NumberGuess("fedex", .likely, "twelve digits; the check digit fits FedEx")]
        case 15 where CheckDigit.tens(digits.dropLast()) == last:
            return [NumberGuess("fedex", .likely, "fifteen digits; the check digit fits FedEx Ground")]
        case 22 where digits[0] == 9 && digits[1] == 6:
            return [NumberGuess("fedex", .likely, "22 digits beginning with 96, as FedEx Ground gives")]
        default:
            return []
        }
    }

    /// Ten digits with a check digit; `JJD` and `JVGL`; twenty digits of the German parcel service.
    static let dhl = NumberShape { number in
        let plain = number.plain
        if plain.count >= 13, plain.starts(with: Array("JJD".utf8)), CheckDigit.digits(plain.dropFirst(3)) != nil {
            return [NumberGuess("dhl", .likely, "JJD and digits, as DHL gives")]
        }
        if plain.starts(with: Array("JVGL".utf8)) {
            return [NumberGuess("dhl-nl", .likely, "JVGL at the beginning, as DHL gives in the Netherlands")]
        }
        guard let digits = CheckDigit.digits(plain), let last = digits.last else { return [] }
        if digits.count == 10, (Int(String(decoding: plain.dropLast(), as: UTF8.self)) ?? 0) % 7 == last {
            return [NumberGuess("dhl", .likely, "ten digits; the check digit fits DHL Express")]
        }
        if digits.count == 20, plain.starts(with: Array("0034".utf8)), CheckDigit.tens(digits.dropLast()) == last {
            return [NumberGuess("dhl-germany", .likely, "twenty digits beginning with 0034; the check digit fits")]
        }
        return []
    }

    /// Three digits of an airline, then seven and a check digit.
    static let airWaybill = NumberShape { number in
        guard let waybill = AirWaybill(number.text), waybill.hasRightCheckDigit, number.text.contains("-") else {
            return []
        }
        return [NumberGuess(nil, .likely, "an air waybill number; the check digit fits: air \(waybill.dashed)")]
    }

    /// `1Z` numbers weigh letters too: A is 2, B is 3, and so on round ten.
    static func upsCheckDigit(_ bytes: some Sequence<UInt8>) -> Int? {
        var sum = 0
        for (index, byte) in bytes.enumerated() {
            let value: Int
            switch byte {
            case 0x30...0x39: value = Int(byte - 0x30)
            case 0x41...0x5A: value = (Int(byte) - 63) % 10
            default: return nil
            }
            sum += index % 2 == 0 ? value : value * 2
        }
        return (10 - sum % 10) % 10
    }
}
