extension Machine {
    /// The text of the pieces, one behind the other.
    ///
    /// Texts and whole numbers, of which most lines are made, are written straight into the room of the result, without
    /// a string for each number and without a result that has to grow.
    func concat(_ pieces: Registers, _ count: Int) throws(Fault) -> Value {
        guard let room = room(for: pieces, count), room <= longestText else { return try joined(pieces, count) }
        return .string(
            String(unsafeUninitializedCapacity: room) { buffer in
                var end = 0
                for place in 0..<count {
                    switch pieces[place] {
                    case .text(let piece): end = write(piece.string, to: buffer, at: end)
                    case .integer(let number): end = write(number, to: buffer, at: end)
                    default: break
                    }
                }
                return end
            })
    }

    /// The bytes the pieces take at most; `nil` with a piece that is neither text nor a whole number.
    private func room(for pieces: Registers, _ count: Int) -> Int? {
        var room = 0
        for place in 0..<count {
            switch pieces[place] {
            case .text(let piece): room += piece.string.utf8.count
            case .integer: room += Self.longestInteger
            default: return nil
            }
        }
        return room
    }

    private func joined(_ pieces: Registers, _ count: Int) throws(Fault) -> Value {
        var text = ""
        for place in 0..<count { text += pieces[place].text(in: environment) }
        guard text.utf8.count <= longestText else { throw .textTooLong }
        return .string(text)
    }

    private func write(_ text: String, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return start }
            (target + start).update(from: source, count: bytes.count)
            return start + bytes.count
        }
    }

    private func write(_ number: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        var digits = 1
        var rest = number.magnitude
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        let end = start + digits + (number < 0 ? 1 : 0)
        if number < 0 { buffer[start] = UInt8(ascii: "-") }
        rest = number.magnitude
        var place = end
        for _ in 0..<digits {
            place -= 1
            buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return end
    }

    /// `-9223372036854775808`
    private static var longestInteger: Int { 20 }
}
