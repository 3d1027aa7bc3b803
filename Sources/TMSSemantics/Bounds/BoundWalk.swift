public import TMSSyntax

extension EffectBounds {
    /// Counts what a program that was checked can do. Reads no file and runs nothing.
    public init(of checked: CheckedProgram, vocabulary: Vocabulary) {
        var walk = BoundWalk(checked, vocabulary)
        self = walk.bounds(of: checked.program.statements)
    }
}

/// Goes through the tree as a run would, and adds up what each place can do at the most.
///
/// Its extensions hold pipelines, commands, values and definitions; this file holds the statements.
struct BoundWalk: SyntaxWalker {
    let vocabulary: Vocabulary
    let checked: CheckedProgram
    /// The file whose statements are being walked.
    var file: SourceFile
    /// Innermost last.
    var scopes: [[String: ValueBound]] = [[:]]
    /// The row of the stage that is being walked.
    var row: ValueBound?
    /// What the definition that is being walked gives back.
    var returned = ValueBound.nothing
    /// Names that get a new value somewhere, and those among them whose new value may be a list.
    private let assigned: Set<String>
    private let growing: Set<String>
    var inlined = InlinedDefinitions()
    /// What was visited on the way through the node that `inside` is asked about.
    private var visited = EffectBounds()

    init(_ checked: CheckedProgram, _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.checked = checked
        file = checked.program.file
        let bodies = checked.definitions.values.map(\.syntax.body.statements)
        let blocks = [checked.program.statements] + bodies
        assigned = blocks.reduce(into: []) { $0.formUnion(AssignedNames.within($1)) }
        growing = blocks.reduce(into: []) { $0.formUnion(GrowingNames.within($1)) }
    }

    mutating func declare(_ name: String, _ value: ValueBound) {
        scopes[scopes.count - 1][name] = settled(name, value)
    }

    /// What a name stands for wherever it is in reach: what it begins with, unless it gets other values.
    func settled(_ name: String, _ value: ValueBound) -> ValueBound {
        let mayChange = growing.contains(name) || (assigned.contains(name) && !value.isOne)
        return mayChange ? .unknown(.items(of: "$\(name)")) : value
    }

    mutating func bounds(of statements: [StatementSyntax]) -> EffectBounds {
        var sum = EffectBounds()
        for statement in statements { sum += bounds(of: statement) }
        return sum
    }

    mutating func bounds(of block: BlockSyntax, knowing names: [String: ValueBound] = [:]) -> EffectBounds {
        scopes.append(names)
        defer { scopes.removeLast() }
        return bounds(of: block.statements)
    }

    /// The reason why something may be done any number of times.
    func boundless(_ reason: String, at range: SourceRange) -> Quantity {
        Quantity(.init(reason: reason, file: file.name, line: file.line(at: range.lower)))
    }
}

// MARK: - What is inside

extension BoundWalk {
    mutating func visit(_ block: BlockSyntax) { add(bounds(of: block)) }
    mutating func visit(_ statement: StatementSyntax) { add(bounds(of: statement)) }
    mutating func visit(_ pipeline: PipelineSyntax) { add(follow(pipeline).bounds) }
    mutating func visit(_ value: ExpressionSyntax) { add(follow(value).bounds) }

    private mutating func add(_ bounds: EffectBounds) { visited += bounds }

    /// What everything directly inside of a node comes to, done once: `inside { $0.walk(stage) }`.
    mutating func inside(_ walk: (inout Self) -> Void) -> EffectBounds {
        var sum = EffectBounds()
        swap(&sum, &visited)
        walk(&self)
        swap(&sum, &visited)
        return sum
    }
}

// MARK: - Statements

extension BoundWalk {
    mutating func bounds(of statement: StatementSyntax) -> EffectBounds {
        switch statement.kind {
        case .let(let name, let pipeline):
            let (bounds, value) = follow(pipeline)
            declare(name.name, value)
            return bounds
        case .return(let pipeline):
            guard let pipeline else { return EffectBounds() }
            let (bounds, value) = follow(pipeline)
            returned = returned == .nothing ? value : returned.or(value)
            return bounds
        case .for(let loop): return bounds(of: loop, statement.range)
        case .if(let branches): return bounds(of: branches)
        case .try(let body, let otherwise):
            return bounds(of: body) + bounds(of: otherwise, knowing: ["error": .row()])
        case .limit(let limits, let body): return bounds(of: body, under: limits)
        case .prefixed(let prefix, let inner):
            let bounds = bounds(of: inner)
            return prefix == .plan ? bounds.planned : EffectBounds()
        case .param(let parameter):
            let value = parameter.defaultValue.map { follow($0).value } ?? .one
            declare(parameter.name.name, value.isOne ? value : .unknown(.items(of: "$\(parameter.name.name)")))
            return EffectBounds()
        // It does nothing where it stands; its calls do.
        case .define: return EffectBounds()
        // Any other does what is inside of it, once or any number of times.
        default:
            let bounds = inside { $0.walk(statement) }
            guard let word = statement.repeatingWord else { return bounds }
            return bounds * boundless("a `\(word.rawValue)`", at: statement.range)
        }
    }

    private mutating func bounds(of branches: [IfBranchSyntax]) -> EffectBounds {
        var conditions = EffectBounds()
        var most = EffectBounds()
        for branch in branches {
            if let condition = branch.condition { conditions += follow(condition).bounds }
            most = most.or(bounds(of: branch.body))
        }
        return conditions + most
    }

    private mutating func bounds(of body: BlockSyntax, under limits: [LimitSyntax]) -> EffectBounds {
        var amounts = EffectBounds()
        var inner = bounds(of: body)
        for limit in limits {
            amounts += follow(limit.amount).bounds
            if limit.unit.hasPrefix("call"), let number = limit.amount.wholeNumber, number >= 0 {
                inner = inner.limited(toCalls: number)
            }
        }
        return amounts + inner
    }

    private mutating func bounds(of loop: ForSyntax, _ range: SourceRange) -> EffectBounds {
        let (source, rows) = follow(loop.source)
        let name = loop.name.name
        var names = [name: settled(name, rows.element(named: "$\(name)"))]
        if let index = loop.index { names[index.name] = .one }
        let outer = row
        row = nil
        defer { row = outer }
        let body = bounds(of: loop.body, knowing: names)
        guard !body.isNone else { return source }
        let isTogether = checked.loops.isIndependent(range, in: file) && !loop.isOneByOne
        if isTogether, let shared = together(loop, rows, names), shared.alone == body { return source + shared.all }
        return source + body * rows.length
    }

    /// What a loop does whose rows each begin with one command for their own parcel and call nobody else: all rows reach
    /// it at the same time, and it goes out for forty of them at once.
    private mutating func together(
        _ loop: ForSyntax, _ rows: ValueBound, _ names: [String: ValueBound]
    ) -> (alone: EffectBounds, all: EffectBounds)? {
        guard let command = loop.body.firstCommand, case .verb(let id) = command.callee,
            let shape = vocabulary[id].calls, shape.batch > 1,
            command.subjects.count == 1, let subject = command.subjects[0].first, command.subjects[0].count == 1,
            let path = subject.path, path.variable == loop.name.name,
            rows.length.number == nil || (rows.isDistinct && path.isWhole)
        else { return nil }
        scopes.append(names)
        defer { scopes.removeLast() }
        let alone = follow(command, row: nil).bounds
        let value = names[loop.name.name] ?? .one
        guard follow(subject).value.targets.number == 1 else { return nil }
        // The first rows go forty together, and every window of rows is a multiple of it.
        let all = commandBounds(
            vocabulary[id], command, shape, targets: rows.length,
            hasCarrier: command.namesCarrier(shape) || (path.isWhole && value.hasCarrier),
            isDistinct: true, atATime: min(shape.batch, 40))
        return (alone, all)
    }
}

extension EffectBounds {
    static func + (left: EffectBounds, right: EffectBounds) -> EffectBounds {
        var sum = left
        sum += right
        return sum
    }
}

extension BlockSyntax {
    /// The command that the first statement begins with.
    fileprivate var firstCommand: CommandSyntax? {
        switch statements.first?.kind {
        case .pipeline(let pipeline), .let(_, let pipeline):
            if case .command(let command) = pipeline.source { command } else { nil }
        case .try(let body, _): body.firstCommand
        // Whatever another begins with, its rows are counted one by one.
        default: nil
        }
    }
}

extension ExpressionSyntax {
    /// `$p` and `$p.number`, with the variable they begin with.
    var path: (variable: String, isWhole: Bool)? {
        switch kind {
        case .variable(let name): (name, true)
        case .member(let inner, _, _): inner.path.map { ($0.variable, false) }
        case .parenthesized(let inner): inner.path
        // Nothing else begins with a variable.
        default: nil
        }
    }

    /// The number that is written out here, if it is a whole one.
    var wholeNumber: Int? {
        switch kind {
        case .number(let digits): Int(digits)
        case .parenthesized(let inner): inner.wholeNumber
        case .negate(let inner): inner.wholeNumber.map { 0 &- $0 }
        // Nothing else is a number that is written out.
        default: nil
        }
    }
}
