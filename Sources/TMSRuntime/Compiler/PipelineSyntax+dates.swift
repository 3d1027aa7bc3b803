import TMSSyntax

extension PipelineSyntax {
    /// Whether something in it is read as a date, which depends on the zone.
    var speaksOfDates: Bool {
        let inSource =
            switch source {
            case .command(let command): command.speaksOfDates
            case .open(let path, _): path.speaksOfDates
            case .expression(let expression): expression.speaksOfDates
            }
        return inSource
            || stages.contains { stage in
                switch stage.kind {
                case .where(let condition), .set(_, let condition): condition.speaksOfDates
                case .command(let command): command.speaksOfDates
                default: false
                }
            }
    }
}

extension CommandSyntax {
    fileprivate var speaksOfDates: Bool {
        subjects.joined().contains { $0.speaksOfDates }
            || clauses.contains { clause in
                switch clause.value {
                case .flag: false
                case .value(let value): value.speaksOfDates
                case .list(let values): values.contains { $0.speaksOfDates }
                case .range: true
                }
            }
    }
}

extension ExpressionSyntax {
    fileprivate var speaksOfDates: Bool {
        switch kind {
        case .date, .ago, .membership(_, .range, _), .comparison(.before, _, _), .comparison(.after, _, _),
            .comparison(.since, _, _):
            true
        case .call(let name, _, _) where ["now", "today", "date"].contains(name): true
        case .pipeline(let pipeline): pipeline.speaksOfDates
        default: parts.contains { $0.speaksOfDates }
        }
    }
}
