import Glibc
import TMSBase

/// The file several sessions append to. Every access holds its lock; lines of other sessions are never lost.
final class HistoryFile {
    struct Failure: Error {
        let message: String
    }

    /// How many entries this session has seen in the file.
    private(set) var entryCount = 0

    private let path: String
    private var seenBytes = 0
    private var seenFile: ino_t = 0

    init(path: String) {
        self.path = path
    }

    /// The entries written since the last look.
    func readNew() throws(Failure) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return [] }
            throw failure("read")
        }
        defer { close(descriptor) }
        flock(descriptor, LOCK_SH)
        return try entries(in: descriptor)
    }

    /// Writes one entry and returns what others wrote before it.
    func append(_ text: String) throws(Failure) -> [String] {
        let descriptor = try openLocked()
        defer { close(descriptor) }
        let others = try entries(in: descriptor)
        let line = HistoryEntry.line(for: text)
        try write(line, to: descriptor)
        seenBytes += line.count
        entryCount += 1
        return others
    }

    /// Puts a new file, made from the entries of the old one, in its place.
    func rewrite(_ change: ([String]) -> [String]) throws(Failure) {
        let old = try openLocked()
        defer { close(old) }
        seenBytes = 0
        entryCount = 0
        let kept = change(try entries(in: old))
        let bytes = kept.flatMap { HistoryEntry.line(for: $0) }
        do {
            let draft = try FileDraft(path: path, permissions: 0o600)
            try draft.write(bytes)
            try draft.commit()
            seenFile = ino_t(draft.inode)
        } catch {
            throw failure("write", error)
        }
        seenBytes = bytes.count
        entryCount = kept.count
    }

    /// Opens and locks the file that bears the name now: another session may have replaced it in between.
    private func openLocked() throws(Failure) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw failure("write") }
            flock(descriptor, LOCK_EX)
            var locked = stat()
            var named = stat()
            if fstat(descriptor, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino {
                return descriptor
            }
            close(descriptor)
        }
    }

    private func entries(in descriptor: Int32) throws(Failure) -> [String] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read") }
        let size = Int(status.st_size)
        if status.st_ino != seenFile || size < seenBytes {
            seenFile = status.st_ino
            seenBytes = 0
            entryCount = 0
        }
        guard size > seenBytes else { return [] }
        var bytes = [UInt8](repeating: 0, count: size - seenBytes)
        let start = off_t(seenBytes)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
        guard count >= 0 else { throw failure("read") }
        bytes.removeLast(bytes.count - count)
        seenBytes += count
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        entryCount += lines.count
        return lines.map { HistoryEntry.text(of: $0) }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        guard FileBytes.write(bytes, to: descriptor) else { throw failure("write") }
    }

    private func failure(_ action: String, _ error: SystemError = .last) -> Failure {
        Failure(message: "cannot \(action) the history \(path): \(String(cString: strerror(error.code)))")
    }
}
