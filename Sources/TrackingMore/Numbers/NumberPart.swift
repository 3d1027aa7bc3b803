/// Some characters of a number and what they stand for.
public struct NumberPart: Sendable, Equatable {
    public let text: String
    public let meaning: String
}

extension TrackingNumber {
    /// The number taken apart, from its first character to its last; empty where the shape is not known to have parts.
    public var parts: [NumberPart] {
        s10Parts ?? upsParts ?? waybillParts ?? familyParts ?? []
    }

    /// The Universal Postal Union's S10: kind of mail, serial number, check digit, country.
    private var s10Parts: [NumberPart]? {
        guard plain.count == 13, Self.isLetter(plain[0]), Self.isLetter(plain[1]),
            let digits = CheckRule.digits(plain[2..<11]), let country = Country(code: string(11..<13))
        else { return nil }
        let weights = CheckRule.s10Weights
        let sum = CheckRule.weighted(digits.dropLast(), weights)
        let wanted = CheckRule.s10(digits.dropLast())
        let terms = zip(digits, weights).map { "\($0)×\($1)" }.joined(separator: " + ")
        return [
            NumberPart(text: string(0..<2), meaning: Self.mail[plain[0]] ?? "the kind of mail"),
            NumberPart(text: string(2..<10), meaning: "the serial number"),
            NumberPart(
                text: string(10..<11),
                meaning: verdict(
                    digits[8] == wanted, UInt8(0x30 + wanted), "\(terms) = \(sum), and 11 − \(sum % 11) gives \(wanted)"
                )),
            NumberPart(text: string(11..<13), meaning: "\(country.name), where it was posted"),
        ]
    }

    /// `1Z`, six characters of the shipper, two of the service, seven of the parcel, a check digit.
    private var upsParts: [NumberPart]? {
        guard plain.count == 18, string(0..<2) == "1Z", let wanted = CheckRule.doubled.character(for: plain[2..<17])
        else { return nil }
        return [
            NumberPart(text: "1Z", meaning: "UPS"),
            NumberPart(text: string(2..<8), meaning: "the shipper's account"),
            NumberPart(text: string(8..<10), meaning: "the service"),
            NumberPart(text: string(10..<17), meaning: "the parcel"),
            NumberPart(
                text: string(17..<18),
                meaning: verdict(plain[17] == wanted, wanted, CheckRule.doubled.explanation(plain[2..<17], wanted))),
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
                text: String(last),
                meaning: verdict(last == serial % 7, UInt8(0x30 + serial % 7), "\(serial) mod 7 is \(serial % 7)")))
        return parts
    }

    /// What stands before the serial number, the serial number, its check digit, and what follows; of the family that
    /// is named first.
    private var familyParts: [NumberPart]? {
        // A check digit says nothing where others give numbers of the same form.
        guard let first = guesses.first, first.fits != nil,
            let match = matches.first(where: { $0.guesses(for: self).contains { $0.reason == first.reason } }),
            let check = match.family.check, let wanted = match.wanted, let place = match.checkPlace
        else { return nil }
        var parts: [NumberPart] = []
        let serial = match.serial.indices
        if serial.lowerBound > 0 {
            parts.append(NumberPart(text: string(0..<serial.lowerBound), meaning: "the beginning"))
        }
        parts.append(NumberPart(text: string(serial), meaning: "the serial number"))
        parts.append(
            NumberPart(
                text: string(place..<place + 1),
                meaning: verdict(plain[place] == wanted, wanted, check.explanation(match.serial, wanted))))
        if place + 1 < plain.count {
            parts.append(NumberPart(text: string(place + 1..<plain.count), meaning: "the end"))
        }
        return parts
    }

    private func verdict(_ fits: Bool, _ wanted: UInt8, _ how: String) -> String {
        fits
            ? "the check digit, which fits: \(how)"
            : "the check digit, which should be \(Character(Unicode.Scalar(wanted))): \(how)"
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
