/// Why a text is no value of its kind, for people.
public struct KindError: Error, Sendable, Equatable {
    /// What was written.
    public let text: String
    /// What is wrong with it, as the rest of a sentence: `is not a country`.
    public let cause: String
    /// What was probably meant, in the form people write; nil where nothing is near.
    public let suggestion: String?
    /// What else can be done, as a sentence without a full stop.
    public let remedy: String?
    public let code: Code

    public init(
        _ text: String, _ cause: String, suggestion: String? = nil, remedy: String? = nil, code: Code = .unfit,
        sentence: String? = nil
    ) {
        self.text = text
        self.cause = cause
        self.suggestion = suggestion
        self.remedy = remedy
        self.code = code
        self.sentence = sentence
    }

    /// The whole sentence, without a full stop.
    public var message: String { sentence ?? "`\(text)` \(cause)" }

    private let sentence: String?

    /// What to do, as a sentence without a full stop; nil where there is no telling.
    public var hint: String? {
        let meant = suggestion.map { "did you mean `\($0)`?" }
        guard let remedy else { return meant }
        return meant.map { "\($0) \(remedy)" } ?? remedy
    }

    /// The code of the diagnostic.
    public enum Code: String, Sendable {
        case unfit = "E0602"
        /// A spreadsheet has written a number with an exponent.
        case shortened = "E0610"
        /// Two numbers or more where one goes.
        case severalNumbers = "E0611"
        /// A sentence, or a number with marks between its digits.
        case numberInText = "E0612"
        /// A name of several carriers or countries.
        case ambiguous = "E0613"
    }
}

/// What to tell people of a value that was taken.
public struct KindNote: Sendable, Equatable, Hashable {
    /// Of the diagnostic.
    public let code: String
    /// A sentence without its full stop.
    public let text: String

    public init(_ code: String, _ text: String) {
        self.code = code
        self.text = text
    }
}
