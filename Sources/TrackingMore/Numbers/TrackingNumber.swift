/// What the characters of a tracking number tell without asking anybody.
public struct TrackingNumber: Sendable, Equatable {
    /// As written, blanks and invisible marks around it aside.
    public let text: String
    /// In capitals, without blanks and hyphens.
    let plain: [UInt8]

    public init(_ text: String) {
        self.text = PlainText.trimmed(text)
        plain = PlainText.withoutBlanks(self.text).utf8.compactMap { byte in
            switch byte {
            case 0x2D: nil
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
}
