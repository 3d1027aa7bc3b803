import TMSSemantics
import TMSSyntax

/// Finds whether running a piece of the tree may write to the account, so that its rows must be read before.
struct WriteAnalysis {
    let vocabulary: Vocabulary
    /// Definitions known to write.
    var writing: Set<String>

    static func writingDefinitions(_ definitions: [String: Definition], vocabulary: Vocabulary) -> Set<String> {
        var analysis = WriteAnalysis(vocabulary: vocabulary, writing: [])
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for (name, definition) in definitions where !analysis.writing.contains(name) {
                guard analysis.writes(definition.syntax.body) else { continue }
                analysis.writing.insert(name)
                hasGrown = true
            }
        }
        return analysis.writing
    }

    func writes(_ block: BlockSyntax) -> Bool { block.statements.contains { writes($0) } }

    func writes(_ statement: StatementSyntax) -> Bool {
        switch statement.kind {
        case .let(_, let pipeline), .assign(_, let pipeline), .return(.some(let pipeline)), .pipeline(let pipeline):
            writes(pipeline)
        case .for(let loop): writes(loop.source) || writes(loop.body)
        case .while(let condition, let body): writes(condition) || writes(body)
        case .if(let branches): branches.contains { $0.condition.map(writes) ?? false || writes($0.body) }
        case .try(let body, let otherwise): writes(body) || writes(otherwise)
        case .limit(_, let body): writes(body)
        case .prefixed(_, let inner): writes(inner)
        case .print(let expressions): expressions.contains { writes($0) }
        case .fail(let expression), .wait(let expression): writes(expression)
        case .expect(let condition, let message): writes(condition) || message.map(writes) ?? false
        default: false
        }
    }

    func writes(_ pipeline: PipelineSyntax) -> Bool {
        let source =
            switch pipeline.source {
            case .command(let command): writes(command)
            case .expression(let expression): writes(expression)
            case .open: false
            }
        return source || pipeline.stages.contains { writes($0) }
    }

    func writes(_ stage: StageSyntax) -> Bool {
        switch stage.kind {
        case .command(let command): writes(command)
        case .where(let expression), .set(_, let expression): writes(expression)
        default: false
        }
    }

    func writes(_ command: CommandSyntax) -> Bool {
        let arguments = command.subjects.joined().contains { writes($0) }
        switch command.callee {
        case .verb(let verb):
            let effect = vocabulary[verb].effect(of: command)
            return arguments || !(effect == .none || effect == .read)
        case .named(let name):
            return arguments || writing.contains(name)
        }
    }

    func writes(_ expression: ExpressionSyntax) -> Bool {
        switch expression.kind {
        case .pipeline(let pipeline): writes(pipeline)
        case .call(let name, _, let arguments): writing.contains(name) || arguments.contains { writes($0) }
        default: expression.parts.contains { writes($0) }
        }
    }
}
