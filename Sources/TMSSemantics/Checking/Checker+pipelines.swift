import TMSSyntax

extension Checker {
    /// The kind of what a pipeline gives. `isValue`: it stands where a value is wanted, as in `let c = ups`.
    mutating func check(_ pipeline: PipelineSyntax, isValue: Bool) -> StaticType {
        var type = check(pipeline.source, isValue: isValue && pipeline.stages.isEmpty)
        guard !pipeline.stages.isEmpty else { return type }
        let outer = row
        for stage in pipeline.stages {
            scopes.push()
            row = type.element
            give("it", type.element)
            type = check(stage, over: type)
            scopes.pop()
        }
        row = outer
        return type
    }

    private mutating func check(_ source: SourceSyntax, isValue: Bool) -> StaticType {
        switch source {
        case .command(let command): return check(command, isValue: isValue, isStage: false)
        case .expression(let expression): return check(expression)
        case .open(let path, _):
            checkValue(path, as: .path, for: "open")
            checkSuffix(of: path, toOpen: true)
            return rows(ofFile: path)
        }
    }

    private mutating func check(_ stage: StageSyntax, over rows: StaticType) -> StaticType {
        switch stage.kind {
        case .where(let condition):
            checkCondition(condition)
            return rows
        case .sort(let keys):
            for key in keys { _ = checkField(key.field) }
            return rows
        case .take(let count), .skip(let count):
            checkValue(count, as: .number, for: "take")
            return rows
        case .first, .last: return rows.element
        case .unique(let fields):
            for field in fields { _ = checkField(field) }
            return rows
        case .save(let path):
            checkSave(to: path)
            return rows
        case .command(let command): return check(command, isValue: false, isStage: true)
        case .aggregate(let groups, let aggregates): return check(aggregates, by: groups, over: rows)
        case .show, .drop, .set, .rename, .join: return reshape(stage, rows)
        case .as(let name, let range):
            if OutputFormat(word: name) == nil { report(Complaints.unknownFormat(name, at: place(range))) }
            return rows
        case .chart(let kind):
            if let kind, ChartKind(rawValue: kind) == nil {
                report(Complaints.unknownChart(kind, at: place(stage.range)))
            }
            return rows
        case .missing: return rows
        }
    }

    /// The stages that change which fields there are.
    private mutating func reshape(_ stage: StageSyntax, _ rows: StaticType) -> StaticType {
        var shape = rows.row ?? .open
        switch stage.kind {
        case .show(let fields):
            for field in fields { _ = checkField(field) }
            shape.keep(fields.map(\.name))
        case .drop(let fields):
            for field in fields { _ = checkField(field) }
            for field in fields { shape.drop(field.name) }
        case .set(let field, let value): shape.add(field.name, check(value))
        case .rename(let pairs):
            for pair in pairs {
                _ = checkField(pair.from)
                shape.rename(pair.from.name, to: pair.to.name)
            }
        case .join(let other, let field):
            _ = checkField(field)
            let joined = check(other)
            if case .absent? = joined.row?.lookup(field.name) {
                reportAbsent(field.name, at: field.range, in: joined.row)
            }
            shape.join(joined.row)
        default: break
        }
        if case .record = rows { return .record(shape) }
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
                Complaints.notArithmetic(type, aggregate.function.rawValue, at: place(field.range)))
            return .unknown
        }
    }
}

// MARK: - Fields and files

extension Checker {
    mutating func checkField(_ field: FieldSyntax) -> StaticType { checkField(field.name, at: field.range) }

    /// A field of the row a stage sees.
    mutating func checkField(_ name: String, at range: SourceRange) -> StaticType {
        // Without a name the parser has complained.
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
                Complaints.noFields(name, type, at: place(range), hint: "one row has: `for row in … { $row.\(name) }`"))
        case .number, .boolean, .text, .date, .duration, .list:
            report(Complaints.noFields(name, type, at: place(range), hint: hint))
        case .unknown, .empty: break
        }
        return .unknown
    }

    private mutating func reportAbsent(_ name: String, at range: SourceRange, in row: RowType?) {
        guard let row else { return }
        report(
            Complaints.unknownField(
                name, of: row.name, at: place(range), nearest: Suggestions.nearest(name, in: row.names),
                known: row.names))
    }

    /// Rows with the columns of a file that is named outright.
    private mutating func rows(ofFile path: ExpressionSyntax) -> StaticType {
        guard let path = path.literalText else { return .unknown }
        if let row = header(of: path) { return .rows(row) }
        return path.hasSuffix(".csv") || path.hasSuffix(".tsv") ? .rows(.open) : .unknown
    }

    mutating func header(of path: String) -> RowType? {
        if let known = headers[path] { return known }
        let isText = path.hasSuffix(".csv") || path.hasSuffix(".tsv")
        let row = context.header(of: path, relativeTo: file).map { columns in
            RowType(
                columns: Dictionary(
                    columns.map { ($0, isText ? .text(.text) : .unknown) }, uniquingKeysWith: { first, _ in first }),
                named: "`\(path)`")
        }
        headers[path] = .some(row)
        return row
    }
}
