/// The characters a family's numbers are made of, in order.
///
/// Written as text: `#` is a digit, `@` a letter, `*` either, `[ABC]` one of these; all else stands for itself.
/// `{12}` repeats what stands before it, `{9,10}` so many times or so many, once in a pattern. `( )` encloses what the
/// check digit is made of, `!` is a check digit, `?` a check character: `1Z(*{15})!`.
struct NumberPattern: Sendable {
    /// What a number holds where it fits the pattern.
    struct Match {
        /// What the check digit is made of.
        let serial: ArraySlice<UInt8>
        /// Where the check digit stands; nil where the pattern has none.
        let checkPlace: Int?
        /// How many characters stand for the part of changing length.
        let width: Int
    }

    private enum Role { case outside, serial, check }

    private struct Part {
        let characters: ByteSet
        let role: Role
        var least = 1
        var most = 1
    }

    private let parts: [Part]
    let lengths: ClosedRange<Int>

    /// Nil for a text that is no pattern.
    init?(_ text: String) {
        var parts: [Part] = []
        var role = Role.outside
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "("): role = .serial
            case UInt8(ascii: ")"): role = .outside
            case UInt8(ascii: "{"):
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")), !parts.isEmpty else { return nil }
                let counts = rest[..<end].split(separator: UInt8(ascii: ",")).compactMap {
                    Int(String(decoding: $0, as: UTF8.self))
                }
                guard let least = counts.first, let most = counts.last, least <= most else { return nil }
                parts[parts.count - 1].least = least
                parts[parts.count - 1].most = most
                rest = rest[(end + 1)...]
            case UInt8(ascii: "["):
                guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
                parts.append(Part(characters: ByteSet(rest[..<end]), role: role))
                rest = rest[(end + 1)...]
            case UInt8(ascii: "!"): parts.append(Part(characters: Self.digits, role: .check))
            case UInt8(ascii: "?"): parts.append(Part(characters: Self.digits.union(Self.letters), role: .check))
            case UInt8(ascii: "#"): parts.append(Part(characters: Self.digits, role: role))
            case UInt8(ascii: "@"): parts.append(Part(characters: Self.letters, role: role))
            case UInt8(ascii: "*"): parts.append(Part(characters: Self.digits.union(Self.letters), role: role))
            default: parts.append(Part(characters: ByteSet([byte]), role: role))
            }
        }
        guard !parts.isEmpty, parts.count(where: { $0.least < $0.most }) <= 1,
            parts.count(where: { $0.role == .check }) <= 1
        else { return nil }
        self.parts = parts
        lengths = parts.reduce(0) { $0 + $1.least }...parts.reduce(0) { $0 + $1.most }
    }

    func match(_ plain: ArraySlice<UInt8>) -> Match? {
        guard lengths.contains(plain.count) else { return nil }
        let extra = plain.count - lengths.lowerBound
        var place = plain.startIndex
        var serial = place..<place
        var hasSerial = false
        var checkPlace: Int?
        var width = 0
        for part in parts {
            let count = part.least < part.most ? part.least + extra : part.least
            let end = place + count
            guard plain[place..<end].allSatisfy(part.characters.contains) else { return nil }
            switch part.role {
            case .outside: break
            case .serial:
                serial = (hasSerial ? serial.lowerBound : place)..<end
                hasSerial = true
            case .check: checkPlace = place
            }
            if part.least < part.most { width = count }
            place = end
        }
        return Match(serial: plain[serial], checkPlace: checkPlace, width: width)
    }

    private static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    private static let letters = ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
}

/// Some of the 128 characters of ASCII.
private struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    func union(_ other: ByteSet) -> ByteSet {
        var both = self
        both.low |= other.low
        both.high |= other.high
        return both
    }
}
