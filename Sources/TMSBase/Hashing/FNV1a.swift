/// A hash (FNV-1a) that is the same in every process, unlike the language's own. Not for secrets.
public struct FNV1a<Value: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    public var value: Value
    @usableFromInline let prime: Value

    @inlinable public mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    @inlinable public mutating func add(_ byte: UInt8) {
        // The hash is defined modulo its width.
        value = (value ^ Value(byte)).multipliedReportingOverflow(by: prime).partialValue
    }

    /// No UTF-8 text holds this byte: between texts it keeps `ab` `c` and `a` `bc` apart.
    @inlinable public mutating func endText() { add(0xFF) }
}

extension FNV1a<UInt64> {
    public init() {
        value = 0xCBF2_9CE4_8422_2325
        prime = 0x100_0000_01B3
    }
}

extension FNV1a<UInt128> {
    public init() {
        value = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        prime = 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
}
