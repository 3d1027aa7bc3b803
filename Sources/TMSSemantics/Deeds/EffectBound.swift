public import TMSSyntax

/// What a program can do to the account, at the worst: what `tms check` says and status 8 rests on.
public struct EffectBound: Sendable, Equatable {
    public var reads: Bool
    public var creates: Bool
    public var updates: Bool
    public var deletes: Bool
    /// The first place that deletes or stops something for good, in the program's own file.
    public var irreversible: SourceRange?

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
    init(_ block: BlockDeeds, _ deeds: DefinitionDeeds) {
        let all = deeds.with(block)
        self.init(
            reads: all.contains(.reads), creates: all.contains(.creates),
            updates: all.contains(.updates),
            deletes: all.contains(.deletes))
        if all.contains(.isIrreversible) {
            irreversible =
                block.places[.isIrreversible]
                ?? block.calls.filter { deeds.all(of: $0.key).contains(.isIrreversible) }.values
                .min { $0.lower < $1.lower }
        }
    }
}
