import TMSSyntax

/// What running a stretch of script can do, at the worst.
struct Deeds: OptionSet, Hashable {
    let rawValue: Int

    static let reads = Deeds(rawValue: 1 << 0)
    static let creates = Deeds(rawValue: 1 << 1)
    static let updates = Deeds(rawValue: 1 << 2)
    static let deletes = Deeds(rawValue: 1 << 3)
    /// Cannot be taken back.
    static let isIrreversible = Deeds(rawValue: 1 << 4)
    /// Reads the whole account.
    static let readsAccount = Deeds(rawValue: 1 << 5)
    static let waits = Deeds(rawValue: 1 << 6)
    static let exits = Deeds(rawValue: 1 << 7)
    /// `ask` and `confirm`.
    static let asks = Deeds(rawValue: 1 << 8)
    /// A command in a `while`.
    static let repeatsCommands = Deeds(rawValue: 1 << 9)
    /// Moves the clock of the sandbox, or empties it.
    static let steersSandbox = Deeds(rawValue: 1 << 10)
    static let readsFailures = Deeds(rawValue: 1 << 11)
    /// Counts its calls, which rows that share one would make too few of.
    static let limits = Deeds(rawValue: 1 << 12)

    static let writing: Deeds = [.creates, .updates, .deletes]
    static let command: Deeds = [.reads, .creates, .updates, .deletes]

    var writes: Bool { !isDisjoint(with: .writing) }
}

extension Deeds {
    init(_ signature: Signature, of command: CommandSyntax) {
        self =
            switch signature.effect(of: command) {
            case .none: []
            case .read: .reads
            case .create: .creates
            case .update: .updates
            case .delete: .deletes
            }
        if signature.isIrreversible { insert(.isIrreversible) }
        if signature.isAccountWide { insert(.readsAccount) }
        if signature.words.first == "sandbox" { insert(.steersSandbox) }
    }
}

/// The deeds of a block as it is written: its own, each with its first place, and what it calls.
struct BlockDeeds {
    private(set) var own: Deeds = []
    private(set) var places: [Deeds: SourceRange] = [:]
    /// The definitions called, each with its first place.
    private(set) var calls: [String: SourceRange] = [:]
    /// Definitions called in a `while`.
    private(set) var repeatedCalls: Set<String> = []
    /// Names given a new value that stand outside the block.
    private(set) var assigned: [String: SourceRange] = [:]
    private(set) var declared: Set<String> = []
    /// A `break` that leaves the loop around the block, a `return` that leaves its definition.
    private(set) var breaks: SourceRange?
    private(set) var returns: SourceRange?

    mutating func add(_ deeds: Deeds, at range: SourceRange) {
        guard !deeds.isSubset(of: own) else { return }
        var rest = deeds.subtracting(own).rawValue
        while rest != 0 {
            let bit = rest & -rest
            places[Deeds(rawValue: bit)] = range
            rest &= rest - 1
        }
        own.formUnion(deeds)
    }

    mutating func call(_ name: String, at range: SourceRange) {
        if calls[name] == nil { calls[name] = range }
    }

    mutating func assign(_ name: String, at range: SourceRange) {
        if !declared.contains(name), assigned[name] == nil { assigned[name] = range }
    }

    mutating func declare(_ name: String) { declared.insert(name) }
    mutating func leave(byBreakAt range: SourceRange) { if breaks == nil { breaks = range } }
    mutating func leave(byReturnAt range: SourceRange) { if returns == nil { returns = range } }

    /// Takes in a block that stands inside. `isLoop`: a `break` in it stays in it.
    mutating func absorb(_ inner: BlockDeeds, isLoop: Bool = false) {
        for (deed, range) in inner.places { add(deed, at: range) }
        for (name, range) in inner.calls { call(name, at: range) }
        for (name, range) in inner.assigned { assign(name, at: range) }
        repeatedCalls.formUnion(inner.repeatedCalls)
        if !isLoop, let range = inner.breaks { leave(byBreakAt: range) }
        if let range = inner.returns { leave(byReturnAt: range) }
    }

    /// The block stands in a `while`.
    mutating func markRepeated(at range: SourceRange) {
        if !own.isDisjoint(with: .command) { add(.repeatsCommands, at: range) }
        repeatedCalls.formUnion(calls.keys)
    }
}
