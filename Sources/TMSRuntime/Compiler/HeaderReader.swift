import TMSSyntax

/// Tells how the columns of rows come to be, as far as the text of a script says it.
struct HeaderReader {
    private let file: SourceFile
    private let vocabulary: Vocabulary
    private let registers: RegisterFile

    init(_ function: FunctionBuilder) {
        file = function.file
        vocabulary = function.pool.vocabulary
        registers = function.registers
    }

    /// How the columns of a pipeline's rows come to be.
    func header(_ pipeline: PipelineSyntax) -> HeaderPlan {
        var plan =
            switch pipeline.source {
            case .command(let command): header(command)
            case .open(let opened): HeaderPlan(.file(SourceLocation(file, opened.range)))
            case .expression(let expression): header(expression)
            }
        for stage in pipeline.stages {
            switch stage.kind {
            case .show(let fields): plan = HeaderPlan(.keys(fields.map(\.name)))
            case .aggregate(let groups, let aggregates):
                plan = HeaderPlan(.keys(groups.map(\.name) + aggregates.map(\.columnName)))
            case .command(let command): plan = header(command)
            case .drop(let fields): plan.steps.append(.reshaped(.drop(fields.map(\.name))))
            case .set(let field, _): plan.steps.append(.reshaped(.set(field.name)))
            case .rename(let pairs):
                plan.steps.append(.reshaped(.rename(pairs.map { (from: $0.from.name, to: $0.to.name) })))
            case .join(let partners, _, _): plan.steps.append(.joined(header(partners)))
            // Of the fields that any other stage would give only the run knows.
            default: if !stage.outcome.keepsFields { plan = HeaderPlan(.unknown) }
            }
        }
        return plan
    }

    private func header(_ command: CommandSyntax) -> HeaderPlan {
        guard case .verb(let verb) = command.callee, let schema = vocabulary[verb].returns else {
            return HeaderPlan(.unknown)
        }
        return HeaderPlan(.schema(schema))
    }

    func header(_ expression: ExpressionSyntax) -> HeaderPlan {
        switch expression.kind {
        case .parenthesized(let inner): return header(inner)
        case .pipeline(let pipeline): return header(pipeline)
        case .variable(let name): return registers.local(name).flatMap { registers.headers[$0] } ?? HeaderPlan(.unknown)
        case .list(let items):
            var keys: [String] = []
            for case .record(let fields) in items.map(\.kind) {
                for field in fields where !keys.contains(field.key) { keys.append(field.key) }
            }
            return HeaderPlan(keys.isEmpty ? .unknown : .keys(keys))
        // Of any other value only the run knows them.
        default: return HeaderPlan(.unknown)
        }
    }
}
