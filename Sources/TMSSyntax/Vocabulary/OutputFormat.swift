/// The forms a result can be written in.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// Aligned columns for people.
    case table
    /// One record a page, with the journey of a parcel.
    case card
    /// Tab-separated columns under their friendly names: what a pipe gets unasked.
    case plain
    /// The API's own records under their wire names.
    case csv, tsv, json, jsonl
    /// Bars.
    case chart

    /// Whether a program reads it: then `print` goes to standard error.
    public var isMachine: Bool {
        switch self {
        case .csv, .tsv, .json, .jsonl: true
        case .table, .card, .plain, .chart: false
        }
    }

    /// Whether the whole output is one document, so that only one result fits into it.
    public var holdsOneResult: Bool { self == .csv || self == .tsv || self == .json }
}

extension OutputFormat {
    /// The format a word after `as` or `--format` names; `chart bar` is a chart.
    public init?(word: String) {
        let first = word.split(separator: " ").first.map(String.init) ?? word
        self.init(rawValue: first.lowercased())
    }
}
