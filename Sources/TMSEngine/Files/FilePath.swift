/// Where the paths of a script begin.
public enum FilePath {
    /// An absolute path stays; others begin beside the script, or in the working directory for a line of the shell.
    public static func resolve(_ path: String, script: String, directory: String) -> String {
        if path.hasPrefix("/") { return path }
        guard script.hasSuffix(".tms"), let slash = script.lastIndex(of: "/") else { return directory + "/" + path }
        let folder = script[..<slash]
        return folder.hasPrefix("/") ? "\(folder)/\(path)" : "\(directory)/\(folder)/\(path)"
    }
}
