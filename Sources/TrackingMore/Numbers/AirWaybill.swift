/// An air waybill number: three digits of the airline, seven of the shipment and mostly a check digit.
public struct AirWaybill: Sendable, Equatable {
    public let airline: String
    public let serial: String

    /// Reads `172-28891936`, `172 28891936` and `17228891936`.
    public init?(_ text: String) {
        var bytes = Array(PlainText.trimmed(PlainText.narrowed(text)).utf8)
        if bytes.count > 3, bytes[3] == UInt8(ascii: "-") || bytes[3] == UInt8(ascii: " ") { bytes.remove(at: 3) }
        guard bytes.count == 10 || bytes.count == 11, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        airline = String(decoding: bytes.prefix(3), as: UTF8.self)
        serial = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }

    /// As the service's answers name it: `172-28891936`.
    public var dashed: String { airline + "-" + serial }

    /// Whether the eighth digit is the remainder of the first seven by 7; false where there are only seven.
    public var hasRightCheckDigit: Bool {
        guard serial.utf8.count == 8, let number = Int(serial) else { return false }
        return number / 10 % 7 == number % 10
    }
}
