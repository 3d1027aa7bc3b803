extension Signature {
    /// What this one line does to the account, the worst case: `call get …` reads, whatever else `call` can do.
    public func effect(of command: CommandSyntax) -> Effect {
        guard let readingWord, effect != .none, case .word(let word)? = command.subjects.first?.first?.kind,
            word.lowercased() == readingWord
        else { return effect }
        return .read
    }
}
