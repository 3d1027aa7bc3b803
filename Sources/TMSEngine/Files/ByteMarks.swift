/// Finds bytes in eight at a time: a mark is the high bit of a byte.
enum ByteMarks {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// A byte eight times.
    @inline(__always)
    static func repeated(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

    /// The bytes at a place, the first lowest, and how many there are: eight, or what is left of the buffer with zeros
    /// behind.
    @inline(__always)
    static func word(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (word: UInt64, width: Int) {
        let left = bytes.count - place
        guard left >= 8, let base = bytes.baseAddress else { return rest(of: bytes, at: place) }
        return (UInt64(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)), 8)
    }

    /// Marks every byte of `word` that is the one in `repeated`, and no other.
    @inline(__always)
    static func equal(_ word: UInt64, _ repeated: UInt64) -> UInt64 {
        let difference = word ^ repeated
        return ~(((difference & lows) &+ lows) | difference | lows)
    }

    /// Marks every byte that is not ASCII.
    @inline(__always)
    static func high(_ word: UInt64) -> UInt64 { word & ~lows }

    /// Takes the first mark away and says which byte it is on.
    @inline(__always)
    static func takeFirst(_ marks: inout UInt64) -> Int? {
        guard marks != 0 else { return nil }
        defer { marks &= marks &- 1 }
        return marks.trailingZeroBitCount >> 3
    }

    /// The bits of the bytes before a place.
    @inline(__always)
    static func below(_ place: Int) -> UInt64 { (1 << UInt64(place * 8)) &- 1 }

    @inline(never)
    private static func rest(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (word: UInt64, width: Int) {
        var word: UInt64 = 0
        var width = 0
        while place + width < bytes.count, width < 8 {
            word |= UInt64(bytes[place + width]) << UInt64(width * 8)
            width += 1
        }
        return (word, width)
    }
}
