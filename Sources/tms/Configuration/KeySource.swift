import Glibc
import TMSBase
import TMSShell
import TMSSyntax
import TrackingMore

/// Where a key is taken from; read when the first request needs it.
enum KeySource: Equatable {
    case environment
    case file(String)
    case command(String)

    /// A name for where the key comes from, which tells nothing of the key itself. Two accounts whose keys come from one
    /// variable share it: they wait for each other, which is slower and never too fast.
    func fingerprint(at baseURL: String) -> String {
        let place =
            switch self {
            case .environment: "variable"
            case .file(let path): "file " + path
            case .command(let command): "command " + command
            }
        var hash = FNV1a<UInt64>()
        hash.add("\(baseURL) \(place)")
        return String(hash.value, radix: 36)
    }

    func key() throws(Diagnostic) -> Secret {
        switch self {
        case .environment:
            try Self.secret(
                environmentVariable(.key) ?? "", "the variable \(EnvironmentVariable.key.rawValue)", "E0904")
        case .file(let path): try Self.read(path)
        case .command(let command): try Self.ask(command)
        }
    }

    /// The key as far as it is at hand without reading a file or running a command.
    var givenKey: Secret? {
        guard self == .environment else { return nil }
        return environmentVariable(.key).map { Secret($0) }
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
            guard !trimmed(text).isEmpty else { throw Diagnostic(.error, "E0904", "the key file \(path) is empty") }
            return try secret(text, "the key file \(path)", "E0904")
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
        // The entry of a password store may hold notes below the key.
        let text = trimmed(String(decoding: bytes ?? [], as: UTF8.self))
        let key = String(text.prefix { !$0.isNewline })
        guard status == 0, !key.isEmpty else {
            throw Diagnostic(
                .error, "E0906",
                status == 0 ? "the key command printed nothing" : "the key command failed",
                notes: ["it is set as key-command in the configuration"])
        }
        return try secret(key, "what the key command prints", "E0906")
    }

    /// A key is one line of visible ASCII: anything else would end the header it is sent in, or begin another.
    private static func secret(_ text: String, _ origin: String, _ code: String) throws(Diagnostic) -> Secret {
        let key = trimmed(text)
        guard !key.contains(where: \.isNewline) else {
            throw Diagnostic(.error, code, "\(origin) holds several lines", notes: ["a key stands alone, on one line"])
        }
        guard key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Diagnostic(
                .error, code, "\(origin) holds characters no key has",
                notes: ["a key is letters, digits and hyphens, without blanks and control characters"])
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
