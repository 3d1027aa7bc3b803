import TMSSemantics
import TMSSyntax

/// Finds whether running a piece of the tree may write to the account, so that its rows must be read before; or do
/// something else that is told by its verb.
struct WriteAnalysis {
    let vocabulary: Vocabulary
    /// Definitions known to write.
    private(set) var writing: Set<String>
    private let isWrite: (Signature, CommandSyntax) -> Bool

    /// - Parameter writing: the definitions that write, found before.
    init(vocabulary: Vocabulary, writing: Set<String>) {
        self.vocabulary = vocabulary
        self.writing = writing
        isWrite = { $0.effect(of: $1).isWrite }
    }

    /// Finds the definitions that do what is asked for, themselves or by what they call.
    init(
        vocabulary: Vocabulary, definitions: [String: Definition],
        _ isWrite: @escaping (Signature, CommandSyntax) -> Bool
    ) {
        self.vocabulary = vocabulary
        self.isWrite = isWrite
        writing = []
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for (name, definition) in definitions where !writing.contains(name) {
                guard writes(definition.syntax.body) else { continue }
                writing.insert(name)
                hasGrown = true
            }
        }
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
            return arguments || isWrite(vocabulary[verb], command)
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

extension Signature.Effect {
    /// Changes the account.
    var isWrite: Bool {
        switch self {
        case .none, .read: false
        case .create, .update, .delete: true
        }
    }
}
