public import TMSSyntax

/// What any piece of a program can do, itself and by the definitions it calls: the one answer to whether it writes, asks
/// the service, pays or needs a yes.
public struct EffectAnalysis: Sendable {
    private let vocabulary: Vocabulary
    private let names: Set<String>
    private let definitions: DefinitionEffects

    public init(vocabulary: Vocabulary, definitions: [String: Definition]) {
        self.vocabulary = vocabulary
        names = Set(definitions.keys)
        var blocks: [String: BlockEffects] = [:]
        for (name, definition) in definitions {
            var collector = EffectCollector(vocabulary: vocabulary, definitions: names)
            blocks[name] = collector.collect(definition.syntax)
        }
        self.definitions = DefinitionEffects(blocks)
    }

    public func of(_ block: BlockSyntax) -> EffectSet { effects { $0.visit(block) } }
    public func of(_ pipeline: PipelineSyntax) -> EffectSet { effects { $0.visit(pipeline) } }
    public func of(_ stage: StageSyntax) -> EffectSet { effects { $0.visit(stage) } }
    public func of(_ command: CommandSyntax) -> EffectSet { effects { $0.visit(command) } }

    /// The verbs that ask the service something, in the order of the vocabulary.
    public func verbs(of block: BlockSyntax) -> [VerbID] { verbs { $0.visit(block) } }
    public func verbs(of stages: [StageSyntax]) -> [VerbID] { verbs { for stage in stages { $0.visit(stage) } } }

    private func effects(_ walk: (inout EffectCollector) -> Void) -> EffectSet { definitions.with(collected(walk)) }

    private func verbs(_ walk: (inout EffectCollector) -> Void) -> [VerbID] {
        definitions.verbs(of: collected(walk)).sorted { $0.index < $1.index }
    }

    private func collected(_ walk: (inout EffectCollector) -> Void) -> BlockEffects {
        var collector = EffectCollector(vocabulary: vocabulary, definitions: names)
        walk(&collector)
        return collector.block
    }
}
