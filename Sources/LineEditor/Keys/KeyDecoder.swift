/// Turns the bytes of a terminal into keys: UTF-8, escape sequences, bracketed paste.
///
/// Unknown sequences and answers of the terminal are swallowed whole, invalid UTF-8 and C1 controls are dropped.
struct KeyDecoder {
    private var bytes: [UInt8] = []
    private var position = 0
    private var pasted: [UInt8]?
    /// Inside of an answer of the terminal, of which more may come.
    private var isInAnswer = false

    mutating func feed(_ more: some Sequence<UInt8>) {
        if position > 0 {
            bytes.removeFirst(position)
            position = 0
        }
        bytes.append(contentsOf: more)
    }

    /// How long more bytes are waited for, in milliseconds: a lone escape is told from the start of a sequence by time
    /// only, and a sequence may come in pieces. `nil` where nothing has been begun.
    var patience: Int32? {
        guard pasted == nil, position < bytes.count || isInAnswer else { return nil }
        return isInAnswer || bytes.count - position > 2 ? 200 : 30
    }

    /// The next key that is certain.
    mutating func next() -> KeyPress? {
        while position < bytes.count {
            if pasted != nil {
                guard let text = takePaste() else { return nil }
                return .paste(text)
            }
            if isInAnswer {
                guard skipAnswer() else { return nil }
                continue
            }
            switch parse() {
            case .key(let key, let length):
                position += length
                return key
            case .skip(let length): position += length
            case .pasteStart(let length):
                position += length
                pasted = []
            case .answerStart(let length):
                position += length
                isInAnswer = true
            case .needsMore: return nil
            }
        }
        return nil
    }

    /// What the waiting bytes mean if nothing follows them: a lone escape is the escape key, one with a letter is that
    /// letter with Alt, the rest means nothing.
    mutating func giveUpWaiting() -> KeyPress? {
        guard patience != nil else { return nil }
        isInAnswer = false
        let rest = bytes[position...]
        position = bytes.count
        guard rest.first == 0x1B else { return nil }
        if rest.count == 1 { return .escape }
        guard rest.count == 2, let last = rest.last, last < 0x80 else { return nil }
        return .alt(Unicode.Scalar(last))
    }

    enum Step {
        case key(KeyPress, length: Int)
        case skip(length: Int)
        case pasteStart(length: Int)
        /// The start of an answer that goes on up to its end mark.
        case answerStart(length: Int)
        case needsMore
    }

    /// Skips what has come of an answer; `false` where more must come. It ends with BEL or `ESC \`. A control character,
    /// which no answer holds, ends it too and is a key.
    private mutating func skipAnswer() -> Bool {
        while position < bytes.count {
            switch bytes[position] {
            case 0x07:
                position += 1
                isInAnswer = false
                return true
            case 0x1B:
                guard position + 1 < bytes.count else { return false }
                if bytes[position + 1] == UInt8(ascii: "\\") { position += 2 }
                isInAnswer = false
                return true
            case 0..<0x20:
                isInAnswer = false
                return true
            default: position += 1
            }
        }
        return false
    }

    private func parse() -> Step {
        let rest = bytes[position...]
        guard rest.first == 0x1B else { return Self.scalar(in: rest) }
        guard let second = rest.dropFirst().first else { return .needsMore }
        switch second {
        case 0x1B: return .key(.escape, length: 1)
        case UInt8(ascii: "["): return EscapeSequence.control(in: rest)
        case UInt8(ascii: "O"): return EscapeSequence.singleShift(in: rest)
        // OSC, DCS, APC, PM and SOS. Alone they are letters typed with Alt.
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            return rest.count > 2 ? .answerStart(length: 2) : .needsMore
        default:
            switch Self.scalar(in: rest.dropFirst()) {
            case .key(.scalar(let scalar), let length): return .key(.alt(scalar), length: length + 1)
            case .needsMore: return .needsMore
            default: return .skip(length: 2)
            }
        }
    }

    private static func scalar(in rest: ArraySlice<UInt8>) -> Step {
        guard let lead = rest.first else { return .needsMore }
        if lead < 0x80 { return .key(.scalar(Unicode.Scalar(lead)), length: 1) }
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let sequence = rest.prefix(length)
        guard length > 1, sequence.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .skip(length: 1) }
        guard sequence.count == length else { return .needsMore }
        var decoder = UTF8()
        var iterator = sequence.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator), scalar.value >= 0xA0 else {
            return .skip(length: length)
        }
        return .key(.scalar(scalar), length: length)
    }

    /// The pasted text once its end has arrived.
    private mutating func takePaste() -> String? {
        let rest = bytes[position...]
        let end = Array("\u{1B}[201~".utf8)
        var index = rest.startIndex
        while index < rest.endIndex {
            guard rest[index] == 0x1B else {
                index += 1
                continue
            }
            let tail = rest[index...].prefix(end.count)
            if tail.elementsEqual(end) {
                let text = Self.cleaned((pasted ?? []) + rest[..<index])
                pasted = nil
                position = index + end.count
                return text
            }
            if tail.count < end.count && end.starts(with: tail) { break }
            index += 1
        }
        pasted?.append(contentsOf: rest[..<index])
        position = index
        return nil
    }

    private static func cleaned(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0A where afterReturn: break
            case 0x0A, 0x0D: text.append("\n")
            case 0x09: text.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: break
            default: text.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(text)
    }
}
