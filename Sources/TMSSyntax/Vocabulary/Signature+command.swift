extension Signature {
    /// What this one line does to the account, at the worst: `call get …` reads, whatever else `call` can do.
    public func lineEffect(of command: CommandSyntax) -> LineEffect {
        guard let byHand else {
            return LineEffect(effect, isIrreversible: isIrreversible, isPaidRead: price > 0 && !effect.isWrite)
        }
        var method: String?
        if case .word(let word)? = command.subjects.first?.first?.kind { method = word.lowercased() }
        let path = command.subjects.count > 1 ? command.subjects[1].first?.textPieces ?? [nil] : [nil]
        return LineEffect(byHand: byHand, method: method, path: CallByHand.Path(path))
    }

    public func effect(of command: CommandSyntax) -> Effect { lineEffect(of: command).effect }
}

extension ExpressionSyntax {
    /// The text that it stands for, with nil for each place that only the run knows.
    fileprivate var textPieces: [String?] {
        switch kind {
        case .word(let text): [text]
        case .string(let segments):
            segments.map { if case .text(let text) = $0 { text } else { nil } }
        case .parenthesized(let inner): inner.textPieces
        // Of any other value only the run knows the text.
        default: [nil]
        }
    }
}

extension Signature {
    /// The subject that rows of a pipeline fill.
    public var target: Int? {
        subjects.firstIndex { $0.kind == .parcel } ?? subjects.firstIndex { $0.kind == .trackingNumber }
            ?? (subjects.isEmpty ? nil : 0)
    }

    /// The slots that the values of a command fill in order: that of the rows is left out where a stage or a file fills it.
    public func openSlots(of command: CommandSyntax, isStage: Bool) -> [Slot] {
        var slots = subjects
        let isFilled = command.file != nil || (isStage && command.subjects.count < slots.count)
        if isFilled, let target = slots.firstIndex(where: { $0.kind == .parcel || $0.kind == .trackingNumber }) {
            slots.remove(at: target)
        }
        return slots
    }

    /// Whether a stage gives the verb all rows at once, rather than one after the other.
    public func takesAllRows(of command: CommandSyntax) -> Bool {
        guard let target, !command.mentionsRow else { return false }
        return subjects[target].isList
    }
}
