import Glibc

/// A program on a pseudo-terminal, its output in an emulator.
public final class EmulatedProgram {
    public private(set) var emulator: TerminalEmulator
    /// Everything it has written.
    public private(set) var bytes: [UInt8] = []
    private let program: TerminalProgram

    public init?(_ path: String, _ arguments: [String], environment: [String], columns: Int, lines: Int) {
        emulator = TerminalEmulator(columns: columns, lines: lines)
        guard
            let program = TerminalProgram(
                path, arguments, environment: environment, columns: columns, lines: lines)
        else { return nil }
        self.program = program
    }

    /// The screen, its rows joined by newlines.
    public var screen: String { emulator.screen.joined(separator: "\n") }

    public func type(_ text: String) { program.type(text) }

    public func send(signal: Int32) { kill(program.child, signal) }

    public func resize(columns: Int, lines: Int) {
        emulator.resize(columns: columns, lines: lines)
        program.resize(columns: columns, lines: lines)
    }

    /// Waits until the screen fulfils a condition; `false` where it does not in time, or the program has ended.
    public func waits(seconds: Int = 60, until condition: (String) -> Bool) -> Bool {
        let begin = ContinuousClock.now
        while !condition(screen) {
            guard ContinuousClock.now - begin < .seconds(seconds), read(milliseconds: 100) else { return false }
        }
        return true
    }

    /// Reads until the program has said nothing for a while and waits for keys. On a busy machine it may be silent long
    /// before it has seen what was typed, or seen the end of the time in which a key may follow an escape.
    public func settle(milliseconds: Int32 = 60) {
        var count = -1
        var silences = 0
        while count != bytes.count || program.isAtWork || (!program.hasReadAll && silences < 10) {
            silences = count == bytes.count ? silences + 1 : 0
            count = bytes.count
            _ = read(milliseconds: milliseconds)
        }
        program.countAfresh()
    }

    /// How the program ended: its status, `nil` for a signal.
    public enum End: Equatable {
        case status(Int32?)
        /// It goes on.
        case none
    }

    public func end() -> End {
        var status: Int32 = 0
        let begin = ContinuousClock.now
        while waitpid(program.child, &status, WNOHANG) == 0 {
            guard ContinuousClock.now - begin < .seconds(60) else { return .none }
            if !read(milliseconds: 50) { usleep(50_000) }
        }
        while program.isReadable(within: 0), read(milliseconds: 0) {}
        return .status(status & 0x7F == 0 ? (status >> 8) & 0xFF : nil)
    }

    /// Takes what has arrived; `false` at the end of the output.
    private func read(milliseconds: Int32) -> Bool {
        guard let arrived = program.read(milliseconds: milliseconds) else { return false }
        bytes += arrived
        emulator.feed(arrived)
        return true
    }
}
