import Glibc
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSSyntax

/// The column names of a table or a text that a script opens.
enum DataHeader {
    /// - Returns: `nil` where the file is of another kind or cannot be read.
    static func columns(of path: String, _ said: [FileClause: String]) -> [String]? {
        guard let format = OutputFormat(path: path), format.isTable || format == .txt else { return nil }
        // A pipe must not be drained of the rows that `open` is to read.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return TableHeader.columns(path: path, format: format, FileOptions(said))
    }

    static func validate(encoding name: String) -> LiteralVerdict {
        if TextEncoding(name) != nil { return .valid }
        let nearest = Suggestions.nearest(name.lowercased(), in: TextEncoding.usual)
        return .invalid(message: "no encoding is called `\(name)`", suggestion: nearest)
    }
}
