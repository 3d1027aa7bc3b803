// What is done in one turn and takes as long as many.
extension Machine {
    /// Counts work that is done in one piece as the turns it stands for, and looks up from it.
    func count(steps: Int) throws(Fault) {
        if interruptor.isSet { throw .interrupted }
        try take(steps: steps)
    }

    /// Counts rows that are taken as a whole. A few of them are taken in any case.
    func count(taking rows: Int) throws(Fault) {
        if rows > longest { try count(steps: rows) } else { try take(steps: rows) }
    }

    private func take(steps: Int) throws(Fault) {
        let (sum, overflow) = stepsTaken.addingReportingOverflow(steps)
        stepsTaken = overflow ? .max : sum
        if stepsTaken >= maxSteps { throw .tooManySteps(maxSteps) }
    }

    /// Work that goes once through a text or the items of a list. Most are short, and cost nothing.
    @inline(__always)
    func count(workOn value: Value) throws(Fault) {
        let length = value.length
        if length > longest { try count(steps: length) }
    }

    /// A value that was put together of others. To copy a text takes less than to read it.
    @inline(__always)
    func count(making value: Value) throws(Fault) {
        if case .text(let text) = value {
            let bytes = text.string.utf8.count
            if bytes > 1_024 { try count(steps: bytes >> 8) }
        } else {
            try count(workOn: value)
        }
    }

    /// A comparison, which goes through two texts, and prints lists and records to compare them.
    @inline(__always)
    func count(comparing left: Value, _ right: Value) throws(Fault) {
        switch (left, right) {
        case (.text(let a), .text(let b)):
            let bytes = max(a.string.utf8.count, b.string.utf8.count)
            if bytes > longest << 4 { try count(steps: bytes >> 4) }
        case (.list, _), (.record, _), (_, .list), (_, .record): try count(printing: left, right)
        default: break
        }
    }

    @inline(never)
    private func count(printing left: Value, _ right: Value) throws(Fault) {
        // Nothing is compared with an empty value.
        if left.isEmpty || right.isEmpty { return }
        for value in [left, right] {
            try count(workOn: value)
            try count(printing: value)
        }
    }

    /// A pattern goes through the text with all its ways to match side by side.
    func count(matching text: Value, _ pattern: Pattern) throws(Fault) {
        let steps = text.length &* pattern.length
        if steps > longest { try count(steps: steps) }
    }

    /// `left + right` where one is printed behind a text.
    func count(joining left: Value, _ right: Value) throws(Fault) {
        if case .text = left { try count(printing: right) }
        if case .text = right { try count(printing: left) }
    }

    /// The text of a list or a record: that of all that lies in it.
    func count(printing value: Value) throws(Fault) {
        switch value {
        case .list, .record:
            let bytes = value.printedLength(upTo: longestText)
            if bytes > longestText { throw .textTooLong }
            let steps = max(value.weight, bytes >> 4)
            if steps > longest { try count(steps: steps) }
        default: break
        }
    }

    /// What a function does with a value.
    func count(_ function: Builtin, of value: Value) throws(Fault) {
        switch (function, value) {
        case (.len, .list): break
        case (.text, _), (.upper, _), (.lower, _), (.trim, _), (.split, _), (.join, _), (.replace, _), (.number, _),
            (.date, _):
            try count(workOn: value)
            try count(printing: value)
        default: try count(workOn: value)
        }
    }
}

extension Value {
    /// What work on it as a whole takes, in turns of the program: the items of a list, or the bytes of a text, of which
    /// many are gone through in the time of one turn.
    @inline(__always)
    fileprivate var length: Int {
        switch self {
        case .text(let text): text.string.utf8.count >> 4
        case .list(let list): list.count
        default: 0
        }
    }

    /// The bytes its text takes, about; what is beyond `most` is not looked at.
    fileprivate func printedLength(upTo most: Int) -> Int {
        var bytes = 0
        switch self {
        case .nothing, .null: break
        case .text(let text): bytes = text.string.utf8.count
        case .list(let list):
            guard list.stored == nil else { return list.count &* 16 }
            for item in list.items {
                bytes &+= 2 &+ item.printedLength(upTo: most &- bytes)
                if bytes > most { break }
            }
        case .record(let record):
            for (slot, key) in record.shape.keys.enumerated() {
                bytes &+= 4 &+ key.utf8.count &+ record.value(at: slot).printedLength(upTo: most &- bytes)
                if bytes > most { break }
            }
        default: bytes = 8
        }
        return bytes
    }
}

/// What is shorter than this is done within a turn.
private let longest = 64
