import TMSBase

/// What a write asks for: its verb, number, carrier and payload. Two writes with the same content are told apart by their
/// order in the run.
public struct RowContent: Sendable, Hashable {
    /// FNV-1a of the canonical text, 128 bits.
    public let digest: UInt128

    public init(digest: UInt128) { self.digest = digest }

    /// - Parameter parts: verb, number in capitals, carrier, and the payload with its keys in order.
    public init(_ parts: [String]) {
        var hash = FNV1a<UInt128>()
        for part in parts {
            hash.add(part)
            hash.endText()
        }
        digest = hash.value
    }

    /// 32 hexadecimal digits.
    public var text: String {
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
