import Glibc

/// A file that is being written beside its name; nothing stands under the name before `commit`.
public final class FileDraft {
    /// What went wrong, as `errno` has it.
    public struct WriteError: Error { public let code: Int32 }

    /// Where it will stand: the end of symbolic links, so that a link stays one.
    let path: String
    /// Where it stands meanwhile.
    let draftPath: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let isDevice: Bool

    public init(path: String) throws(WriteError) {
        var resolved = path
        if let real = realpath(path, nil) {
            resolved = String(cString: real)
            free(real)
        }
        self.path = resolved
        var status = stat()
        let exists = stat(resolved, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw WriteError(code: EISDIR) }
        isDevice = exists && kind != S_IFREG
        if isDevice {
            draftPath = resolved
            descriptor = Glibc.open(resolved, O_WRONLY | O_CLOEXEC)
        } else {
            let folder = resolved.lastIndex(of: "/").map { String(resolved[...$0]) } ?? ""
            let name = resolved.split(separator: "/").last ?? "file"
            draftPath = "\(folder).\(name).\(getpid()).\(UInt32.random(in: 0 ... .max)).draft"
            descriptor = Glibc.open(draftPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        }
        guard descriptor >= 0 else { throw WriteError(code: errno) }
        // The new file keeps the permissions of the one it takes the place of.
        if exists, !isDevice { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    deinit { discard() }

    public func write(_ bytes: [UInt8]) throws(WriteError) {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts the file under its name, whole and on the disk.
    public func commit() throws(WriteError) {
        try flush()
        guard descriptor >= 0 else { throw WriteError(code: EBADF) }
        if !isDevice, fsync(descriptor) != 0 { throw WriteError(code: errno) }
        let closed = Glibc.close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw WriteError(code: errno) }
        guard !isDevice else { return }
        guard rename(draftPath, path) == 0 else { throw WriteError(code: errno) }
        syncFolder()
    }

    /// Closes what was written and leaves it under the draft's name, to be read once more.
    func close() throws(WriteError) {
        try flush()
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    func discard() {
        guard descriptor >= 0 || access(draftPath, F_OK) == 0 else { return }
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
        if !isDevice { unlink(draftPath) }
    }

    private func flush() throws(WriteError) {
        var sent = 0
        while sent < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                bytes.baseAddress.map { Glibc.write(descriptor, $0 + sent, bytes.count - sent) } ?? 0
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw WriteError(code: errno)
            }
            sent += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func syncFolder() {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Glibc.close(descriptor)
    }
}
