import TMSSyntax

/// What a step that gathers rows has to make, known before the run.
enum CollectorSpecification: Sendable {
    case rows
    /// Rows once each, told apart by their id.
    case distinct
    case first, last
    case sort([SortOrder])
    case aggregate(by: [String], [AggregateColumn])
    /// Tells whether a row was met before; no fields means the whole row.
    case seen(by: [String])
    /// The other side of a join; `keepsAll`: rows without a partner stay.
    case partners(on: String, keepsAll: Bool)

    struct SortOrder: Sendable {
        let field: String
        let isDescending: Bool
    }

    struct AggregateColumn: Sendable {
        let function: AggregateSyntax.Function
        let field: String?
        let name: String
    }

    init(_ stage: StageSyntax) {
        switch stage.kind {
        case .first: self = .first
        case .last: self = .last
        case .sort(let keys):
            self = .sort(keys.map { SortOrder(field: $0.field.name, isDescending: $0.isDescending) })
        case .aggregate(let groups, let aggregates):
            self = .aggregate(
                by: groups.map(\.name),
                aggregates.map { AggregateColumn(function: $0.function, field: $0.field?.name, name: $0.columnName) })
        // Any other that sees all rows takes them as they are.
        default: self = .rows
        }
    }
}
