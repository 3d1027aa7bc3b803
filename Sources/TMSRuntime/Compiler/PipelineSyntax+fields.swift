import TMSSyntax

extension PipelineSyntax {
    /// The fields that it speaks of by name: those of its conditions and stages, and those that the labels of its verbs
    /// stand for. What stands in a string or beside a label is no field.
    func mentionedFields(_ vocabulary: Vocabulary) -> Set<String> {
        var mentions = FieldMentions(vocabulary: vocabulary)
        mentions.visit(self)
        return mentions.names
    }
}

private struct FieldMentions: SyntaxWalker {
    let vocabulary: Vocabulary
    private(set) var names: Set<String> = []

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    mutating func visit(_ field: FieldSyntax) { names.insert(field.name) }

    mutating func visit(_ command: CommandSyntax) {
        guard case .verb(let id) = command.callee else { return }
        let labels = vocabulary[id].clauses
        for clause in command.clauses where labels.indices.contains(clause.index) {
            names.insert(labels[clause.index].label)
        }
    }

    mutating func visit(_ stage: StageSyntax) {
        switch stage.kind {
        // What stands there speaks of other rows, or of none.
        case .join(_, let field, _): visit(field)
        case .take, .skip, .save: break
        // Any other speaks of the fields of its own rows.
        default: walk(stage)
        }
    }

    mutating func visit(_ value: ExpressionSyntax) {
        switch value.kind {
        case .field(let name): names.insert(name)
        case .member(let base, let name, _): if case .variable("it") = base.kind { names.insert(name) }
        case .index(let base, let place):
            if case .variable("it") = base.kind, let name = place.literalText { names.insert(name) }
            // What stands in the brackets is a name or a place.
            return visit(base)
        // Any other value speaks of the fields that stand inside of it.
        default: break
        }
        walk(value)
    }
}
