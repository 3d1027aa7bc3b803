extension Machine {
    /// The text of a template with its places filled.
    ///
    /// Texts and whole numbers, of which most lines are made, are written straight into the room of the result, without
    /// a string for each number and without a result that has to grow.
    func concat(_ template: TextTemplate, _ values: Registers) throws(Fault) -> Value {
        var breaks = template.breaksLines
        guard let room = room(for: template, values, &breaks), room <= longestText else {
            return text(try joined(template, values) { $0.text(in: environment) }, template, values)
        }
        let filled = String(unsafeUninitializedCapacity: room) { buffer in
            guard let target = buffer.baseAddress else { return 0 }
            return fill(template, values, target)
        }
        return breaks ? text(filled, template, values) : .string(filled)
    }

    @inline(never)
    private func text(_ filled: String, _ template: TextTemplate, _ values: Registers) -> Value {
        let own = template.breaksLines ? [Value.written("\n")] : []
        return .text(filled, of: own + UnsafeBufferPointer(start: values, count: template.valueCount))
    }

    /// Says a template with its places filled as a line of its own.
    func printLine(_ template: TextTemplate, _ values: Registers) throws(Fault) {
        let output = fiber.output
        guard !environment.printsOnTerminal else {
            return output.say(try joined(template, values) { $0.lineText(in: environment) })
        }
        var breaks = false
        guard let room = room(for: template, values, &breaks), room <= longestText else {
            return output.say(try joined(template, values) { $0.text(in: environment) })
        }
        let target = output.room(room + 1)
        let count = fill(template, values, target)
        target[count] = UInt8(ascii: "\n")
        output.took(count + 1)
    }

    /// Says values as a line, a space between them.
    func printLine(_ values: Registers, _ count: Int) {
        if count == 1, !environment.printsOnTerminal, case .text(let text) = values[0] {
            return fiber.output.say(text.string)
        }
        // By hand: the first `joined` of a run searches all conformances of the program, a tenth of a millisecond.
        var line = ""
        for place in 0..<count {
            if place > 0 { line += " " }
            let value = values[place]
            line += environment.printsOnTerminal ? value.lineText(in: environment) : value.text(in: environment)
        }
        fiber.output.say(line)
    }

    /// The bytes the result takes at most; `nil` with a value that is neither text nor a whole number.
    ///
    /// - Parameter breaks: becomes true with a text whose line breaks the script wrote.
    private func room(for template: TextTemplate, _ values: Registers, _ breaks: inout Bool) -> Int? {
        var room = template.length
        for place in 0..<template.valueCount {
            switch values[place] {
            case .text(let piece):
                room &+= piece.string.utf8.count
                if piece.breaksLines { breaks = true }
            case .integer: room &+= UnsafeMutablePointer<UInt8>.longestInteger
            default: return nil
            }
        }
        return room
    }

    /// - Returns: how many bytes were written.
    private func fill(_ template: TextTemplate, _ values: Registers, _ target: UnsafeMutablePointer<UInt8>) -> Int {
        var end = 0
        var taken = 0
        for place in 0...template.valueCount {
            let count = template.ends[place] &- taken
            (target + end).update(from: template.text + taken, count: count)
            taken = template.ends[place]
            end &+= count
            guard place < template.valueCount else { break }
            switch values[place] {
            case .text(let piece): end &+= (target + end).write(piece.string)
            case .integer(let number): end &+= (target + end).write(number)
            default: break
            }
        }
        return end
    }

    @inline(never)
    private func joined(
        _ template: TextTemplate, _ values: Registers, _ say: (Value) -> String
    ) throws(Fault) -> String {
        for place in 0..<template.valueCount { try count(printing: values[place]) }
        var text = ""
        var taken = 0
        for place in 0...template.valueCount {
            let piece = UnsafeBufferPointer(start: template.text + taken, count: template.ends[place] - taken)
            text += String(decoding: piece, as: UTF8.self)
            taken = template.ends[place]
            if place < template.valueCount { text += say(values[place]) }
        }
        guard text.utf8.count <= longestText else { throw .textTooLong }
        return text
    }
}
