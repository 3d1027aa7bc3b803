import TMSSyntax

/// Reads off the tree what a block does, and keeps what it found of each `for` in it.
///
/// A statement, stage or value that is not named here does what is inside of it.
struct EffectCollector: SyntaxWalker {
    private let vocabulary: Vocabulary
    private let definitions: Set<String>
    /// The effects of the block that is being walked.
    private(set) var block = BlockEffects()
    /// The effects of the body of each loop, by the loop's range.
    private(set) var loops: [(range: SourceRange, loop: ForSyntax, body: BlockEffects)] = []
    /// The commands that take their rows from a file: `track from "orders.csv"`.
    private(set) var fileCommands: [CommandSyntax] = []

    init(vocabulary: Vocabulary, definitions: Set<String>) {
        self.vocabulary = vocabulary
        self.definitions = definitions
    }

    /// What calling a definition does, at the worst: with the defaults of what is not given.
    mutating func collect(_ definition: DefineSyntax) -> BlockEffects {
        apart { walk in
            for formal in definition.parameters {
                if let value = formal.defaultValue { walk.visit(value) }
                walk.block.declare(formal.name.name)
            }
            walk.visit(definition.body.statements)
        }
    }

    mutating func collect(_ statements: [StatementSyntax]) -> BlockEffects { apart { $0.visit(statements) } }

    /// What `walk` comes by, as a block of its own.
    private mutating func apart(_ walk: (inout Self) -> Void) -> BlockEffects {
        var inner = BlockEffects()
        swap(&inner, &block)
        walk(&self)
        swap(&inner, &block)
        return inner
    }
}

// MARK: - Statements

extension EffectCollector {
    mutating func visit(_ block: BlockSyntax) {
        let inner = collect(block.statements)
        self.block.absorb(inner)
    }

    mutating func visit(_ statement: StatementSyntax) {
        let range = statement.range
        switch statement.kind {
        case .for(let loop): return collect(loop, range)
        case .prefixed(let prefix, let inner): return collect(inner, under: prefix)
        // A definition does nothing where it stands; its calls do.
        case .define: return
        // Any other does what is inside of it, once or any number of times.
        default: break
        }
        guard statement.repeatingWord == nil else {
            var inner = apart { $0.walk(statement) }
            inner.markRepeated(at: range)
            return block.absorb(inner, isLoop: true)
        }
        walk(statement)
        switch statement.kind {
        case .let(let name, _): block.declare(name.name)
        case .assign(let name, _): block.assign(name.name, at: name.range)
        case .limit: block.add(.limits, at: range)
        case .break: block.leave(byBreakAt: range)
        case .return: block.leave(byReturnAt: range)
        case .exit: block.add(.exits, at: range)
        case .wait: block.add(.waits, at: range)
        case .help: block.add(.usesVerbs, at: range)
        // Any other does nothing beside it.
        default: break
        }
    }

    private mutating func collect(_ loop: ForSyntax, _ range: SourceRange) {
        visit(loop.source)
        let body = apart { walk in
            walk.block.declare(loop.name.name)
            if let index = loop.index { walk.block.declare(index.name) }
            walk.visit(loop.body.statements)
        }
        loops.append((range, loop, body))
        block.absorb(body, isLoop: true)
    }

    /// `plan` sends reads, `explain` and `curl` send nothing.
    private mutating func collect(_ statement: StatementSyntax, under prefix: StatementSyntax.Prefix) {
        let inner = apart { $0.visit(statement) }
        block.add(.usesVerbs, at: statement.range)
        guard prefix == .plan else { return }
        for effect in [EffectSet.reads, .readsAccount, .asks, .waits] {
            if let range = inner.places[effect] { block.add(effect, at: range) }
        }
    }
}

// MARK: - Pipelines and values

extension EffectCollector {
    mutating func visit(_ pipeline: PipelineSyntax) {
        if let command = pipeline.asFileCommand { fileCommands.append(command) }
        walk(pipeline)
    }

    mutating func visit(_ stage: StageSyntax) {
        if case .saved = stage.outcome { block.add(.usesFiles, at: stage.range) }
        walk(stage)
    }

    mutating func visit(_ file: FileSyntax) {
        block.add(.usesFiles, at: file.range)
        walk(file)
    }

    mutating func visit(_ command: CommandSyntax) {
        switch command.callee {
        case .verb(let id):
            block.add(EffectSet(vocabulary[id], of: command), at: command.verbRange)
            if vocabulary[id].effect != .none { block.use(id) }
        case .named(let name): if definitions.contains(name) { block.call(name, at: command.verbRange) }
        }
        if let file = command.file {
            block.add(.usesFiles, at: file.range)
            fileCommands.append(command)
        }
        walk(command)
    }

    mutating func visit(_ value: ExpressionSyntax) {
        if case .variable("failures") = value.kind { block.add(.readsFailures, at: value.range) }
        if case .call(let name, let range, _) = value.kind {
            if definitions.contains(name) {
                block.call(name, at: range)
            } else if Function.named(name)?.isQuestion ?? false {
                block.add(.asks, at: value.range)
            }
        }
        walk(value)
    }
}

extension PipelineSyntax {
    /// `open "orders.csv" | track` as `track from "orders.csv"`, which reads the same rows in the same way.
    fileprivate var asFileCommand: CommandSyntax? {
        guard case .open(let file) = source, case .command(var command)? = stages.first?.kind, command.file == nil,
            command.subjects.allSatisfy(\.isEmpty)
        else { return nil }
        command.file = file.path
        command.fileClauses = file.clauses
        return command
    }
}
