import Glibc
import TMSBase

/// The file several sessions append to. Every access holds its lock; lines of other sessions are never lost, and no
/// line is ever taken out of it.
struct HistoryFile: Sendable {
    struct Failure: Error {
        let message: String
    }

    private let path: String
    private var seenBytes = 0
    private var seenFile: ino_t = 0
    /// Whether what has been seen ends within a line, which a session that was killed did not write to its end.
    private var isTorn = false

    init(path: String) {
        self.path = path
    }

    /// Whether lines can be kept here at all; looks at the file without reading it.
    func check() throws(Failure) {
        do throws(Failure) {
            close(try open(O_RDWR | O_APPEND | O_CREAT))
        } catch {
            throw error
        }
    }

    /// The lines written since the last look.
    mutating func readNew() throws(Failure) -> [HistoryLine] {
        guard access(path, F_OK) == 0 || errno != ENOENT else { return [] }
        let descriptor = try open(O_RDONLY)
        defer { close(descriptor) }
        flock(descriptor, LOCK_SH)
        return try lines(in: descriptor)
    }

    /// Writes a line and returns what others wrote before it.
    mutating func append(_ line: HistoryLine) throws(Failure) -> [HistoryLine] {
        let descriptor = try openLocked()
        defer { close(descriptor) }
        let others = try lines(in: descriptor)
        let bytes = (isTorn ? [UInt8(ascii: "\n")] : []) + line.bytes
        guard FileBytes.write(bytes, to: descriptor) else { throw failure("write") }
        isTorn = false
        seenBytes += bytes.count
        return others
    }

    /// Opens and locks the file that bears the name now: it may have been removed or replaced in between.
    private func openLocked() throws(Failure) -> Int32 {
        while true {
            let descriptor = try open(O_RDWR | O_APPEND | O_CREAT)
            flock(descriptor, LOCK_EX)
            var locked = stat()
            var named = stat()
            if fstat(descriptor, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino {
                return descriptor
            }
            close(descriptor)
        }
    }

    /// Opens a plain file, and waits for nobody: a pipe without a reader or writer would hold the shell up for ever.
    private func open(_ flags: Int32) throws(Failure) -> Int32 {
        let action = flags & O_CREAT == 0 ? "read" : "write"
        let descriptor = Glibc.open(path, flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
        if descriptor < 0, errno == EISDIR { throw Failure(message: "the history \(path) is a folder") }
        guard descriptor >= 0 else { throw failure(action) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return descriptor }
        close(descriptor)
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        throw Failure(message: "the history \(path) is \(isFolder ? "a folder" : "no plain file")")
    }

    private mutating func lines(in descriptor: Int32) throws(Failure) -> [HistoryLine] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read") }
        let size = Int(status.st_size)
        if status.st_ino != seenFile || size < seenBytes {
            seenFile = status.st_ino
            seenBytes = 0
            isTorn = false
        }
        guard size > seenBytes else { return [] }
        let bytes = try read(descriptor, from: seenBytes, to: size)
        seenBytes += bytes.count
        if let last = bytes.last { isTorn = last != UInt8(ascii: "\n") }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { HistoryLine($0) }
    }

    private func read(_ descriptor: Int32, from start: Int, to end: Int) throws(Failure) -> [UInt8] {
        var error: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: end - start) { buffer, filled in
            while filled < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let count = pread(descriptor, rest.baseAddress, rest.count, off_t(start + filled))
                if count > 0 {
                    filled += count
                } else if count == 0 {
                    return
                } else if errno != EINTR {
                    error = .last
                    return
                }
            }
        }
        if let error { throw failure("read", error) }
        return bytes
    }

    private func failure(_ action: String, _ error: SystemError = .last) -> Failure {
        Failure(message: "the history \(path) cannot be \(action == "read" ? "read" : "written"): \(error.reason)")
    }
}
