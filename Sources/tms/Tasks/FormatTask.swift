import Glibc
import TMSCommands
import TMSShell
import TMSSyntax

/// `tms fmt`: scripts in the usual layout. A file is replaced whole or not at all.
struct FormatTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String], isCheck: Bool) -> Int {
        var status = ExitStatus.ok
        for path in paths {
            do {
                let file = try composition.read(path)
                let parsed = parse(file, vocabulary: Catalogue.standard.vocabulary)
                parsed.diagnostics.filter { $0.severity == .error }.forEach(say)
                if parsed.hasErrors || parsed.isIncomplete {
                    status = ExitStatus.usage
                    continue
                }
                let text = format(file, vocabulary: Catalogue.standard.vocabulary)
                if path == "-", !isCheck {
                    composition.output.write(text)
                } else if text != file.text {
                    if isCheck {
                        composition.output.line("\(path) would change")
                        status = max(status, ExitStatus.failed)
                    } else {
                        try replace(path, with: text)
                    }
                }
            } catch {
                say(error)
                status = ExitStatus.usage
            }
        }
        composition.output.flush()
        composition.errors.flush()
        return status
    }

    private func say(_ diagnostic: Diagnostic) {
        composition.errors.write(composition.diagnose(diagnostic))
    }

    /// Written beside the file, synced, and renamed over it with the file's own rights.
    private func replace(_ path: String, with text: String) throws(Diagnostic) {
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

    private func problem(_ path: String) -> Diagnostic {
        Diagnostic(.error, "E0914", "\(path) cannot be written: \(String(cString: strerror(errno)).lowercased())")
    }
}
