import Glibc
import PTY
import Testing

/// The demo program on a pseudo-terminal, its output in an emulator.
final class PseudoTerminal {
    private let program: EmulatedProgram

    var emulator: TerminalEmulator { program.emulator }
    var bytes: [UInt8] { program.bytes }

    init(_ arguments: [String] = [], columns: Int = 60, lines: Int = 20, environment: [String] = ["TERM=xterm"]) throws
    {
        program = try #require(
            EmulatedProgram(Self.demoPath, arguments, environment: environment, columns: columns, lines: lines),
            "cannot open a pseudo-terminal")
    }

    func type(_ text: String) { program.type(text) }

    func send(signal: Int32) { program.send(signal: signal) }

    func resize(columns: Int, lines: Int) { program.resize(columns: columns, lines: lines) }

    /// Waits until the screen, joined by newlines, fulfils a condition.
    @discardableResult
    func waits(
        seconds: Int = 60, _ location: SourceLocation = #_sourceLocation, until condition: (String) -> Bool
    ) -> Bool {
        let isFulfilled = program.waits(seconds: seconds, until: condition)
        if !isFulfilled { Issue.record("the screen is \(emulator.screen)", sourceLocation: location) }
        return isFulfilled
    }

    /// Waits for a text on the screen.
    func waits(for text: String, _ location: SourceLocation = #_sourceLocation) {
        waits(location) { $0.contains(text) }
    }

    /// Waits for an answer and the prompt after it. What is typed before the prompt the terminal handles by itself.
    func answers(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        waits(location) { $0.contains(text) && $0.hasSuffix("demo>") }
    }

    func settle(milliseconds: Int32 = 60) { program.settle(milliseconds: milliseconds) }

    /// The status the program ended with, or `nil` for a signal.
    func exitStatus(_ location: SourceLocation = #_sourceLocation) -> Int32? {
        switch program.end() {
        case .status(let status): return status
        case .none:
            Issue.record("the program goes on: \(emulator.screen)", sourceLocation: location)
            return -1
        }
    }

    /// The demo lies beside the program of the tests.
    private static var demoPath: String {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/LineEditorDemo"
    }
}
