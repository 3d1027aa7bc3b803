extension NumberShape {
    /// Letters at the beginning that one courier uses, and how many digits follow.
    static let prefixed = NumberShape { number in
        prefixes.compactMap { prefix in
            let plain = number.plain
            guard plain.starts(with: Array(prefix.letters.utf8)), plain.count > prefix.letters.utf8.count else {
                return nil
            }
            var rest = plain.dropFirst(prefix.letters.utf8.count)
            let ending = Array(prefix.ending.utf8)
            guard rest.count >= ending.count, rest.suffix(ending.count).elementsEqual(ending) else { return nil }
            rest = rest.dropLast(ending.count)
            guard prefix.digits.contains(rest.count), CheckDigit.digits(rest) != nil else { return nil }
            let end = prefix.ending.isEmpty ? "" : " and \(prefix.ending)"
            return NumberGuess(
                prefix.carrier, prefix.confidence,
                "\(prefix.letters), \(rest.count) digits\(end), as \(Carrier(prefix.carrier)?.name ?? prefix.carrier) gives"
            )
        }
    }

    struct Prefix: Sendable {
        let letters: String
        let digits: ClosedRange<Int>
        let ending: String
        let carrier: String
        let confidence: NumberGuess.Confidence

        init(
            _ letters: String, _ digits: ClosedRange<Int>, ending: String = "", _ carrier: String,
            _ confidence: NumberGuess.Confidence = .likely
        ) {
            self.letters = letters
            self.digits = digits
            self.ending = ending
            self.carrier = carrier
            self.confidence = confidence
        }
    }

    static let prefixes: [Prefix] = [
        Prefix("4PX", 10...16, ending: "CN", "4px", .certain),
        Prefix("300", 9...9, "4px", .possible),
        Prefix("TBA", 12...12, "amazon", .certain),
        Prefix("YT", 16...16, "yunexpress"),
        Prefix("YT", 13...13, "yto"),
        Prefix("SF", 12...13, "sf-express"),
        Prefix("LP", 14...14, "cainiao"),
        Prefix("JD", 13...13, "jd"),
        Prefix("UM", 9...9, ending: "YP", "yanwen"),
        Prefix("C", 14...14, "ontrac"),
        Prefix("1LS", 9...15, "lasership"),
        Prefix("GM", 16...18, "dhlglobalmail"),
        Prefix("3S", 9...15, "postnl-3s", .possible),
        Prefix("SPXVN", 10...12, "spx-vn"),
        Prefix("SPXID", 9...14, "spx-id"),
        Prefix("SPXMY", 9...14, "spx-my"),
        Prefix("SPXPH", 9...14, "spx-ph"),
    ]
}
