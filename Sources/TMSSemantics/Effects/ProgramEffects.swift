import TMSSyntax

/// What a program and everything that it can call do, and of each loop whether its rows may go together.
struct ProgramEffects {
    let definitions: DefinitionEffects
    private(set) var whole = EffectBound()
    /// The commands of the program's own file that take their rows from a file, in their order.
    private(set) var fileCommands: [CommandSyntax] = []
    private var foundLoops: [(file: String, loop: CheckedLoops.Loop)] = []

    init(of program: ProgramSyntax, vocabulary: Vocabulary, definitions: [String: Definition]) {
        let names = Set(definitions.keys)
        var blocks: [String: BlockEffects] = [:]
        var found: [(file: String, collector: EffectCollector)] = []
        for (name, definition) in definitions {
            var collector = EffectCollector(vocabulary: vocabulary, definitions: names)
            blocks[name] = collector.collect(definition.syntax)
            found.append((definition.file.name, collector))
        }
        self.definitions = DefinitionEffects(blocks)
        var collector = EffectCollector(vocabulary: vocabulary, definitions: names)
        let block = collector.collect(program.statements)
        found.append((program.file.name, collector))
        for (file, collector) in found {
            decide(collector, file)
            if file == program.file.name { fileCommands += collector.fileCommands }
        }
        fileCommands.sort { $0.range.lower < $1.range.lower }
        whole = EffectBound(block, self.definitions)
    }

    var loops: CheckedLoops { CheckedLoops(foundLoops) }

    private mutating func decide(_ collector: EffectCollector, _ file: String) {
        let independence = Independence(definitions: definitions)
        for loop in collector.loops {
            foundLoops.append((file, (loop.range, independence.of(loop.loop, body: loop.body))))
        }
    }
}
