import CPTY
import Glibc
import Testing

/// The demo program on a pseudo-terminal, its output in an emulator.
final class PseudoTerminal {
    private(set) var emulator: TerminalEmulator
    private(set) var bytes: [UInt8] = []
    private let descriptor: Int32
    private var child: pid_t = 0

    init(_ arguments: [String] = [], columns: Int = 60, lines: Int = 20, environment: [String] = ["TERM=xterm"]) throws
    {
        emulator = TerminalEmulator(columns: columns, lines: lines)
        let path = Self.demoPath
        var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        descriptor = cpty_spawn(path, &argv, &envp, Int32(columns), Int32(lines), &child)
        try #require(descriptor >= 0, "cannot open a pseudo-terminal")
    }

    deinit {
        close(descriptor)
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            sent += count
        }
    }

    func send(signal: Int32) {
        kill(child, signal)
    }

    func resize(columns: Int, lines: Int) {
        emulator.resize(columns: columns, lines: lines)
        _ = cpty_resize(descriptor, Int32(columns), Int32(lines))
    }

    /// Waits until the screen, joined by newlines, fulfils a condition.
    @discardableResult
    func waits(
        seconds: Int = 10, _ location: SourceLocation = #_sourceLocation, until condition: (String) -> Bool
    ) -> Bool {
        var end = timespec()
        clock_gettime(CLOCK_MONOTONIC, &end)
        end.tv_sec += seconds
        while !condition(emulator.screen.joined(separator: "\n")) {
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            guard (now.tv_sec, now.tv_nsec) < (end.tv_sec, end.tv_nsec), read(milliseconds: 100) else {
                Issue.record("the screen is \(emulator.screen)", sourceLocation: location)
                return false
            }
        }
        return true
    }

    /// Waits for a text on the screen.
    func waits(for text: String, _ location: SourceLocation = #_sourceLocation) {
        waits(location) { $0.contains(text) }
    }

    /// Waits for an answer and the prompt after it. What is typed before the prompt the terminal handles by itself.
    func answers(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        waits(location) { $0.contains(text) && $0.hasSuffix("demo>") }
    }

    /// Reads until the program has said nothing for a while.
    func settle(milliseconds: Int32 = 60) {
        var count = -1
        while count != bytes.count {
            count = bytes.count
            _ = read(milliseconds: milliseconds)
        }
    }

    /// The status the program ended with, or `nil` for a signal.
    func exitStatus(_ location: SourceLocation = #_sourceLocation) -> Int32? {
        var status: Int32 = 0
        var attempts = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            attempts += 1
            guard attempts < 200 else {
                Issue.record("the program goes on: \(emulator.screen)", sourceLocation: location)
                return -1
            }
            if !read(milliseconds: 50) { usleep(50_000) }
        }
        while isReadable, read(milliseconds: 0) {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    private var isReadable: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    /// Takes what has arrived; `false` at the end of the output.
    private func read(milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        emulator.feed(Array(buffer[..<count]))
        return true
    }

    /// The demo lies beside the program of the tests.
    private static var demoPath: String {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/LineEditorDemo"
    }
}
