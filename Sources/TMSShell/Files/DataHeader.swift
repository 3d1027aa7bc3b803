import Glibc
import TMSEngine
import TMSSyntax

/// The column names of a CSV or TSV file that a script opens.
enum DataHeader {
    /// - Returns: `nil` where the file is of another kind or cannot be read.
    static func columns(of path: String) -> [String]? {
        let delimiter: UInt8
        switch OutputFormat(path: path) {
        case .csv: delimiter = UInt8(ascii: ",")
        case .tsv: delimiter = UInt8(ascii: "\t")
        default: return nil
        }
        // A pipe must not be drained of the rows that `open` is to read.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return TableHeader.columns(path: path, delimiter: delimiter)
    }
}
