import Glibc

/// Where the paths of a script begin.
public enum FilePath {
    /// An absolute path stays; others begin beside the script, or in the working directory for a line of the shell.
    ///
    /// - Parameter script: the file that names the path; empty for a path from the command line.
    public static func resolve(_ path: String, script: String, directory: String) -> String {
        if path.hasPrefix("/") { return path }
        guard script.hasSuffix(".tms"), let slash = script.lastIndex(of: "/") else { return directory + "/" + path }
        let folder = script[..<slash]
        return folder.hasPrefix("/") ? "\(folder)/\(path)" : "\(directory)/\(folder)/\(path)"
    }

    /// The path from the root, without `.` and `..`.
    public static func absolute(_ path: String) -> String {
        var folder = [CChar](repeating: 0, count: Int(PATH_MAX))
        let current =
            getcwd(&folder, folder.count) == nil
            ? ""
            : folder.withUnsafeBufferPointer {
                String(decoding: $0.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : current + "/" + path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
