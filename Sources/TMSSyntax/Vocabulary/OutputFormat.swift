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

    /// What it is, in a few words.
    public var summary: String {
        switch self {
        case .table: "aligned columns, what a terminal gets unasked"
        case .card: "one record after the other, with the journey of a parcel"
        case .plain: "columns with tabs between, what a pipe gets unasked"
        case .csv: "the service's own records, for spreadsheets"
        case .tsv: "the same with tabs"
        case .json: "one array of the service's own records, however many there are"
        case .jsonl: "one record a line"
        case .md: "a Markdown table, for people"
        case .html: "a web page that needs no other file"
        case .txt: "a table in plain text, as wide as it needs"
        case .chart: "bars"
        }
    }

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

    /// Whether its files are tables of cells under a header.
    public var isTable: Bool { self == .csv || self == .tsv }

    /// Whether `open` reads it: what `save` writes is read back with every character, and so are the lines or the cells
    /// of a text.
    public var canBeRead: Bool { canBeOpened || self == .txt }

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
        allCases.filter { !$0.suffixes.isEmpty && (!toOpen || $0.canBeRead) }.map { "." + $0.rawValue }
            .joined(separator: ", ")
    }
}

extension OutputFormat {
    /// Whether rows that were asked for in this form can be saved in a file of another: a table in any, with the columns
    /// it has on the screen.
    public func isSaved(as file: OutputFormat) -> Bool {
        switch self {
        case .table, .plain: true
        case .card: file == .txt
        case .chart: file == .md || file == .html || file == .txt
        case .csv, .tsv, .json, .jsonl, .md, .html, .txt: self == file
        }
    }

    /// What is said where it is not.
    public func otherForm(than file: OutputFormat) -> String {
        let things = self == .chart || self == .card ? "a \(rawValue)" : rawValue
        return "\(things) is asked for, and the file is \(file.rawValue)"
    }

    /// What to do about it.
    public var formHint: String {
        switch self {
        case .chart: "end its name in .html, .md or .txt"
        case .card: "end its name in .txt"
        default: "the end of a file's name says its form: .\(rawValue)"
        }
    }

    /// Whether it is a document that can have a title.
    public var hasTitle: Bool { self == .md || self == .html || self == .txt }
}

/// The names of scripts, in which statements of the history are saved.
public enum ScriptName {
    public static let suffix = ".tms"

    public static func isOne(_ path: String) -> Bool { path.lowercased().hasSuffix(suffix) }
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
