/// Some characters of a number and what they stand for.
public struct NumberPart: Sendable, Equatable {
    public let text: String
    public let meaning: String
}

extension TrackingNumber {
    /// The number taken apart, from its first character to its last; empty where the shape is not known to have parts.
    public var parts: [NumberPart] {
        s10Parts ?? upsParts ?? waybillParts ?? digitParts ?? []
    }

    /// The Universal Postal Union's S10: kind of mail, serial number, check digit, country.
    private var s10Parts: [NumberPart]? {
        guard plain.count == 13, NumberShape.isLetter(plain[0]), NumberShape.isLetter(plain[1]),
            let digits = CheckDigit.digits(plain[2..<11]), let country = Country(string(11..<13))
        else { return nil }
        let weights = [8, 6, 4, 2, 3, 5, 9, 7]
        let sum = CheckDigit.weighted(digits.dropLast(), weights)
        let wanted = NumberShape.s10CheckDigit(digits.dropLast())
        let terms = zip(digits, weights).map { "\($0)×\($1)" }.joined(separator: " + ")
        return [
            NumberPart(text: string(0..<2), meaning: Self.mail[plain[0]] ?? "the kind of mail"),
            NumberPart(text: string(2..<10), meaning: "the serial number"),
            NumberPart(
                text: string(10..<11),
                meaning: verdict(digits[8], wanted, "\(terms) = \(sum), and 11 − \(sum % 11) gives \(wanted)")),
            NumberPart(text: string(11..<13), meaning: "\(country.name), where it was posted"),
        ]
    }

    /// `1Z`, six characters of the shipper, two of the service, seven of the parcel, a check digit.
    private var upsParts: [NumberPart]? {
        guard plain.count == 18, string(0..<2) == "1Z", let wanted = NumberShape.upsCheckDigit(plain[2..<17]) else {
            return nil
        }
        return [
            NumberPart(text: "1Z", meaning: "UPS"),
            NumberPart(text: string(2..<8), meaning: "the shipper's account"),
            NumberPart(text: string(8..<10), meaning: "the service"),
            NumberPart(text: string(10..<17), meaning: "the parcel"),
            NumberPart(
                text: string(17..<18),
                meaning: verdict(
                    Int(plain[17]) - 0x30, wanted,
                    "letters count as A 2, B 3 …, every second character double, and \(wanted) is missing to a full ten"
                )
            ),
        ]
    }

    /// Airline, serial number, remainder by 7.
    private var waybillParts: [NumberPart]? {
        guard text.contains("-"), let waybill = AirWaybill(text) else { return nil }
        var parts = [NumberPart(text: waybill.airline, meaning: "the airline")]
        guard waybill.serial.utf8.count == 8, let number = Int(waybill.serial) else {
            return parts + [NumberPart(text: waybill.serial, meaning: "the shipment")]
        }
        let (serial, last) = (number / 10, number % 10)
        parts.append(NumberPart(text: String(waybill.serial.prefix(7)), meaning: "the shipment"))
        parts.append(
            NumberPart(
                text: String(last), meaning: verdict(last, serial % 7, "\(serial) mod 7 is \(serial % 7)")))
        return parts
    }

    /// Digits alone, whose last one is a check digit for one of the couriers.
    private var digitParts: [NumberPart]? {
        guard let digits = CheckDigit.digits(plain), let last = digits.last else { return nil }
        // A check digit says nothing about the numbers of others that are as long.
        let couriers = Set(guesses.compactMap(\.carrier))
        let owners: Set<String> =
            switch digits.count {
            case 10: ["dhl"]
            case 12, 15: ["fedex"]
            default: ["usps", "dhl-germany", "fedex"]
            }
        guard !couriers.isDisjoint(with: owners) else { return nil }
        let body = digits.dropLast()
        let check: (wanted: Int, how: String)
        switch digits.count {
        case 10:
            let number = Int(string(0..<9)) ?? 0
            check = (number % 7, "\(number) mod 7 is \(number % 7)")
        case 12:
            let sum = CheckDigit.weighted(body, [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1])
            check = (sum % 11 % 10, "weighted 3, 1, 7 in turn they make \(sum), and \(sum) mod 11 is \(sum % 11)")
        case 15, 20, 22:
            let wanted = CheckDigit.tens(body)
            check = (wanted, "every second digit from the right times 3, and \(wanted) is missing to a full ten")
        default: return nil
        }
        return [
            NumberPart(text: string(0..<plain.count - 1), meaning: "the serial number"),
            NumberPart(text: String(last), meaning: verdict(last, check.wanted, check.how)),
        ]
    }

    private func verdict(_ found: Int, _ wanted: Int, _ how: String) -> String {
        found == wanted ? "the check digit, which fits: \(how)" : "the check digit, which should be \(wanted): \(how)"
    }

    private func string(_ places: Range<Int>) -> String {
        guard places.lowerBound >= 0, places.upperBound <= plain.count else { return "" }
        return String(decoding: plain[places], as: UTF8.self)
    }

    /// The first letter of an S10 number.
    private static let mail: [UInt8: String] = [
        UInt8(ascii: "C"): "a parcel", UInt8(ascii: "E"): "express mail", UInt8(ascii: "L"): "a tracked letter",
        UInt8(ascii: "R"): "a registered letter", UInt8(ascii: "V"): "an insured letter",
        UInt8(ascii: "U"): "a letter",
    ]
}
