/// Why bytes are not JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Bytes from the beginning of what was read.
    public let offset: Int
    public let reason: Reason

    public enum Reason: String, Sendable {
        case endsEarly = "it ends in the middle of a value"
        case expectedValue = "a value should stand here"
        case expectedKey = "a quoted key should stand here"
        case expectedColon = "a colon should stand here"
        case expectedCommaOrEnd = "a comma or the closing bracket should stand here"
        case badNumber = "this is not a number as JSON writes it"
        case badEscape = "this escape is not one of JSON's"
        case badSurrogate = "half of a surrogate pair stands alone"
        case controlCharacter = "a control character stands inside a string"
        case badUTF8 = "this text is not UTF-8"
        case tooDeep = "it is nested too deeply"
        case tooLong = "one row is longer than allowed"
        case trailing = "something follows the value"
    }

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    public var description: String { "byte \(offset): \(reason.rawValue)" }
}
