import Glibc
import Synchronization

/// Drafts that processes left behind which were killed while they wrote: `.late.csv.4711.1234567.draft`.
enum LeftDrafts {
    /// Folders that have been looked through: once is enough for a process.
    private static let cleared = Mutex<Set<String>>([])

    static func clear(in folder: String) {
        guard cleared.withLock({ $0.insert(folder).inserted }), let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let writer = writer(of: name), writer != getpid(), kill(writer, 0) != 0, errno == ESRCH else {
                continue
            }
            remove(folder + "/" + name)
        }
    }

    /// The process that a draft of tms is named after; `nil` for any other file.
    private static func writer(of name: String) -> pid_t? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[0].isEmpty, parts[parts.count - 1] == "draft",
            UInt32(parts[parts.count - 2]) != nil, let writer = pid_t(parts[parts.count - 3]), writer > 1
        else { return nil }
        return writer
    }

    /// A process of another machine that shares the folder holds a lock on its draft.
    private static func remove(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
        close(descriptor)
    }
}
