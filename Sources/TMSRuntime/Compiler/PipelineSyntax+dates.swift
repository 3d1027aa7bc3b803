import TMSSyntax

extension PipelineSyntax {
    /// Whether something in it is read as a date, which depends on the zone.
    var speaksOfDates: Bool {
        var search = DateSearch()
        search.visit(self)
        return search.isFound
    }
}

private struct DateSearch: SyntaxWalker {
    private(set) var isFound = false

    mutating func visit(_ range: DateRangeSyntax) { isFound = true }

    mutating func visit(_ clause: FileClauseSyntax) {
        if clause.label == .dates { isFound = true }
        walk(clause)
    }

    mutating func visit(_ value: ExpressionSyntax) {
        guard !isFound else { return }
        switch value.kind {
        case .date, .ago, .comparison(.before, _, _), .comparison(.after, _, _), .comparison(.since, _, _):
            isFound = true
        case .call(let name, _, _) where ["now", "today", "date", "day", "week", "month", "ago"].contains(name):
            isFound = true
        // Any other value speaks of dates where something inside of it does.
        default: walk(value)
        }
    }
}
