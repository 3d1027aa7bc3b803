import Glibc

/// A file that is being written beside its name; nothing stands under the name before `commit`.
public final class FileDraft {
    /// Where it will stand: the end of symbolic links, so that a link stays one.
    public let path: String
    /// Where it stands meanwhile.
    public let draftPath: String
    /// Its number in the file system, which it keeps under its name.
    public let inode: UInt64
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let isDevice: Bool

    /// - Parameter permissions: of a file that is not there yet.
    public init(path: String, permissions: UInt32 = 0o666) throws(SystemError) {
        let resolved = try Self.end(ofLinks: path)
        self.path = resolved
        var status = stat()
        let exists = stat(resolved, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw SystemError(code: EISDIR) }
        isDevice = exists && kind != S_IFREG
        if isDevice {
            draftPath = resolved
            descriptor = Glibc.open(resolved, O_WRONLY | O_CLOEXEC)
        } else {
            let folder = resolved.lastIndex(of: "/").map { String(resolved[...$0]) } ?? ""
            let name = resolved.split(separator: "/").last ?? "file"
            LeftDrafts.clear(in: folder.isEmpty ? "." : folder)
            draftPath = "\(folder).\(name).\(getpid()).\(UInt32.random(in: 0 ... .max)).draft"
            descriptor = Glibc.open(draftPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        }
        var own = stat()
        guard descriptor >= 0, fstat(descriptor, &own) == 0 else { throw SystemError.last }
        inode = UInt64(own.st_ino)
        // Held as long as this process lives, wherever the folder is seen from.
        if !isDevice { flock(descriptor, LOCK_EX | LOCK_NB) }
        // The new file keeps the permissions of the one it takes the place of.
        if exists, !isDevice { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    deinit { discard() }

    public func write(_ bytes: [UInt8]) throws(SystemError) {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts the file under its name, whole and on the disk.
    public func commit() throws(SystemError) {
        try flush()
        guard descriptor >= 0 else { throw SystemError(code: EBADF) }
        if !isDevice, fsync(descriptor) != 0 { throw SystemError.last }
        let closed = Glibc.close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw SystemError.last }
        guard !isDevice else { return }
        guard rename(draftPath, path) == 0 else { throw SystemError.last }
        syncFolder()
    }

    /// Closes what was written and leaves it under the draft's name, to be read once more.
    public func close() throws(SystemError) {
        try flush()
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    public func discard() {
        guard descriptor >= 0 || access(draftPath, F_OK) == 0 else { return }
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
        if !isDevice { unlink(draftPath) }
    }

    private func flush() throws(SystemError) {
        guard FileBytes.write(buffer, to: descriptor) else { throw SystemError.last }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Where the links of a path lead, also to what is not there yet.
    private static func end(ofLinks path: String) throws(SystemError) -> String {
        var path = path
        for _ in 0..<40 {
            if let real = realpath(path, nil) {
                defer { free(real) }
                return String(cString: real)
            }
            var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            let length = readlink(path, &target, Int(PATH_MAX))
            guard length > 0 else { return path }
            let name = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            path = name.hasPrefix("/") ? name : folder + name
        }
        throw SystemError(code: ELOOP)
    }

    private func syncFolder() {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Glibc.close(descriptor)
    }
}
