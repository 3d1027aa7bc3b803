extension TrackingNumber {
    /// The carriers it may belong to, the likeliest first; each once.
    ///
    /// Where the numbers of several carriers fit equally well, each is only possible.
    public var guesses: [NumberGuess] {
        var guesses = (postalGuess.map { [$0] } ?? []) + matches.flatMap { $0.guesses(for: self) }
        if let waybillGuess { guesses.append(waybillGuess) }
        let likely = Set(guesses.filter { $0.confidence == .likely }.map(\.carrier))
        if likely.count > 1 { guesses = guesses.map { $0.confidence == .likely ? $0.weakened : $0 } }
        var best: [NumberGuess] = []
        for (_, guess) in guesses.enumerated().sorted(by: {
            ($0.element.confidence, $0.element.fits == true ? 1 : 0, $1.offset)
                > ($1.element.confidence, $1.element.fits == true ? 1 : 0, $0.offset)
        }) where guess.carrier == nil || !best.contains(where: { $0.carrier == guess.carrier }) {
            best.append(guess)
        }
        return best
    }

    /// The codes of all carriers its form may belong to, the likeliest first: those of its families, and for an S10 number
    /// every post of its country.
    public var carriers: [String] {
        var codes: [String] = []
        for code in guesses.compactMap(\.carrier) where !codes.contains(code) { codes.append(code) }
        guard postalGuess != nil else { return codes }
        let country = String(decoding: plain[11..<13], as: UTF8.self).lowercased()
        let posts = Carrier.all.filter { $0.type == .globalpost && $0.country.lowercased() == country }
        for code in posts.map(\.code) where !codes.contains(code) { codes.append(code) }
        return codes
    }

    /// What to tell the writer about a check digit that does not fit; nil where nothing is to be said.
    public var advice: String? {
        let guesses = guesses
        guard !guesses.contains(where: { $0.confidence >= .likely || $0.fits == true }) else { return nil }
        return guesses.compactMap(\.advice).first
    }

    /// The families whose form the number has.
    var matches: [NumberFamily.Match] { NumberFamily.all(of: plain.count).compactMap { $0.match(plain) } }

    /// The Universal Postal Union's S10: two letters, eight digits, a check digit, two letters of the country.
    private var postalGuess: NumberGuess? {
        guard plain.count == 13, Self.isLetter(plain[0]), Self.isLetter(plain[1]), Self.isLetter(plain[11]),
            Self.isLetter(plain[12]), let digits = CheckRule.digits(plain[2..<11]), let last = digits.last
        else { return nil }
        let code = String(decoding: plain[11..<13], as: UTF8.self)
        guard let country = Country(code: code) else { return nil }
        let wanted = CheckRule.s10(digits.dropLast())
        let post = PostalOperators.carrier(of: code, service: plain[0])
        let form = "13 characters of the postal union, \(code) is \(country.name)"
        guard wanted == last else {
            return NumberGuess(
                post?.carrier, .possible, form + "; the check digit does not fit", fits: false,
                advice: "the check digit of \(text) should be \(wanted)")
        }
        let confidence: NumberGuess.Confidence = post.map { $0.isOnlyOne ? .certain : .likely } ?? .possible
        return NumberGuess(post?.carrier, confidence, form + "; the check digit fits", fits: true)
    }

    /// Three digits of an airline, then seven and a check digit.
    private var waybillGuess: NumberGuess? {
        guard text.contains("-"), let waybill = AirWaybill(text), waybill.hasRightCheckDigit else { return nil }
        return NumberGuess(
            nil, .likely, "an air waybill number; the check digit fits: air \(waybill.dashed)", fits: true)
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

/// A carrier a number may belong to, how sure that is, and why.
public struct NumberGuess: Sendable, Equatable {
    /// The carrier's code; nil where the shape is known and the carrier is not, as a post without a code in the list.
    public let carrier: String?
    public let confidence: Confidence
    /// A sentence without its full stop: `13 characters of the postal union, CN is China; the check digit fits`.
    public let reason: String
    /// Whether the check digit is right; nil where numbers of the form have none.
    public let fits: Bool?
    /// What is odd about the number, for people.
    public let advice: String?

    public init(
        _ carrier: String?, _ confidence: Confidence, _ reason: String, fits: Bool? = nil, advice: String? = nil
    ) {
        self.carrier = carrier
        self.confidence = confidence
        self.reason = reason
        self.fits = fits
        self.advice = advice
    }

    /// The same, no more than possible.
    fileprivate var weakened: NumberGuess { NumberGuess(carrier, .possible, reason, fits: fits, advice: advice) }

    public enum Confidence: Int, Sendable, Comparable {
        /// Nothing speaks for it but the length.
        case unknown
        /// The form fits, and fits others too, or the check digit is wrong.
        case possible
        /// The form fits this carrier best.
        case likely
        /// A form nobody else uses, and the check digit fits.
        case certain

        /// `certain`, `likely`, `possible` or `unknown`.
        public var word: String {
            switch self {
            case .unknown: "unknown"
            case .possible: "possible"
            case .likely: "likely"
            case .certain: "certain"
            }
        }

        public static func < (left: Confidence, right: Confidence) -> Bool { left.rawValue < right.rawValue }
    }
}
