import Glibc

/// Folders that tms makes for itself: their owner's alone.
public enum PrivateFolder {
    /// Makes a folder and those that lead to it, where they are missing.
    ///
    /// - Throws: what the system says of the first that is not there and cannot be made.
    public static func make(_ path: String) throws(SystemError) {
        var folder = path.hasPrefix("/") ? "/" : ""
        for name in path.split(separator: "/") {
            folder += (folder.isEmpty || folder == "/" ? "" : "/") + name
            if mkdir(folder, 0o700) == 0 || errno == EEXIST { continue }
            // A folder that is there may lie below one that only others may write to.
            let error = SystemError.last
            var status = stat()
            guard stat(folder, &status) == 0 else { throw error }
        }
    }

    /// Makes the folders that lead to a file.
    public static func make(for file: String) throws(SystemError) {
        guard let end = file.lastIndex(of: "/") else { return }
        try make(String(file[..<end]))
    }
}
