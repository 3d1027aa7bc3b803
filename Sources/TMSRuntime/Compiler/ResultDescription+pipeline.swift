import TMSSemantics
import TMSSyntax

extension ResultDescription {
    /// What can be told of a result from the pipeline that makes it.
    init(_ pipeline: PipelineSyntax, in function: FunctionBuilder) {
        self.init(location: SourceLocation(function.file, pipeline.range))
        isToBeDone = function.pool.effects.of(pipeline).writes
        speaksOfDates = pipeline.speaksOfDates
        mentioned = pipeline.mentionedFields(function.pool.vocabulary)
        if case .command(let command) = pipeline.source { take(command, in: function) }
        header = HeaderReader(function).header(pipeline)
        for stage in pipeline.stages {
            switch stage.kind {
            case .where: isSifted = true
            case .take, .first, .last: isBounded = true
            case .show(let fields):
                columns = fields.map(\.name)
                added = []
                isJoined = false
            case .as(let name, _, let title):
                format = name
                self.title = title?.literalText
            case .chart(let kind): format = kind.map { "chart \($0)" } ?? "chart"
            case .aggregate(let groups, let aggregates):
                columns = groups.map(\.name) + aggregates.map(\.columnName)
                subject =
                    aggregates.map { $0.columnName.replacing("_", with: " ") }.joined(separator: ", ")
                    + (groups.isEmpty ? "" : " by " + groups.map(\.name).joined(separator: ", "))
                added = []
                isJoined = false
                schema = nil
                verb = nil
                isSifted = false
            case .command(let command): take(command, in: function)
            case .join: isJoined = true
            case .set(let field, _):
                if columns?.contains(field.name) == false { columns?.append(field.name) }
                added.append(field.name)
                taken.remove(field.name)
            case .drop(let fields):
                columns?.removeAll { column in fields.contains { $0.name == column } }
                added.removeAll { column in fields.contains { $0.name == column } }
                taken.formUnion(fields.map(\.name))
            case .rename(let pairs):
                added += pairs.map(\.to.name)
                taken.formUnion(pairs.map(\.from.name))
                for pair in pairs {
                    guard let place = columns?.firstIndex(of: pair.from.name) else { continue }
                    columns?[place] = pair.to.name
                }
            // Of the fields that any other stage would give nothing is known.
            default: if !stage.outcome.keepsFields { forget() }
            }
        }
    }

    /// What was told of the rows before is true of other rows.
    private mutating func forget() {
        columns = nil
        added = []
        taken = []
        isJoined = false
        subject = nil
        isSifted = false
    }

    private mutating func take(_ command: CommandSyntax, in function: FunctionBuilder) {
        forget()
        guard case .verb(let id) = command.callee else {
            verb = nil
            schema = nil
            return
        }
        verb = id
        schema = function.pool.vocabulary[id].returns
    }
}

extension AggregateSyntax {
    /// `count`, `median_silent`.
    var columnName: String { field.map { "\(function.rawValue)_\($0.name)" } ?? function.rawValue }
}
