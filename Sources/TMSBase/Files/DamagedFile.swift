import Glibc

/// A database of SQLite that cannot be read any more. It is kept under another name, for a person to look at.
public enum DamagedFile {
    /// Moves the file, and what SQLite keeps beside it, to a name nothing else has.
    ///
    /// - Returns: where the file is now; nil where there is none.
    public static func putAside(_ path: String) throws(SystemError) -> String? {
        guard exists(path) else { return nil }
        guard let free = (1...9_999).lazy.map({ "\(path).damaged-\($0)" }).first(where: { !exists($0) }) else {
            throw SystemError(code: EEXIST)
        }
        try move(path, to: free)
        for ending in ["-wal", "-shm"] where exists(path + ending) { try move(path + ending, to: free + ending) }
        return free
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private static func move(_ path: String, to new: String) throws(SystemError) {
        guard rename(path, new) == 0 else { throw .last }
    }
}
