import Glibc
import PTY
import Testing

/// The demo program on a pseudo-terminal, its output in an emulator.
final class PseudoTerminal {
    private(set) var emulator: TerminalEmulator
    private(set) var bytes: [UInt8] = []
    private let program: TerminalProgram

    init(_ arguments: [String] = [], columns: Int = 60, lines: Int = 20, environment: [String] = ["TERM=xterm"]) throws
    {
        emulator = TerminalEmulator(columns: columns, lines: lines)
        program = try #require(
            TerminalProgram(Self.demoPath, arguments, environment: environment, columns: columns, lines: lines),
            "cannot open a pseudo-terminal")
    }

    func type(_ text: String) { program.type(text) }

    func send(signal: Int32) {
        kill(program.child, signal)
    }

    func resize(columns: Int, lines: Int) {
        emulator.resize(columns: columns, lines: lines)
        program.resize(columns: columns, lines: lines)
    }

    /// Waits until the screen, joined by newlines, fulfils a condition.
    @discardableResult
    func waits(
        seconds: Int = 60, _ location: SourceLocation = #_sourceLocation, until condition: (String) -> Bool
    ) -> Bool {
        let begin = ContinuousClock.now
        while !condition(emulator.screen.joined(separator: "\n")) {
            guard ContinuousClock.now - begin < .seconds(seconds), read(milliseconds: 100) else {
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

    /// Reads until the program has said nothing for a while and waits for keys. On a busy machine it may be silent long
    /// before it has seen what was typed, or seen the end of the time in which a key may follow an escape.
    func settle(milliseconds: Int32 = 60) {
        var count = -1
        var silences = 0
        while count != bytes.count || program.isAtWork || (!program.hasReadAll && silences < 10) {
            silences = count == bytes.count ? silences + 1 : 0
            count = bytes.count
            _ = read(milliseconds: milliseconds)
        }
        program.countAfresh()
    }

    /// The status the program ended with, or `nil` for a signal.
    func exitStatus(_ location: SourceLocation = #_sourceLocation) -> Int32? {
        var status: Int32 = 0
        let begin = ContinuousClock.now
        while waitpid(program.child, &status, WNOHANG) == 0 {
            guard ContinuousClock.now - begin < .seconds(60) else {
                Issue.record("the program goes on: \(emulator.screen)", sourceLocation: location)
                return -1
            }
            if !read(milliseconds: 50) { usleep(50_000) }
        }
        while program.isReadable(within: 0), read(milliseconds: 0) {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    /// Takes what has arrived; `false` at the end of the output.
    private func read(milliseconds: Int32) -> Bool {
        guard let arrived = program.read(milliseconds: milliseconds) else { return false }
        bytes += arrived
        emulator.feed(arrived)
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
