import Glibc
public import TMSRuntime
import TMSSyntax

/// How many rows a data file holds now.
public enum RowCount {
    /// Larger files are not gone through just to be counted.
    public static let mostBytes = 256 << 20

    /// - Returns: `nil` for what is no data file, cannot be read, or is a pipe that must not be drained.
    public static func of(_ path: String, _ options: FileOptions = FileOptions(), atMost bytes: Int = mostBytes) -> Int?
    {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= bytes else {
            return nil
        }
        let place = SourceLocation(SourceFile(name: path, text: ""), .none)
        do throws(Failure) {
            guard let rows = try FileRows.open(path, as: path, options, place) as? any FileRowSource else {
                return nil
            }
            return try sum { () throws(Failure) in try rows.nextRows() }
        } catch {
            return nil
        }
    }

    private static func sum(_ next: () throws(Failure) -> RowChunk) throws(Failure) -> Int {
        var count = 0
        while true {
            let chunk = try next()
            count += chunk.rows.count
            if chunk.isLast { return count }
        }
    }
}
