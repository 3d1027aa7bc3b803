import TMSSyntax

/// Gathers the deeds of a program and of everything it can call, and judges every loop by them.
struct DeedsWalk {
    private(set) var deeds: DefinitionDeeds
    private var judged: [(file: String, judgement: LoopJudgements.Judgement)] = []
    private(set) var effects = EffectBound()
    private let vocabulary: Vocabulary
    private let names: Set<String>

    init(vocabulary: Vocabulary, definitions: [String: Definition]) {
        self.vocabulary = vocabulary
        names = Set(definitions.keys)
        var blocks: [String: BlockDeeds] = [:]
        var found: [(file: String, collector: DeedsCollector)] = []
        for (name, definition) in definitions {
            var collector = DeedsCollector(vocabulary: vocabulary, definitions: names)
            let formals = definition.syntax.parameters.map(\.name.name)
            blocks[name] = collector.collect(definition.syntax.body.statements, declaring: formals)
            found.append((definition.file.name, collector))
        }
        deeds = DefinitionDeeds(blocks)
        for (file, collector) in found { judge(collector, file) }
    }

    var loops: LoopJudgements { LoopJudgements(judged) }

    mutating func walk(_ program: ProgramSyntax) {
        var collector = DeedsCollector(vocabulary: vocabulary, definitions: names)
        let block = collector.collect(program.statements)
        judge(collector, program.file.name)
        effects = EffectBound(block, deeds)
    }

    private mutating func judge(_ collector: DeedsCollector, _ file: String) {
        let independence = Independence(deeds: deeds)
        for loop in collector.loops {
            judged.append((file, (loop.range, independence.judge(loop.loop, body: loop.body))))
        }
    }
}
