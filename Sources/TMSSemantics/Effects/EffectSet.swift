import TMSSyntax

/// What running a stretch of script can do, at the worst.
public struct EffectSet: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    static let reads = EffectSet(rawValue: 1 << 0)
    static let creates = EffectSet(rawValue: 1 << 1)
    static let updates = EffectSet(rawValue: 1 << 2)
    static let deletes = EffectSet(rawValue: 1 << 3)
    /// Cannot be taken back.
    static let isIrreversible = EffectSet(rawValue: 1 << 4)
    /// Reads the whole account.
    static let readsAccount = EffectSet(rawValue: 1 << 5)
    static let waits = EffectSet(rawValue: 1 << 6)
    static let exits = EffectSet(rawValue: 1 << 7)
    /// `ask` and `confirm`.
    static let asks = EffectSet(rawValue: 1 << 8)
    /// A command in a `while`.
    static let repeatsCommands = EffectSet(rawValue: 1 << 9)
    /// Moves the clock of the sandbox, or empties it.
    static let steersSandbox = EffectSet(rawValue: 1 << 10)
    static let readsFailures = EffectSet(rawValue: 1 << 11)
    /// Counts its calls, which rows that share one would make too few of.
    static let limits = EffectSet(rawValue: 1 << 12)
    /// A call made by hand that is none of the API's: nobody can say what it does.
    static let isUnknown = EffectSet(rawValue: 1 << 13)
    /// Reads what takes from the quota.
    static let pays = EffectSet(rawValue: 1 << 14)
    /// Opens or saves a file.
    static let usesFiles = EffectSet(rawValue: 1 << 15)
    /// Gives a verb work, whether it calls the service or not.
    static let usesVerbs = EffectSet(rawValue: 1 << 16)

    private static let writing: EffectSet = [.creates, .updates, .deletes]
    static let command: EffectSet = [.reads, .creates, .updates, .deletes]

    /// Changes the account.
    public var writes: Bool { !isDisjoint(with: .writing) }
    /// Asks the service something, so that there are answers to wait for.
    public var asksTheService: Bool { !isDisjoint(with: [.command, .steersSandbox]) }
    /// A person is asked first: it cannot be taken back, nobody knows what it does, or it costs quota for a read.
    public var asksFirst: Bool { !isDisjoint(with: [.isIrreversible, .isUnknown, .pays]) }
    /// Needs nothing but the machine.
    public var isPure: Bool {
        isDisjoint(with: [.command, .steersSandbox, .usesVerbs, .usesFiles, .waits, .asks, .limits])
    }
}

extension EffectSet {
    init(_ signature: Signature, of command: CommandSyntax) {
        let line = signature.lineEffect(of: command)
        self =
            switch line.effect {
            case .none: []
            case .read: .reads
            case .create: .creates
            case .update: .updates
            case .delete: .deletes
            }
        insert(.usesVerbs)
        if line.isIrreversible { insert(.isIrreversible) }
        if line.isUnknown { insert(.isUnknown) }
        if line.isPaidRead { insert(.pays) }
        if signature.isAccountWide { insert(.readsAccount) }
        if signature.words.first == "sandbox" { insert(.steersSandbox) }
    }
}

/// The effects of a block as it is written: its own, each with its first place, and what it calls.
struct BlockEffects {
    private(set) var own: EffectSet = []
    private(set) var places: [EffectSet: SourceRange] = [:]
    /// The definitions called, each with its first place.
    private(set) var calls: [String: SourceRange] = [:]
    /// Definitions called in a `while`.
    private(set) var repeatedCalls: Set<String> = []
    /// Names given a new value that stand outside the block.
    private(set) var assigned: [String: SourceRange] = [:]
    private(set) var declared: Set<String> = []
    /// The verbs that ask the service something.
    private(set) var verbs: Set<VerbID> = []
    /// A `break` that leaves the loop around the block, a `return` that leaves its definition.
    private(set) var breaks: SourceRange?
    private(set) var returns: SourceRange?

    mutating func add(_ effects: EffectSet, at range: SourceRange) {
        guard !effects.isSubset(of: own) else { return }
        var rest = effects.subtracting(own).rawValue
        while rest != 0 {
            let bit = rest & -rest
            places[EffectSet(rawValue: bit)] = range
            rest &= rest - 1
        }
        own.formUnion(effects)
    }

    mutating func use(_ verb: VerbID) { verbs.insert(verb) }

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
    mutating func absorb(_ inner: BlockEffects, isLoop: Bool = false) {
        for (effect, range) in inner.places { add(effect, at: range) }
        for (name, range) in inner.calls { call(name, at: range) }
        for (name, range) in inner.assigned { assign(name, at: range) }
        repeatedCalls.formUnion(inner.repeatedCalls)
        verbs.formUnion(inner.verbs)
        if !isLoop, let range = inner.breaks { leave(byBreakAt: range) }
        if let range = inner.returns { leave(byReturnAt: range) }
    }

    /// The block stands in a `while`.
    mutating func markRepeated(at range: SourceRange) {
        if !own.isDisjoint(with: .command) { add(.repeatsCommands, at: range) }
        repeatedCalls.formUnion(calls.keys)
    }
}
