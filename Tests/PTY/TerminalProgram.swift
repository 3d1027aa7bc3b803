import CPTY
import Glibc

/// A program on a pseudo-terminal of its own. It is ended when this goes.
public final class TerminalProgram {
    public let child: Int32
    private let descriptor: Int32
    /// Bytes typed, and what the program had read before the first of them.
    private var typed = 0
    private var readBefore: Int?

    /// - Parameter environment: `TERM=xterm` and the like; nothing else is handed on.
    public init?(_ path: String, _ arguments: [String], environment: [String], columns: Int, lines: Int) {
        var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child: pid_t = 0
        descriptor = cpty_spawn(path, &argv, &envp, Int32(columns), Int32(lines), &child)
        self.child = child
        if descriptor < 0 { return nil }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
    }

    public func type(_ text: String) {
        let bytes = Array(text.utf8)
        if readBefore == nil { readBefore = bytesRead }
        typed += bytes.count
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            sent += count
        }
    }

    public func resize(columns: Int, lines: Int) {
        _ = cpty_resize(descriptor, Int32(columns), Int32(lines))
    }

    /// Whether it runs or would if it were let: what it has to do it has not done yet, however long it says nothing.
    public var isAtWork: Bool {
        // The state stands behind the name, which is in parentheses and may hold anything.
        let fields = status("stat").split(separator: ")").last?.split(separator: " ")
        return ["R", "D"].contains(fields?.first)
    }

    /// Whether it has read what was typed. On a busy machine the terminal hands it on late; what is typed while the
    /// program does not read keys the terminal may keep.
    public var hasReadAll: Bool {
        guard let readBefore, let bytesRead else { return true }
        return bytesRead - readBefore >= typed
    }

    /// What was typed so far is read, or will never be.
    public func countAfresh() {
        typed = 0
        readBefore = nil
    }

    private var bytesRead: Int? {
        status("io").split(separator: "\n").first { $0.hasPrefix("rchar: ") }.flatMap { Int($0.dropFirst(7)) }
    }

    /// What the system tells of the program; nothing where it tells nothing.
    private func status(_ name: String) -> String {
        let file = open("/proc/\(child)/\(name)", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1_024)
        let count = Glibc.read(file, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    /// Whether something has arrived, or does within so many milliseconds.
    public func isReadable(within milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) > 0
    }

    /// What has arrived by then, perhaps nothing; `nil` at the end of the output.
    public func read(milliseconds: Int32) -> [UInt8]? {
        guard isReadable(within: milliseconds) else { return [] }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : nil
    }
}
