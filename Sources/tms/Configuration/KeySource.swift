import Glibc
import TMSShell
import TMSSyntax
import TrackingMore

/// Where a key is taken from; read when the first request needs it.
enum KeySource: Equatable {
    case environment
    case file(String)
    case command(String)

    func key() throws(Diagnostic) -> Secret {
        switch self {
        case .environment: Secret(trimmed(environmentVariable(.key) ?? ""))
        case .file(let path): try Self.read(path)
        case .command(let command): try Self.ask(command)
        }
    }

    private static func read(_ path: String) throws(Diagnostic) -> Secret {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Diagnostic(.error, "E0904", "the key file \(path) cannot be read: \(reason())")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Diagnostic(
                .error, "E0905", "others can read the key file \(path)", notes: ["chmod 600 \(path)"])
        }
        do {
            let text = String(decoding: try FileReading.bytes(path, limit: 65_536), as: UTF8.self)
            let key = trimmed(text)
            guard !key.isEmpty else { throw Diagnostic(.error, "E0904", "the key file \(path) is empty") }
            return Secret(key)
        } catch let problem as FileProblem {
            throw Diagnostic(.error, "E0904", "the key file \(path) cannot be read: \(problem.reason)")
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw Diagnostic(.error, "E0904", "the key file \(path) cannot be read")
        }
    }

    private static func ask(_ command: String) throws(Diagnostic) -> Secret {
        guard let pipe = popen(command, "re") else {
            throw Diagnostic(.error, "E0906", "the key command cannot be started: \(reason())")
        }
        let bytes = try? FileReading.bytes(from: fileno(pipe), limit: 65_536)
        let status = pclose(pipe)
        let key = trimmed(String(decoding: bytes ?? [], as: UTF8.self))
        guard status == 0, !key.isEmpty else {
            throw Diagnostic(
                .error, "E0906",
                status == 0 ? "the key command printed nothing" : "the key command failed",
                notes: ["it is set as key-command in the configuration"])
        }
        return Secret(key)
    }

    private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

private func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    return String(text)
}
