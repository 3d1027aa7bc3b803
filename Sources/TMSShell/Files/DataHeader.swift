import Glibc

/// The column names of a CSV or TSV file: its first line.
enum DataHeader {
    /// - Returns: `nil` where the file is of another kind or cannot be read.
    static func columns(of path: String, in directory: String) -> [String]? {
        let separator: UInt8
        switch path.split(separator: ".").last?.lowercased() {
        case "csv": separator = UInt8(ascii: ",")
        case "tsv": separator = UInt8(ascii: "\t")
        default: return nil
        }
        let place = path.hasPrefix("/") || directory == "." ? path : "\(directory)/\(path)"
        guard let beginning = beginning(of: place) else { return nil }
        return cells(beginning, separator)
    }

    private static func beginning(of path: String) -> [UInt8]? {
        // A pipe must not be drained of the rows that `open` is to read.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { return nil }
        return Array(bytes.prefix(count))
    }

    private static func cells(_ bytes: [UInt8], _ separator: UInt8) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        scanning: for byte in body {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case separator where !isQuoted:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case 0x0A where !isQuoted: break scanning
            case 0x0D where !isQuoted: continue
            default: cell.append(byte)
            }
        }
        cells.append(String(decoding: cell, as: UTF8.self))
        return cells == [""] ? [] : cells
    }
}
