/// Why a text is no value of the kind that was looked for.
///
/// `cause` completes a sentence that begins with the text: `"12 kg"` *is not a number*.
public struct UnreadableText: Error, Sendable, Equatable {
    public let cause: String
    /// What to write or do instead.
    public let remedy: String?
    /// The ways to write what may have been meant, each of which is read; more than one where the text is ambiguous.
    public let readings: [String]

    public init(_ cause: String, remedy: String? = nil, readings: [String] = []) {
        self.cause = cause
        self.remedy = remedy
        self.readings = readings
    }
}

/// True and false as people write them.
public enum WrittenBoolean {
    /// `true`, `yes`, `1` and `false`, `no`, `0`, in any letters.
    public static func read(_ text: String) throws(UnreadableText) -> Bool {
        switch text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default: throw UnreadableText("is neither true nor false", remedy: "write true or false")
        }
    }
}
