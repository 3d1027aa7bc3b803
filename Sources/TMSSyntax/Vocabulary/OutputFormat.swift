/// The forms a result can be written in: on the screen, after `as`, and in files by the ends of their names.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// Aligned columns for people.
    case table
    /// One record a page, with the journey of a parcel.
    case card
    /// Tab-separated columns under their friendly names: what a pipe gets unasked.
    case plain
    /// The API's own records under their wire names.
    case csv, tsv, json, jsonl
    /// Documents for people: a Markdown table, a web page, and a table in plain text of any width.
    case md, html, txt
    /// Bars.
    case chart

    /// Whether it is read by a program: then `print` goes to standard error.
    public var isMachine: Bool {
        switch self {
        case .csv, .tsv, .json, .jsonl, .html: true
        case .table, .card, .plain, .md, .txt, .chart: false
        }
    }

    /// Whether the whole output is one document, so that only one result fits into it.
    public var holdsOneResult: Bool { self == .csv || self == .tsv || self == .json || self == .html }

    /// How the names of its files end, the usual way first; none for what is no file.
    public var suffixes: [String] {
        switch self {
        case .csv, .json, .txt: [rawValue]
        case .tsv: ["tsv", "tab"]
        case .jsonl: ["jsonl", "ndjson"]
        case .md: ["md", "markdown"]
        case .html: ["html", "htm"]
        case .table, .card, .plain, .chart: []
        }
    }

    /// Whether `open` reads it back.
    public var canBeOpened: Bool {
        switch self {
        case .csv, .tsv, .json, .jsonl: true
        case .table, .card, .plain, .md, .html, .txt, .chart: false
        }
    }
}

extension OutputFormat {
    /// The format a word after `as` or `--format` names; `chart bar` is a chart.
    public init?(word: String) {
        let first = word.split(separator: " ").first.map(String.init) ?? word
        self.init(rawValue: first.lowercased())
    }

    /// The format of a file, by the end of its name.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let suffix = name[name.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
        self = format
    }

    /// The ends of the names that `save` and `open` know, as a message lists them.
    public static func suffixList(toOpen: Bool) -> String {
        allCases.filter { !$0.suffixes.isEmpty && (!toOpen || $0.canBeOpened) }.map { "." + $0.rawValue }
            .joined(separator: ", ")
    }
}

/// How `chart` draws.
public enum ChartKind: String, Sendable, CaseIterable {
    /// A line for each row, its bar to the right.
    case bar
    /// Columns side by side.
    case column
    /// All rows in one line of small columns.
    case spark
}
