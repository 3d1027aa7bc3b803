import Foundation
import Glibc
import PTY
import TMSTestSupport
import Testing

/// The program on a pseudo-terminal; what it writes as it comes.
final class Terminal {
    private let program: TerminalProgram
    private(set) var text = ""

    /// - Parameters:
    ///   - type: of terminal, as `TERM` names it; `nil` leaves it unset.
    ///   - isPlain: `NO_COLOR` is set.
    ///   - key: of the account, where there is one.
    ///   - variables: further ones: `CI=true`.
    init(
        _ arguments: [String], home: String, type: String? = "xterm", isPlain: Bool = true, columns: Int = 120,
        key: String? = nil, variables extra: [String] = []
    ) throws {
        let variables =
            ["HOME=\(home)", "TZ=UTC"] + (type.map { ["TERM=\($0)"] } ?? []) + (isPlain ? ["NO_COLOR=1"] : [])
            + (key.map { ["TRACKINGMORE_API_KEY=\($0)"] } ?? []) + extra
        program = try #require(
            TerminalProgram(Program.path, arguments, environment: variables, columns: columns, lines: 40),
            "cannot open a pseudo-terminal")
    }

    func type(_ text: String) { program.type(text) }

    func waits(for words: String) {
        let end = Date().addingTimeInterval(30)
        while !text.contains(words), Date() < end, read() {}
    }

    /// Everything that is said until the program is over, and its exit status.
    func end() -> (text: String, status: Int) {
        let end = Date().addingTimeInterval(30)
        while Date() < end, read() {}
        var status: Int32 = 0
        waitpid(program.child, &status, 0)
        return (text, Int(status >> 8 & 0xFF))
    }

    /// Whether more may come.
    private func read() -> Bool {
        guard let arrived = program.read(milliseconds: 1_000) else { return false }
        text += String(decoding: arrived, as: UTF8.self).replacing("\r", with: "")
        return true
    }
}
