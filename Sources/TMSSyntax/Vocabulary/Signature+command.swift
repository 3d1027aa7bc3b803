extension Signature {
    /// What this one line does to the account, the worst case: `call get …` reads, whatever else `call` can do.
    public func effect(of command: CommandSyntax) -> Effect {
        guard let readingWord, effect != .none, case .word(let word)? = command.subjects.first?.first?.kind,
            word.lowercased() == readingWord
        else { return effect }
        return .read
    }
}

extension Signature {
    /// The subject that rows of a pipeline fill.
    public var target: Int? {
        subjects.firstIndex { $0.kind == .parcel } ?? subjects.firstIndex { $0.kind == .trackingNumber }
            ?? (subjects.isEmpty ? nil : 0)
    }

    /// Whether a stage gives the verb all rows at once, rather than one after the other.
    public func takesAllRows(of command: CommandSyntax) -> Bool {
        guard let target, !command.mentionsRow else { return false }
        return subjects[target].isList
    }
}
