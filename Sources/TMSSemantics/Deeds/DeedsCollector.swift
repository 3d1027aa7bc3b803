import TMSSyntax

/// Reads off the tree what its blocks do, once for the whole file, and keeps what it found of each `for`.
struct DeedsCollector {
    private let vocabulary: Vocabulary
    private let definitions: Set<String>
    /// The deeds of the body of each loop, by the loop's range.
    private(set) var loops: [(range: SourceRange, loop: ForSyntax, body: BlockDeeds)] = []

    init(vocabulary: Vocabulary, definitions: Set<String>) {
        self.vocabulary = vocabulary
        self.definitions = definitions
    }

    mutating func collect(_ statements: [StatementSyntax], declaring names: [String] = []) -> BlockDeeds {
        var deeds = BlockDeeds()
        for name in names { deeds.declare(name) }
        for statement in statements { collect(statement, into: &deeds) }
        return deeds
    }
}

// MARK: - Statements

extension DeedsCollector {
    private mutating func collect(_ statement: StatementSyntax, into deeds: inout BlockDeeds) {
        switch statement.kind {
        case .let(let name, let pipeline):
            collect(pipeline, into: &deeds)
            deeds.declare(name.name)
        case .assign(let name, let pipeline):
            collect(pipeline, into: &deeds)
            deeds.assign(name.name, at: name.range)
        case .for(let loop): collect(loop, statement.range, into: &deeds)
        case .while(let condition, let body):
            var inner = collect(body.statements)
            collect(condition, into: &inner)
            inner.markRepeated(at: statement.range)
            deeds.absorb(inner, isLoop: true)
        case .if(let branches):
            for branch in branches {
                if let condition = branch.condition { collect(condition, into: &deeds) }
                deeds.absorb(collect(branch.body.statements))
            }
        case .try(let body, let otherwise):
            deeds.absorb(collect(body.statements))
            deeds.absorb(collect(otherwise.statements))
        case .limit(let limits, let body):
            deeds.add(.limits, at: statement.range)
            for limit in limits { collect(limit.amount, into: &deeds) }
            deeds.absorb(collect(body.statements))
        case .break: deeds.leave(byBreakAt: statement.range)
        case .return(let pipeline):
            if let pipeline { collect(pipeline, into: &deeds) }
            deeds.leave(byReturnAt: statement.range)
        case .exit(let status):
            if let status { collect(status, into: &deeds) }
            deeds.add(.exits, at: statement.range)
        case .wait(let duration):
            collect(duration, into: &deeds)
            deeds.add(.waits, at: statement.range)
        case .print(let values): for value in values { collect(value, into: &deeds) }
        case .fail(let message): collect(message, into: &deeds)
        case .expect(let condition, let message):
            collect(condition, into: &deeds)
            if let message { collect(message, into: &deeds) }
        case .pipeline(let pipeline): collect(pipeline, into: &deeds)
        case .prefixed(let prefix, let inner): collect(inner, under: prefix, into: &deeds)
        case .define, .param, .use, .readOnly, .help, .continue, .missing: break
        }
    }

    private mutating func collect(_ loop: ForSyntax, _ range: SourceRange, into deeds: inout BlockDeeds) {
        collect(loop.source, into: &deeds)
        let names = [loop.name.name] + (loop.index.map { [$0.name] } ?? [])
        let body = collect(loop.body.statements, declaring: names)
        loops.append((range, loop, body))
        deeds.absorb(body, isLoop: true)
    }

    /// `plan` sends reads, `explain` and `curl` send nothing.
    private mutating func collect(
        _ statement: StatementSyntax, under prefix: StatementSyntax.Prefix, into deeds: inout BlockDeeds
    ) {
        var inner = BlockDeeds()
        collect(statement, into: &inner)
        guard prefix == .plan else { return }
        for deed in [Deeds.reads, .readsAccount, .asks, .waits] {
            if let range = inner.places[deed] { deeds.add(deed, at: range) }
        }
    }
}

// MARK: - Pipelines and values

extension DeedsCollector {
    private mutating func collect(_ pipeline: PipelineSyntax, into deeds: inout BlockDeeds) {
        switch pipeline.source {
        case .command(let command): collect(command, into: &deeds)
        case .open(let value, _), .expression(let value): collect(value, into: &deeds)
        }
        for stage in pipeline.stages {
            switch stage.kind {
            case .where(let value), .take(let value), .skip(let value), .set(_, let value), .join(let value, _),
                .save(let value):
                collect(value, into: &deeds)
            case .command(let command): collect(command, into: &deeds)
            case .sort, .show, .drop, .rename, .aggregate, .first, .last, .unique, .chart, .as, .missing: break
            }
        }
    }

    private mutating func collect(_ command: CommandSyntax, into deeds: inout BlockDeeds) {
        switch command.callee {
        case .verb(let id): deeds.add(Deeds(vocabulary[id], of: command), at: command.verbRange)
        case .named(let name): if definitions.contains(name) { deeds.call(name, at: command.verbRange) }
        }
        for values in command.subjects { for value in values { collect(value, into: &deeds) } }
        for clause in command.clauses {
            switch clause.value {
            case .flag: break
            case .value(let value): collect(value, into: &deeds)
            case .list(let values): for value in values { collect(value, into: &deeds) }
            case .range(let range): collect(range, into: &deeds)
            }
        }
        if let file = command.file { collect(file, into: &deeds) }
    }

    private mutating func collect(_ range: DateRangeSyntax, into deeds: inout BlockDeeds) {
        switch range.kind {
        case .last(let value), .since(let value), .before(let value), .after(let value), .on(let value):
            collect(value, into: &deeds)
        case .between(let from, let to):
            collect(from, into: &deeds)
            collect(to, into: &deeds)
        }
    }

    private mutating func collect(_ value: ExpressionSyntax, into deeds: inout BlockDeeds) {
        switch value.kind {
        case .number, .word, .boolean, .empty, .date, .those, .rows, .field, .missing: break
        case .variable(let name): if name == "failures" { deeds.add(.readsFailures, at: value.range) }
        case .string(let segments): for case .expression(let inner) in segments { collect(inner, into: &deeds) }
        case .duration(let inner, _), .ago(let inner), .member(let inner, _, _), .negate(let inner), .not(let inner),
            .isEmpty(let inner, _), .parenthesized(let inner):
            collect(inner, into: &deeds)
        case .index(let left, let right), .binary(_, let left, let right), .comparison(_, let left, let right):
            collect(left, into: &deeds)
            collect(right, into: &deeds)
        case .membership(let left, let membership, _):
            collect(left, into: &deeds)
            switch membership {
            case .values(let values): for value in values { collect(value, into: &deeds) }
            case .range(let range): collect(range, into: &deeds)
            }
        case .call(let name, let range, let arguments):
            if definitions.contains(name) {
                deeds.call(name, at: range)
            } else if Function.named(name)?.isQuestion ?? false {
                deeds.add(.asks, at: value.range)
            }
            for argument in arguments { collect(argument, into: &deeds) }
        case .list(let items), .and(let items), .or(let items): for item in items { collect(item, into: &deeds) }
        case .record(let items): for item in items { collect(item.value, into: &deeds) }
        case .pipeline(let pipeline): collect(pipeline, into: &deeds)
        }
    }
}
