import TMSSyntax

/// Walks a tree and notes the role of every word that the tree knows, and the commands it meets.
///
/// Its extensions hold a sort of node each; every switch is over all cases, so that a new node is not forgotten.
struct RoleWalk {
    /// A command, with whether rows come to it from the stage before.
    struct Command {
        var syntax: CommandSyntax
        var isStage: Bool
    }

    let file: SourceFile
    let vocabulary: Vocabulary
    /// The definitions that may be called.
    let definitions: [String: DefineSyntax]
    var canvas: RoleCanvas
    private(set) var commands: [Command] = []
    /// The schema of the rows that the stage at hand sees.
    var schema: String?
    /// The words that the parser has refused; it may have read on as if other ones stood there: `show` for `get`.
    private let refused: Set<SourceRange>
    private let tokens: ContiguousArray<Token>

    init(
        _ parsed: ParseResult, tokens: ContiguousArray<Token>, vocabulary: Vocabulary,
        definitions: [String: DefineSyntax]
    ) {
        file = parsed.program.file
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.definitions = definitions
        canvas = RoleCanvas(count: file.utf8.count)
        refused = Set(
            parsed.diagnostics.lazy.filter { $0.severity == .error }.compactMap { $0.location?.range })
    }

    mutating func note(_ command: CommandSyntax, isStage: Bool) {
        commands.append(Command(syntax: command, isStage: isStage))
    }

    mutating func paint(_ range: SourceRange, _ role: TokenRole) { canvas.paint(range, role) }

    /// The word that a node begins with.
    mutating func paintHead(at lower: Int, _ role: TokenRole) {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].lower < lower { low = middle + 1 } else { high = middle }
        }
        guard low < tokens.count, tokens[low].lower == lower, tokens[low].kind == .word else { return }
        let word: String? =
            switch role {
            case .statement(let word): word.rawValue
            case .stage(let word): word.rawValue
            default: nil
            }
        paint(tokens[low].range, word.map { stands($0, at: tokens[low].range) } ?? true ? role : .unknown)
    }

    /// Whether these words themselves stand here, and not others that the parser took for them and refused.
    func stands(_ words: String, at range: SourceRange) -> Bool {
        !refused.contains(range) || file.slice(range).lowercased() == words
    }
}

extension RoleWalk {
    mutating func walk(_ statements: [StatementSyntax]) {
        for statement in statements { walk(statement) }
    }

    private mutating func walk(_ block: BlockSyntax) { walk(block.statements) }

    private mutating func walk(_ statement: StatementSyntax) {
        let lower = statement.range.lower
        switch statement.kind {
        case .let(let name, let pipeline):
            paintHead(at: lower, .statement(.let))
            paint(name.range, .variable(name.name))
            walk(pipeline)
        case .assign(let name, let pipeline):
            paint(name.range, .variable(name.name))
            walk(pipeline)
        case .for(let loop):
            paintHead(at: lower, .statement(.for))
            paint(loop.name.range, .variable(loop.name.name))
            if let index = loop.index { paint(index.range, .variable(index.name)) }
            walk(loop.source)
            walk(loop.body)
        case .while(let condition, let body):
            paintHead(at: lower, .statement(.while))
            walk(condition)
            walk(body)
        case .if(let branches):
            paintHead(at: lower, .statement(.if))
            for branch in branches {
                if let condition = branch.condition { walk(condition) }
                walk(branch.body)
            }
        case .break: paintHead(at: lower, .statement(.break))
        case .continue: paintHead(at: lower, .statement(.continue))
        case .return(let pipeline):
            paintHead(at: lower, .statement(.return))
            if let pipeline { walk(pipeline) }
        case .exit(let status):
            paintHead(at: lower, .statement(.exit))
            if let status { walk(status) }
        case .wait(let duration):
            paintHead(at: lower, .statement(.wait))
            walk(duration)
        case .define(let definition):
            paintHead(at: lower, .statement(.define))
            walk(definition)
        case .try(let body, let otherwise):
            paintHead(at: lower, .statement(.try))
            walk(body)
            walk(otherwise)
        case .param(let parameter):
            paintHead(at: lower, .statement(.param))
            walk(parameter.name, parameter.kind, parameter.defaultValue)
        case .use(let path):
            paintHead(at: lower, .statement(.use))
            walk(path)
        case .readOnly: paintHead(at: lower, .statement(.read))
        case .print(let values):
            paintHead(at: lower, .statement(.print))
            for value in values { walk(value) }
        case .fail(let message):
            paintHead(at: lower, .statement(.fail))
            walk(message)
        case .expect(let condition, let message):
            paintHead(at: lower, .statement(.expect))
            walk(condition)
            if let message { walk(message) }
        case .limit(let limits, let body):
            paintHead(at: lower, .statement(.limit))
            for limit in limits {
                paint(limit.unitRange, LimitUnit(limit.unit) == nil ? .unknown : .word)
                walk(limit.amount)
            }
            walk(body)
        case .prefixed(let prefix, let inner):
            if let word = StatementWord(rawValue: prefix.rawValue) { paintHead(at: lower, .statement(word)) }
            walk(inner)
        case .help: paint(statement.range, .text)
        case .pipeline(let pipeline): walk(pipeline)
        case .missing: break
        }
    }

    private mutating func walk(_ definition: DefineSyntax) {
        paint(definition.name.range, .definition(definition.name.name))
        for formal in definition.parameters { walk(formal.name, formal.kind, formal.defaultValue) }
        walk(definition.body)
    }

    private mutating func walk(_ name: NameSyntax, _ kind: KindSyntax?, _ value: ExpressionSyntax?) {
        paint(name.range, .variable(name.name))
        if let kind { paint(kind.range, kind.kind.map { .kind($0) } ?? .unknown) }
        if let value { walk(value, as: kind?.kind?.valueKind) }
    }
}
