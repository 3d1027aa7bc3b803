/// What the characters of a tracking number tell without asking anybody.
public struct TrackingNumber: Sendable, Equatable {
    /// As written, surrounding blanks aside.
    public let text: String
    /// In capitals, without blanks and hyphens.
    let plain: [UInt8]

    public init(_ text: String) {
        let trimmed = text.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
        self.text = String(decoding: Array(trimmed), as: UTF8.self)
        plain = self.text.utf8.compactMap { byte in
            switch byte {
            case 0x20, 0x2D: nil
            case 0x61...0x7A: byte - 0x20
            default: byte
            }
        }
    }

    /// Letters, digits, `-` and `_`, as the service's own library allows.
    public static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    /// The couriers it may belong to, the likeliest first.
    public var guesses: [NumberGuess] {
        NumberShape.all
            .flatMap { $0.recognise(self) }
            .enumerated()
            .sorted { ($0.element.confidence, $1.offset) > ($1.element.confidence, $0.offset) }
            .map(\.element)
    }

    /// What to tell the writer about a check digit that does not fit; nil where nothing is to be said.
    public var advice: String? {
        let guesses = guesses
        guard !guesses.contains(where: { $0.confidence >= .likely }) else { return nil }
        return guesses.compactMap(\.advice).first
    }
}

/// A courier a number may belong to, how sure that is, and why.
public struct NumberGuess: Sendable, Equatable {
    /// The courier's code; nil where the shape is known and the courier is not, as a post without a code in the list.
    public let carrier: String?
    public let confidence: Confidence
    /// A sentence without its full stop: `13 characters of the postal union, CN is China; the check digit fits`.
    public let reason: String
    /// What is odd about the number, for people.
    public let advice: String?

    public init(_ carrier: String?, _ confidence: Confidence, _ reason: String, advice: String? = nil) {
        self.carrier = carrier
        self.confidence = confidence
        self.reason = reason
        self.advice = advice
    }

    public enum Confidence: Int, Sendable, Comparable {
        /// Nothing speaks for it but the length.
        case unknown
        /// The form fits, and fits others too, or the check digit is wrong.
        case possible
        /// The form fits this courier best.
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
