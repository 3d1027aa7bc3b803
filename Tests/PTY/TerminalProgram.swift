import CPTY
import Glibc

/// A program on a pseudo-terminal of its own. It is ended when this goes.
public final class TerminalProgram {
    public let child: Int32
    private let descriptor: Int32

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
