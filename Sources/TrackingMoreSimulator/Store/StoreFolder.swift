import TMSBase

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder an account's file lies in: made where it is missing, locked while the file is made.
enum StoreFolder {
    /// Makes the folders down to the file, for their owner alone.
    static func make(for path: String) throws(SandboxError) {
        do { try PrivateFolder.make(for: path) } catch { throw SandboxError(error.code, path: path) }
    }

    /// A lock on the folder, held until it is released or the process ends.
    struct Lock {
        fileprivate let descriptor: Int32

        func release() { close(descriptor) }
    }

    /// Waits until no other process is making an account there.
    static func lock(for path: String) throws -> Lock {
        let parts = path.split(separator: "/").dropLast()
        let folder = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SandboxError(errno, path: path) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                defer { close(descriptor) }
                throw SandboxError(errno, path: path)
            }
        }
        return Lock(descriptor: descriptor)
    }
}
