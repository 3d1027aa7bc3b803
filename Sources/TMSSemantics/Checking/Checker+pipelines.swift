import TMSSyntax

extension Checker {
    /// The kind of what a pipeline gives. `isValue`: it stands where a value is wanted, as in `let c = ups`.
    mutating func check(_ pipeline: PipelineSyntax, isValue: Bool) -> StaticType {
        var type = check(pipeline.source, isValue: isValue && pipeline.stages.isEmpty)
        guard !pipeline.stages.isEmpty else { return type }
        checkForms(of: pipeline)
        let (outer, outerWanted) = (row, wanted)
        wanted = WantedValues(pipeline.source, vocabulary, context)
        for stage in pipeline.stages {
            if stage.changesFields { wanted = WantedValues() }
            scopes.push()
            row = type.element
            give("it", type.element)
            type = check(stage, over: type)
            scopes.pop()
        }
        (row, wanted) = (outer, outerWanted)
        return type
    }

    private mutating func check(_ source: SourceSyntax, isValue: Bool) -> StaticType {
        switch source {
        case .command(let command): return check(command, isValue: isValue, isStage: false)
        case .expression(let expression): return check(expression)
        case .open(let file):
            checkValue(file.path, as: .path, for: "open")
            checkSuffix(of: file.path, toOpen: true)
            return rows(of: file)
        }
    }

    private mutating func check(_ stage: StageSyntax, over rows: StaticType) -> StaticType {
        switch stage.kind {
        case .where(let condition):
            let outer = isInCondition
            isInCondition = true
            checkCondition(condition)
            checkTogether([condition])
            isInCondition = outer
            return rows.spread
        case .sort(let keys):
            for key in keys { _ = checkField(key.field) }
            return rows.spread
        case .take(let count), .skip(let count):
            checkValue(count, as: .number, for: "take")
            return rows.spread
        case .first, .last: return rows.element
        case .unique(let fields):
            for field in fields { _ = checkField(field) }
            return rows.spread
        case .save(let path, let title):
            checkSave(to: path)
            checkTitle(title, of: path.literalEnd.flatMap { OutputFormat(path: $0) }, isKnown: path.literalEnd != nil)
            return rows
        case .command(let command): return check(command, isValue: false, isStage: true)
        case .aggregate(let groups, let aggregates): return check(aggregates, by: groups, over: rows)
        case .show(let fields):
            for field in fields { _ = checkField(field) }
            return reshaped(rows) { $0.keep(fields.map(\.name)) }
        case .drop(let fields):
            for field in fields { _ = checkField(field) }
            return reshaped(rows) { shape in for field in fields { shape.drop(field.name) } }
        case .set(let field, let value):
            let type = check(value)
            return reshaped(rows) { $0.add(field.name, type) }
        case .rename(let pairs):
            for pair in pairs { _ = checkField(pair.from) }
            return reshaped(rows) { shape in for pair in pairs { shape.rename(pair.from.name, to: pair.to.name) } }
        case .join(let other, let field, _):
            _ = checkField(field)
            let joined = check(other)
            if case .absent? = joined.row?.lookup(field.name) {
                reportAbsent(field.name, at: field.range, in: joined.row)
            }
            return reshaped(rows) { $0.join(joined.row) }
        case .as(let name, let range, let title):
            let format = OutputFormat(word: name)
            if format == nil { report(CheckDiagnostics.unknownFormat(name, at: place(range))) }
            checkTitle(title, of: format, isKnown: true)
            return rows
        case .chart(let kind):
            if let kind, ChartKind(rawValue: kind) == nil {
                report(CheckDiagnostics.unknownChart(kind, at: place(stage.range)))
            }
            return rows
        case .missing: return rows
        }
    }

    /// The rows with other fields.
    private func reshaped(_ rows: StaticType, _ change: (inout RowType) -> Void) -> StaticType {
        var shape = rows.row ?? .open
        change(&shape)
        return .rows(shape)
    }
}

// MARK: - Groups

extension Checker {
    private mutating func check(
        _ aggregates: [AggregateSyntax], by groups: [FieldSyntax], over rows: StaticType
    ) -> StaticType {
        var columns: [String: StaticType] = [:]
        for group in groups { columns[group.name] = checkField(group) }
        var last = StaticType.unknown
        for aggregate in aggregates {
            last = check(aggregate)
            let suffix = aggregate.field.map { "_\($0.name)" } ?? ""
            columns[aggregate.function.rawValue + suffix] = last
        }
        if groups.isEmpty {
            return aggregates.count == 1 ? last : .record(RowType(columns: columns, named: "the result"))
        }
        return .rows(RowType(columns: columns, named: "a group"))
    }

    private mutating func check(_ aggregate: AggregateSyntax) -> StaticType {
        guard let field = aggregate.field else { return .number }
        let type = checkField(field)
        switch (aggregate.function, type) {
        case (.count, _): return .number
        case (.min, _), (.max, _): return type
        case (_, .duration), (_, .number): return type
        case (_, .text(.text)), (_, .unknown), (_, .empty): return .unknown
        default:
            report(
                CheckDiagnostics.notArithmetic(type, aggregate.function.rawValue, at: place(field.range)))
            return .unknown
        }
    }
}

// MARK: - Fields and files

extension Checker {
    mutating func checkField(_ field: FieldSyntax) -> StaticType { checkField(field.name, at: field.range) }

    /// A field of the row a stage sees.
    mutating func checkField(_ name: String, at range: SourceRange) -> StaticType {
        // Without a name the parser has reported an error.
        guard let row, !name.isEmpty else { return .unknown }
        return self.field(name, at: range, of: row, hint: "`$it` is the value itself")
    }

    mutating func field(_ name: String, at range: SourceRange, of type: StaticType, hint: String?) -> StaticType {
        switch type {
        case .record(let row), .oneOrMany(let row):
            switch row.lookup(name) {
            case .field(let type): return type
            case .possible: return .unknown
            case .absent: reportAbsent(name, at: range, in: row)
            }
        case .list(.record):
            report(
                CheckDiagnostics.noFields(
                    name, type, at: place(range), hint: "one row has: `for row in … { $row.\(name) }`"))
        case .number, .boolean, .text, .date, .duration, .list:
            report(CheckDiagnostics.noFields(name, type, at: place(range), hint: hint))
        case .unknown, .empty: break
        }
        return .unknown
    }

    private mutating func reportAbsent(_ name: String, at range: SourceRange, in row: RowType?) {
        guard let row else { return }
        report(
            CheckDiagnostics.unknownField(
                name, of: row.name, at: place(range), nearest: nearestField(to: name, in: row), known: row.names))
    }

    /// The field that other screens call so, else the one whose name is nearest.
    private func nearestField(to name: String, in row: RowType) -> String? {
        if let meant = vocabulary.otherWords.fields[name.lowercased()], row.has(meant) { return meant }
        return Suggestions.nearest(name, in: row.names)
    }
}
