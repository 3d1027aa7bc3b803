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

    /// Waits until words have been written so many times.
    func waits(for words: String, times: Int) {
        let end = Date().addingTimeInterval(30)
        while count(of: words) < times, Date() < end, read() {}
    }

    func count(of words: String) -> Int { text.components(separatedBy: words).count - 1 }

    /// Waits until the program has read what was typed and waits for more.
    func settles() {
        let end = Date().addingTimeInterval(30)
        while Date() < end {
            let before = text.count
            let isOver = !read(milliseconds: 20)
            if isOver || program.hasReadAll && !program.isAtWork && text.count == before { return }
        }
    }

    /// ^D, once the shell waits for a line: before that the terminal would take it for itself.
    func leave() {
        settles()
        type("\u{4}")
    }

    /// Everything that is said until the program is over, and its exit status. A program that does not end by itself is
    /// killed, and its status is that of no end.
    func end() -> (text: String, status: Int) {
        let end = Date().addingTimeInterval(30)
        while Date() < end, read() {}
        var status: Int32 = 0
        if Date() >= end, waitpid(program.child, &status, WNOHANG) == 0 {
            kill(program.child, SIGKILL)
            waitpid(program.child, &status, 0)
            return (text, -1)
        }
        waitpid(program.child, &status, 0)
        return (text, Int(status >> 8 & 0xFF))
    }

    /// Whether more may come.
    private func read(milliseconds: Int32 = 1_000) -> Bool {
        guard let arrived = program.read(milliseconds: milliseconds) else { return false }
        // A return and a line feed are one character, in which neither is found.
        text += String(decoding: arrived.filter { $0 != 0x0D }, as: UTF8.self)
        return true
    }
}
