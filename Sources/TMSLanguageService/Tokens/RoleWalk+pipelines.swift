import TMSSyntax

// Commands, files and stages.
extension RoleWalk {
    mutating func walk(_ pipeline: PipelineSyntax) {
        let outer = schema
        defer { schema = outer }
        switch pipeline.source {
        case .command(let command):
            walk(command, isStage: false)
            schema = if case .verb(let verb) = command.callee { vocabulary[verb].returns } else { nil }
        case .open(let source):
            paintHead(at: source.range.lower, .word)
            walk(source.path, as: .path)
            walk(source.clauses)
            schema = nil
        case .expression(let value):
            walk(value)
            schema = nil
        }
        for stage in pipeline.stages { walk(stage) }
    }

    private mutating func walk(_ clauses: [FileClauseSyntax]) {
        for clause in clauses {
            paint(clause.labelRange, .fileClause(clause.label))
            walk(clause.value, as: clause.label.kind)
        }
    }

    // MARK: - Commands

    mutating func walk(_ command: CommandSyntax, isStage: Bool) {
        note(command, isStage: isStage)
        switch command.callee {
        case .verb(let verb): walk(command, verb, vocabulary[verb], isStage: isStage)
        case .named(let name):
            let definition = definitions[name]
            paint(command.verbRange, definition == nil ? .unknown : .definition(name))
            for (place, values) in command.subjects.enumerated() {
                let formal = definition?.parameters.element(at: place + (isStage ? 1 : 0))
                for value in values { walk(value, as: formal?.kind?.kind?.valueKind) }
            }
        }
        if let path = command.file { walk(path, as: .path) }
        walk(command.fileClauses)
        for column in command.columns {
            paint(column.range, .text)
            paint(column.labelRange, .word)
        }
    }

    private mutating func walk(_ command: CommandSyntax, _ verb: VerbID, _ signature: Signature, isStage: Bool) {
        let role = TokenRole.verb(verb, signature.lineEffect(of: command))
        paint(command.verbRange, command.isBare || stands(signature.name, at: command.verbRange) ? role : .unknown)
        let slots = signature.openSlots(of: command, isStage: isStage)
        for (place, values) in command.subjects.enumerated() {
            for value in values { walk(value, as: slots.element(at: place)?.kind) }
        }
        for clause in command.clauses {
            guard let declared = signature.clauses.element(at: clause.index) else { continue }
            let isLabel = stands(declared.label, at: clause.labelRange)
            paint(clause.labelRange, isLabel ? .clause(verb, clause.index) : .unknown)
            let kind = declared.kind
            switch clause.value {
            case .flag: break
            case .value(let value): walk(value, as: kind)
            case .list(let values): for value in values { walk(value, as: kind) }
            case .range(let range): walk(range)
            }
        }
    }

    // MARK: - Stages

    private mutating func walk(_ stage: StageSyntax) {
        let lower = stage.range.lower
        switch stage.kind {
        case .where(let condition):
            paintHead(at: lower, .stage(.where))
            walk(condition)
        case .sort(let keys):
            paintHead(at: lower, .stage(.sort))
            for key in keys { walk(key.field) }
        case .take(let count):
            paintHead(at: lower, .stage(.take))
            walk(count)
        case .skip(let count):
            paintHead(at: lower, .stage(.skip))
            walk(count)
        case .show(let fields):
            paintHead(at: lower, .stage(.show))
            for field in fields { walk(field) }
        case .drop(let fields):
            paintHead(at: lower, .stage(.drop))
            for field in fields { walk(field) }
        case .set(let field, let value):
            paintHead(at: lower, .stage(.set))
            walk(field)
            walk(value)
        case .rename(let names):
            paintHead(at: lower, .stage(.rename))
            for name in names {
                walk(name.from)
                walk(name.to)
            }
        case .aggregate(let groups, let aggregates):
            // `count by via` is one stage; its aggregate stands on the same word.
            paintHead(at: lower, .stage(.group))
            for group in groups { walk(group) }
            for aggregate in aggregates {
                if let word = StageWord(rawValue: aggregate.function.rawValue) {
                    paintHead(at: aggregate.range.lower, .stage(word))
                }
                if let field = aggregate.field { walk(field) }
            }
        case .first: paintHead(at: lower, .stage(.first))
        case .last: paintHead(at: lower, .stage(.last))
        case .unique(let fields):
            paintHead(at: lower, .stage(.unique))
            for field in fields { walk(field) }
        case .join(let rows, let field, _):
            paintHead(at: lower, .stage(.join))
            walk(rows)
            walk(field)
        case .chart: paintHead(at: lower, .stage(.chart))
        case .save(let path, let title):
            paintHead(at: lower, .stage(.save))
            walk(path, as: .path)
            if let title { walk(title) }
        case .as(let name, let range, let title):
            paintHead(at: lower, .stage(.as))
            paint(range, OutputFormat(word: name).map { .format($0) } ?? .unknown)
            if let title { walk(title) }
        case .command(let command): walk(command, isStage: true)
        case .missing: break
        }
    }

    private mutating func walk(_ field: FieldSyntax) { paint(field.range, .field(field.name, of: schema)) }
}

extension CommandSyntax {
    /// A number alone, which is read as `show`.
    fileprivate var isBare: Bool { subjects.first?.first?.range.lower == verbRange.lower }
}

extension Array {
    func element(at place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
