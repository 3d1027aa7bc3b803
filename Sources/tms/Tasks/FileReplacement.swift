import Glibc
import TMSSyntax

/// Puts a new text in the place of a file's old one, whole or not at all.
enum FileReplacement {
    /// Written beside the file, synced, and renamed over it with the file's own rights.
    static func replace(_ path: String, with text: String) throws(Diagnostic) {
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
        let draft = "\(path).\(getpid()).tmp"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw problem(path) }
        let bytes = Array(text.utf8)
        var offset = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let count = write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if count > 0 { offset += count } else if errno != EINTR { return }
            }
        }
        let isWhole = offset == bytes.count && fsync(descriptor) == 0
        let isClosed = close(descriptor) == 0
        guard isWhole, isClosed, rename(draft, path) == 0 else {
            let diagnostic = problem(path)
            unlink(draft)
            throw diagnostic
        }
    }

    private static func problem(_ path: String) -> Diagnostic {
        Diagnostic(.error, "E0914", "\(path) cannot be written: \(String(cString: strerror(errno)).lowercased())")
    }
}
