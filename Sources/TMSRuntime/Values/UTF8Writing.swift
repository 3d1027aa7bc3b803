// Writing into memory that has room enough. Each returns how many bytes it wrote.

extension UnsafeMutablePointer<UInt8> {
    /// The bytes `write(_: Int)` takes at most: `-9223372036854775808`.
    static var longestInteger: Int { 20 }

    @inline(__always)
    func write(_ text: String) -> Int {
        let count = text.utf8.withContiguousStorageIfAvailable { bytes in
            if let first = bytes.baseAddress { update(from: first, count: bytes.count) }
            return bytes.count
        }
        return count ?? write(slowly: text)
    }

    @inline(never)
    private func write(slowly text: String) -> Int {
        var count = 0
        for byte in text.utf8 {
            self[count] = byte
            count += 1
        }
        return count
    }

    @inline(__always)
    func write(_ number: Int) -> Int {
        var rest = number.magnitude
        var digits = 1
        var bound: UInt = 10
        while rest >= bound {
            digits &+= 1
            if digits == 20 { break }
            bound = bound &* 10
        }
        var start = 0
        if number < 0 {
            self[0] = UInt8(ascii: "-")
            start = 1
        }
        var place = start &+ digits
        while place > start {
            place &-= 1
            let quotient = rest / 10
            self[place] = UInt8(truncatingIfNeeded: rest &- quotient &* 10) &+ UInt8(ascii: "0")
            rest = quotient
        }
        return start &+ digits
    }
}
