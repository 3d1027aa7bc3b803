/// An API key: usable in a header, masked wherever it would be printed.
public struct Secret: Sendable, Equatable {
    /// The key itself. Only the request header and the key's own store may ask for it.
    public let revealed: String

    public init(_ text: String) { revealed = text }

    public var isEmpty: Bool { revealed.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The last four characters after dots; nothing of a key too short to keep a secret that way.
    public var description: String { revealed.count >= 12 ? "••••" + revealed.suffix(4) : "••••" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
