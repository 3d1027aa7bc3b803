/// What the escape sequences of the usual terminals mean. Each function is given bytes that start with the escape.
enum EscapeSequence {
    /// `ESC [ parameters final`.
    static func control(in bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        var body = bytes.dropFirst(2)
        // The Linux console sends ESC [ [ A for a function key.
        if body.first == UInt8(ascii: "[") {
            return body.count > 1 ? .skip(length: 4) : .needsMore
        }
        let parameters = body.prefix { (0x20...0x3F).contains($0) }
        body = body.dropFirst(parameters.count)
        guard let final = body.first else {
            return parameters.count > 64 ? .skip(length: bytes.count) : .needsMore
        }
        let length = parameters.count + 3
        guard (0x40...0x7E).contains(final) else { return .skip(length: length - 1) }
        let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(number)
        // A mouse tells where it is in three bytes behind the sequence.
        if final == UInt8(ascii: "M") && parameters.isEmpty {
            return bytes.count < length + 3 ? .needsMore : .skip(length: length + 3)
        }
        if final == UInt8(ascii: "~") && numbers.first == 200 { return .pasteStart(length: length) }
        guard let key = key(final: final, numbers: numbers) else { return .skip(length: length) }
        return .key(key, length: length)
    }

    /// `ESC O final`, what some terminals send for arrows and the keypad.
    static func singleShift(in bytes: ArraySlice<UInt8>) -> KeyDecoder.Step {
        guard let final = bytes.dropFirst(2).first else { return .needsMore }
        if final == UInt8(ascii: "M") { return .key(.scalar("\r"), length: 3) }
        guard let key = key(final: final, numbers: []) else { return .skip(length: 3) }
        return .key(key, length: 3)
    }

    /// The modifiers of a key, sent as one more than their sum.
    private struct Modifiers: OptionSet {
        let rawValue: Int
        static let shift = Modifiers(rawValue: 1)
        static let alt = Modifiers(rawValue: 2)
        static let control = Modifiers(rawValue: 4)
    }

    private static func key(final: UInt8, numbers: [Int]) -> KeyPress? {
        let first = numbers.first ?? 0
        let modifiers = Modifiers(rawValue: max(0, (numbers.dropFirst().first ?? 1) - 1))
        let byWord = !modifiers.isDisjoint(with: [.alt, .control])
        switch final {
        case UInt8(ascii: "A"): return .named(.up)
        case UInt8(ascii: "B"): return .named(.down)
        case UInt8(ascii: "C"): return .named(byWord ? .wordRight : .right)
        case UInt8(ascii: "D"): return .named(byWord ? .wordLeft : .left)
        case UInt8(ascii: "H"): return .named(.home)
        case UInt8(ascii: "F"): return .named(.end)
        case UInt8(ascii: "Z"): return .named(.previousCandidate)
        case UInt8(ascii: "u"): return modified(first, modifiers)
        case UInt8(ascii: "~"):
            switch first {
            case 1, 7: return .named(.home)
            case 4, 8: return .named(.end)
            case 3: return .named(byWord ? .killWord : .delete)
            case 5: return .named(.pageUp)
            case 6: return .named(.pageDown)
            case 27: return modified(numbers.dropFirst(2).first ?? 0, modifiers)
            default: return nil
            }
        default: return nil
        }
    }

    /// A key of the protocols that report every key as a number.
    private static func modified(_ code: Int, _ modifiers: Modifiers) -> KeyPress? {
        switch code {
        case 13 where !modifiers.isEmpty: return .named(.breakLine)
        case 9 where modifiers.contains(.shift): return .named(.previousCandidate)
        case 27: return .escape
        case 8 where !modifiers.isDisjoint(with: [.alt, .control]),
            127 where !modifiers.isDisjoint(with: [.alt, .control]):
            return .named(.killWordBack)
        default: break
        }
        guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
        // Keys without a character have numbers of the private area there.
        if (0xE000...0xF8FF).contains(value) { return nil }
        if modifiers.contains(.control) && (0x40..<0x7F).contains(value) {
            return Unicode.Scalar(value & 0x1F).map { .scalar($0) }
        }
        if modifiers.contains(.alt) { return .alt(scalar) }
        return (0x80..<0xA0).contains(value) ? nil : .scalar(scalar)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.prefix(8).reduce(0) { sum, digit in
            (0x30...0x39).contains(digit) ? sum * 10 + Int(digit - 0x30) : sum
        }
    }
}
