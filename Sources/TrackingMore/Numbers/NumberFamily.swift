/// A family of numbers: who gives them, what they look like, and how their check digit is made.
struct NumberFamily: Sendable {
    /// `FedEx Ground`.
    let name: String
    /// Codes of the list, the likeliest first; empty where the list has no such carrier.
    let carriers: [String]
    /// The form in words; `%` is the count of the part of changing length: `JJD and % digits`.
    let form: String
    let patterns: [NumberPattern]
    /// Nil where the family has no check digit.
    let check: CheckRule?
    /// What a number that fits is worth, its check digit included.
    let confidence: NumberGuess.Confidence
    /// Whether the form alone tells the family, so that a wrong check digit is a slip and no other number.
    let isTelling: Bool
    /// Whether `420` and a postcode of the United States may stand in front.
    let isRouted: Bool

    init(
        _ name: String, _ carriers: [String], _ form: String, _ patterns: [String], _ check: CheckRule? = nil,
        _ confidence: NumberGuess.Confidence, telling: Bool = false, routed: Bool = false
    ) {
        self.name = name
        self.carriers = carriers
        self.form = form
        self.patterns = patterns.compactMap { NumberPattern($0) }
        self.check = check
        self.confidence = confidence
        isTelling = telling
        isRouted = routed
    }

    /// A number that has the family's form.
    struct Match {
        let family: NumberFamily
        let serial: ArraySlice<UInt8>
        let checkPlace: Int?
        /// The check character the number should have; nil where the family has none.
        let wanted: UInt8?
        /// Whether the check digit is right; nil where the family has none.
        let fits: Bool?
        /// The form in words.
        let form: String
    }

    /// How a number fits the family; nil where its form is another.
    func match(_ plain: [UInt8]) -> Match? {
        for part in readings(of: plain) {
            for pattern in patterns {
                guard let found = pattern.match(part) else { continue }
                let form = form.split(separator: "%", omittingEmptySubsequences: false).joined(
                    separator: String(found.width))
                guard let check, let place = found.checkPlace else {
                    return Match(
                        family: self, serial: found.serial, checkPlace: nil, wanted: nil, fits: nil, form: form)
                }
                guard let wanted = check.character(for: found.serial) else { continue }
                // Zeros alone fit every sum.
                let fits = plain[place] == wanted && found.serial.contains { $0 != 0x30 }
                guard fits || isTelling else { continue }
                return Match(
                    family: self, serial: found.serial, checkPlace: place, wanted: wanted, fits: fits, form: form)
            }
        }
        return nil
    }

    /// The number, and without `420` and a postcode of five or nine digits.
    private func readings(of plain: [UInt8]) -> [ArraySlice<UInt8>] {
        guard isRouted, plain.count > 20, plain.starts(with: Array("420".utf8)) else { return [plain[...]] }
        return [plain[12...], plain[8...]]
    }
}

extension NumberFamily.Match {
    /// What it says of the number, for each carrier of the family.
    func guesses(for number: TrackingNumber) -> [NumberGuess] {
        let check = fits.map { $0 ? "; the check digit fits" : "; the check digit does not fit" } ?? ""
        let reason = "\(form), as \(family.name) gives\(check)"
        let advice =
            fits == false
            ? wanted.map { "the check digit of \(number.text) should be \(Character(Unicode.Scalar($0)))" } : nil
        let confidence = fits == false ? .possible : family.confidence
        guard !family.carriers.isEmpty else {
            return [NumberGuess(nil, confidence, reason, fits: fits, advice: advice)]
        }
        return family.carriers.map { NumberGuess($0, confidence, reason, fits: fits, advice: advice) }
    }
}
