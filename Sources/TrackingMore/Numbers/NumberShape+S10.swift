extension NumberShape {
    /// The Universal Postal Union's S10: two letters, eight digits, a check digit, two letters of the country.
    static let s10 = NumberShape { number in
        let plain = number.plain
        guard plain.count == 13, isLetter(plain[0]), isLetter(plain[1]), isLetter(plain[11]), isLetter(plain[12]),
            let digits = CheckDigit.digits(plain[2..<11]), let last = digits.last
        else { return [] }
        let code = String(decoding: plain[11..<13], as: UTF8.self)
        guard let country = Country(code), country.code == code else { return [] }
        let wanted = s10CheckDigit(digits.dropLast())
        let post = PostalOperators.carrier(of: code, service: plain[0])
        let form = "13 characters of the postal union, \(code) is \(country.name)"
        guard wanted == last else {
            let right = String(decoding: plain[..<10] + [UInt8(0x30 + wanted)] + plain[11...], as: UTF8.self)
            return [
                NumberGuess(
                    post?.carrier, .possible, form + "; the check digit does not fit",
                    advice: "the check digit of \(number.text) should be \(wanted) (\(right))")
            ]
        }
        let confidence: NumberGuess.Confidence = post.map { $0.isOnlyOne ? .certain : .likely } ?? .possible
        return [NumberGuess(post?.carrier, confidence, form + "; the check digit fits")]
    }

    /// The check digit of eight digits under S10.
    static func s10CheckDigit(_ digits: some Sequence<Int>) -> Int {
        let rest = 11 - CheckDigit.weighted(digits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11
        return rest == 10 ? 0 : rest == 11 ? 5 : rest
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
