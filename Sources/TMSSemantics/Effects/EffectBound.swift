public import TMSSyntax

/// What a program can do to the account, at the worst: what `tms check` says and status 8 rests on.
public struct EffectBound: Sendable, Equatable {
    public var reads: Bool
    public var creates: Bool
    public var updates: Bool
    public var deletes: Bool
    /// The first place that deletes or stops something for good, in the program's own file.
    public var irreversible: SourceRange?
    /// The first call made by hand of which nobody can say what it does.
    public var unknown: SourceRange?
    /// Needs nothing but the machine: no service, no file, nobody's answer.
    public var isPure = false

    public init(
        reads: Bool = false, creates: Bool = false, updates: Bool = false,
        deletes: Bool = false,
        irreversible: SourceRange? = nil
    ) {
        self.reads = reads
        self.creates = creates
        self.updates = updates
        self.deletes = deletes
        self.irreversible = irreversible
    }

    public var writes: Bool { creates || updates || deletes }

    /// A script that can do this wants `--yes`; a person is asked.
    public var needsConfirmation: Bool { irreversible != nil }
}

extension EffectBound {
    init(_ block: BlockEffects, _ definitions: DefinitionEffects) {
        let all = definitions.with(block)
        self.init(
            reads: all.contains(.reads), creates: all.contains(.creates),
            updates: all.contains(.updates),
            deletes: all.contains(.deletes))
        isPure = all.isPure
        irreversible = Self.place(of: .isIrreversible, block, definitions)
        unknown = Self.place(of: .isUnknown, block, definitions)
    }

    /// The first place of an effect: its own, or the call of a definition that leads to it.
    private static func place(of effect: EffectSet, _ block: BlockEffects, _ definitions: DefinitionEffects)
        -> SourceRange?
    {
        block.places[effect]
            ?? block.calls.filter { definitions.all(of: $0.key).contains(effect) }.values.min { $0.lower < $1.lower }
    }
}
