import Foundation
import TMSTestSupport
import Testing

/// What the shell keeps of the lines that were typed.
@Suite struct HistoryTests {
    /// Types lines into a shell, each when the prompt stands, and leaves it.
    private func shell(_ lines: [String], _ program: Program, key: String? = nil, _ arguments: [String] = []) throws
        -> String
    {
        let terminal = try Terminal(arguments, home: program.home, key: key)
        let prompt = key == nil ? "sandbox ❯" : "LIVE ❯"
        var seen = 1
        for line in lines {
            terminal.waits(for: prompt, times: seen)
            // Each line is drawn anew while it is typed.
            seen = terminal.count(of: prompt)
            terminal.type(line + "\r")
            terminal.waits(for: prompt, times: seen + 1)
            terminal.settles()
            seen = terminal.count(of: prompt)
        }
        terminal.waits(for: prompt)
        terminal.leave()
        return terminal.end().text.replacing(
            /\u{1B}(?:\[[?0-9;]*[a-zA-Z]|\][^\u{1B}]*\u{1B}\\)/, with: "")
    }

    private func file(_ program: Program) -> String { program.home + "/.local/state/tms/history" }

    @Test func `who works with a key from the first day has a history`() throws {
        let program = Program()
        defer { program.remove() }
        _ = try shell(["print 1"], program, key: "12345678-1234-1234-1234-123456789012")
        let text = try String(contentsOfFile: file(program), encoding: .utf8)
        #expect(text.hasPrefix("print 1\u{1F}"), "\(text)")
        let folder = try FileManager.default.attributesOfItem(atPath: program.home + "/.local/state/tms")
        #expect(folder[.posixPermissions] as? Int == 0o700)
    }

    @Test(arguments: ["a folder", "no plain file"])
    func `what is no file is refused once, and the shell goes on`(kind: String) throws {
        let program = Program()
        defer { program.remove() }
        let path = file(program)
        try FileManager.default.createDirectory(
            atPath: kind == "a folder" ? path : path + "/..", withIntermediateDirectories: true)
        if kind != "a folder" { mkfifo(path, 0o600) }
        let text = try shell(["print 1", "print 2"], program)
        #expect(text.components(separatedBy: "lines are kept until the shell is left").count == 2, "\(text)")
        #expect(text.contains("\n2\n"), "\(text)")
    }

    @Test func `a statement is a row with its number, time, status, rows and profile`() throws {
        let program = Program()
        defer { program.remove() }
        let text = try shell(
            [
                "list status exception", "lst", "show AB0000000", "history | show number, text, status, rows, profile",
                "history | where status is failed | count", "history | count", "!1", "!77",
                "history | where status is worked | save \"\(program.home)/today.tms\"",
            ], program)
        for row in ["1  list status exception", "refused", "failed"] { #expect(text.contains(row), "\(text)") }
        #expect(text.contains(/list status exception +worked +4  sandbox/), "\(text)")
        #expect(text.contains("error " + "E0923") && text.contains("there is no statement 77"), "\(text)")
        let saved = try String(contentsOfFile: program.home + "/today.tms", encoding: .utf8)
        #expect(saved.hasPrefix("list status exception\nhistory | show"), "\(saved)")
        #expect(saved.contains("\nlist status exception\n"), "the line that was run again: \(saved)")
    }

    @Test func `nothing is written in private`() throws {
        let program = Program()
        defer { program.remove() }
        _ = try shell(["print 1"], program)
        let before = try String(contentsOfFile: file(program), encoding: .utf8)
        let text = try shell(["print 2", "history | count"], program, ["--private"])
        #expect(text.contains("\n2\n"), "\(text)")
        #expect(try String(contentsOfFile: file(program), encoding: .utf8) == before)
    }

    @Test func `only statements of the history are saved as a script`() async {
        let program = Program()
        defer { program.remove() }
        let result = await program.run("-c", "list | save \"\(program.home)/late.tms\"")
        #expect(result.errors.contains("E0819") && result.status == 1, "\(result)")
    }
}
