/// The forms rows are read and written in, by the suffix of the file.
enum FileFormat: String, CaseIterable {
    case csv, tsv, json, jsonl

    init?(path: String) {
        switch FilePath.suffix(of: path) {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }

    /// What stands between the cells of a table.
    var delimiter: UInt8 { self == .tsv ? 9 : 44 }
}
