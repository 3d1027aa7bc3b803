import PTY
import TMSTestSupport
import Testing

/// The shell on a pseudo-terminal with an emulator: what a person sees.
final class ShellTerminal {
    private let program: EmulatedProgram

    /// - Parameter variables: further ones: `EDITOR=true`.
    init(home: String, columns: Int = 100, lines: Int = 40, variables: [String] = []) throws {
        program = try #require(
            EmulatedProgram(
                Program.path, [], environment: ["HOME=\(home)", "TZ=UTC", "TERM=xterm"] + variables, columns: columns,
                lines: lines),
            "cannot open a pseudo-terminal")
        waits { $0.hasSuffix("❯") }
    }

    /// The rows of the screen.
    var screen: [String] { program.emulator.screen }
    var column: Int { program.emulator.column }
    var bytes: [UInt8] { program.bytes }

    func type(_ text: String) { program.type(text) }
    func resize(columns: Int, lines: Int = 40) { program.resize(columns: columns, lines: lines) }
    func settle() { program.settle() }

    /// Runs a line and waits until it is answered and the next one is asked for.
    func run(_ line: String, _ location: SourceLocation = #_sourceLocation) {
        let before = asked
        type(line + "\r")
        waits(location) { _ in asked > before }
        settle()
    }

    /// How often a line was asked for: each time the terminal is told to mark what is pasted.
    private var asked: Int { String(decoding: program.bytes, as: UTF8.self).ranges(of: "\u{1B}[?2004h").count }

    /// Waits until the screen, its rows joined by newlines, fulfils a condition.
    func waits(_ location: SourceLocation = #_sourceLocation, until condition: (String) -> Bool) {
        if !program.waits(seconds: 30, until: condition) {
            Issue.record("the screen is \(screen)", sourceLocation: location)
        }
    }

    /// Waits until what stands behind the prompt, suggestion included, is this.
    func shows(_ line: String, _ location: SourceLocation = #_sourceLocation) {
        waits(location) { $0.hasSuffix("❯ " + line) || line.isEmpty && $0.hasSuffix("❯") }
    }

    /// The line as it was typed, without what is suggested.
    var typed: String {
        let row = screen.last { $0.contains("❯") } ?? ""
        let start = row.firstIndex(of: "❯").map { row.distance(from: row.startIndex, to: $0) + 2 } ?? 0
        return String(row.prefix(column).dropFirst(start))
    }

    func leave() {
        type("\u{3}\u{4}")
        _ = program.end()
    }
}
