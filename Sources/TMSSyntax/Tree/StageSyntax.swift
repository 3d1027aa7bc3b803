/// One step of a pipeline, after `|`.
public struct StageSyntax: Sendable {
    public indirect enum Kind: Sendable {
        case `where`(ExpressionSyntax)
        case sort([SortKeySyntax])
        case take(ExpressionSyntax)
        case skip(ExpressionSyntax)
        case show([FieldSyntax])
        case drop([FieldSyntax])
        case set(FieldSyntax, ExpressionSyntax)
        case rename([(from: FieldSyntax, to: FieldSyntax)])
        /// `group by via | count, median silent`; an empty `by` for aggregates over all rows.
        case aggregate(by: [FieldSyntax], [AggregateSyntax])
        case first
        case last
        case unique(by: [FieldSyntax])
        /// `join $rows on number`; with `all`, rows without a partner stay.
        case join(ExpressionSyntax, on: FieldSyntax, all: Bool)
        case chart(String?)
        /// `title "Late parcels"`: what a document for people is called.
        case save(ExpressionSyntax, title: ExpressionSyntax?)
        case `as`(String, SourceRange, title: ExpressionSyntax?)
        /// A verb or definition whose target is the row.
        case command(CommandSyntax)
        case missing
    }
    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A word that begins a stage; after `|` it wins over a verb of the same name.
public enum StageWord: String, Sendable, CaseIterable {
    case `where`, sort, take, skip, show, drop, set, rename, group, count, sum, average, median, min, max
    case first, last, unique, join, chart, save, `as`

    /// What is typed: `sort by`.
    public var phrase: String { self == .sort || self == .group ? rawValue + " by" : rawValue }

    public var summary: String {
        switch self {
        case .where: "keep rows that match"
        case .sort: "order by fields"
        case .take: "the first so many"
        case .skip: "all but the first so many"
        case .show: "these columns"
        case .drop: "all but these columns"
        case .set: "add or change a field"
        case .rename: "call a field otherwise"
        case .group: "one row a value"
        case .count: "how many"
        case .sum: "add up"
        case .average: "the mean"
        case .median: "the middle"
        case .min: "the smallest"
        case .max: "the largest"
        case .first: "the first row"
        case .last: "the last row"
        case .unique: "each once"
        case .join: "add columns of other rows"
        case .chart: "draw bars"
        case .save: "write a file"
        case .as: "in another form"
        }
    }
}

// What help says of it.
extension StageWord {
    /// The whole stage: `sort by FIELD [up|down], …`.
    public var usage: String {
        switch self {
        case .where: "where CONDITION"
        case .sort: "sort by FIELD [up|down], …"
        case .take: "take N"
        case .skip: "skip N"
        case .show: "show FIELD, …"
        case .drop: "drop FIELD, …"
        case .set: "set FIELD = VALUE"
        case .rename: "rename FIELD to FIELD, …"
        case .group: "group by FIELD, … | count, median FIELD, …"
        case .count: "count [by FIELD, …]"
        case .sum: "sum FIELD"
        case .average: "average FIELD"
        case .median: "median FIELD"
        case .min: "min FIELD"
        case .max: "max FIELD"
        case .first: "first"
        case .last: "last"
        case .unique: "unique [by FIELD, …]"
        case .join: "join ROWS on FIELD"
        case .chart: "chart [\(ChartKind.allCases.map(\.rawValue).joined(separator: "|"))]"
        case .save: "save FILE [title TEXT]"
        case .as: "as FORM [title TEXT]"
        }
    }

    /// Lines that show it at work.
    public var examples: [String] {
        switch self {
        case .where: ["list | where silent over 5 days and via is usps", "list | where title contains lamp"]
        case .sort: ["list | sort by silent down, via"]
        case .take: ["list | sort by silent down | take 5"]
        case .skip: ["list | skip 10 | take 10"]
        case .show: ["list | show number, customer, silent"]
        case .drop: ["list | drop origin, arrival | save \"parcels.csv\""]
        case .set: ["list | set days = days(silent) | show number, days"]
        case .rename: ["list | rename number to parcel | show parcel, via"]
        case .group: ["list | group by via | count, median silent"]
        case .count: ["list status transit | count", "list | count by via | sort by count down"]
        case .sum: ["list | set days = days(silent) | sum days"]
        case .average: ["list | average silent"]
        case .median: ["list | median travelling"]
        case .min: ["list | min silent, max silent"]
        case .max: ["list | group by via | max silent"]
        case .first: ["list | sort by silent down | first"]
        case .last: ["list | sort by created | last"]
        case .unique: ["list | unique by customer | show customer, email"]
        case .join: ["list | join (open \"orders.csv\") on number"]
        case .chart: ["list | count by via | chart", "list | count by via | chart column"]
        case .save:
            [
                "list status exception | save \"today.csv\"", "list status exception | as table | save \"screen.csv\"",
                "list | count by via | save \"carriers.html\" title \"Parcels by carrier\"",
            ]
        case .as: ["list status exception | as card", "list | take 3 | as json"]
        }
    }

    /// What is worth knowing beside the summary.
    public var remarks: [String] {
        switch self {
        case .save:
            [
                "The end of the name says the form: \(OutputFormat.suffixList(toOpen: false)).",
                "csv, tsv, json and jsonl keep every field under the service's names; after `as table` they keep the "
                    + "columns and headings of the screen. html, md and txt are for people and may have a title.",
                "Statements of the history are saved as a script: history | take 5 | save \"today.tms\".",
            ]
        case .as:
            ["Forms: \(OutputFormat.allCases.filter { $0 != .plain }.map(\.rawValue).joined(separator: ", "))."]
        case .where, .set: ["A bare word left of an operator is a field, right of it text. See: help conditions"]
        case .show: ["The verb `show` stands at the beginning of a line, the stage behind a `|`."]
        case .chart: ["The first number of a row is drawn; a chart can be saved as html, md or txt."]
        case .group, .count: ["Several aggregates stand with commas between: count, median silent, max silent."]
        // The usage of any other says it all.
        default: []
        }
    }
}

// MARK: - What is inside

extension SyntaxWalker {
    @inlinable public mutating func walk(_ stage: StageSyntax) {
        switch stage.kind {
        case .where(let value), .take(let value), .skip(let value): visit(value)
        case .sort(let keys): for key in keys { visit(key.field) }
        case .show(let fields), .drop(let fields), .unique(let fields): visit(fields)
        case .set(let field, let value):
            visit(field)
            visit(value)
        case .rename(let pairs):
            for pair in pairs {
                visit(pair.from)
                visit(pair.to)
            }
        case .aggregate(let groups, let aggregates):
            visit(groups)
            for aggregate in aggregates { if let field = aggregate.field { visit(field) } }
        case .join(let rows, let field, _):
            visit(rows)
            visit(field)
        case .save(let path, let title):
            visit(path)
            if let title { visit(title) }
        case .as(_, _, let title): if let title { visit(title) }
        case .command(let command): visit(command)
        case .first, .last, .chart, .missing: break
        }
    }
}

// MARK: - What becomes of the rows

extension StageSyntax {
    /// What a stage makes of the rows it is given.
    public enum Outcome: Sendable {
        /// All or some of them, as they are.
        case sameRows
        /// All of them, shown in another form.
        case presented
        /// All of them, with some of their fields.
        case fewerFields
        /// All of them, with fields that are new or called otherwise.
        case otherFields
        /// Those that have a partner, with its fields.
        case joined
        /// One of them.
        case oneRow
        /// A row for each group of them.
        case groups
        /// One value or record worked out from all of them.
        case summary
        /// None: they went into a file.
        case saved
        /// What a verb or a definition answers.
        case answer

        /// Whether a row that goes on has the fields it came with.
        public var keepsFields: Bool {
            switch self {
            case .sameRows, .presented, .oneRow, .saved: true
            case .fewerFields, .otherFields, .joined, .groups, .summary, .answer: false
            }
        }
    }

    public var outcome: Outcome {
        switch kind {
        case .where, .sort, .take, .skip, .unique, .missing: .sameRows
        case .as, .chart: .presented
        case .show, .drop: .fewerFields
        case .set, .rename: .otherFields
        case .join: .joined
        case .first, .last: .oneRow
        case .aggregate(let groups, _): groups.isEmpty ? .summary : .groups
        case .save: .saved
        case .command: .answer
        }
    }

    /// Whether the values in it are worked out for each row.
    public var isWorkedOutForEachRow: Bool {
        switch kind {
        case .where, .set, .command: true
        case .sort, .take, .skip, .show, .drop, .rename, .aggregate, .first, .last, .unique, .join, .chart, .save, .as,
            .missing:
            false
        }
    }
}
