import Foundation
import TMSTestSupport
import Testing

/// What is longer than the screen of a terminal.
@Suite struct PagerTests {
    private static let paper = "\u{1B}[?1049h"

    @Test func `a long table is read in the pager, and its beginning stays`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home)
        terminal.waits(for: "sandbox ❯")
        terminal.type("1 .. 200 | take 200\r")
        terminal.waits(for: "/ search")
        terminal.type("/177\r")
        terminal.waits(for: "\u{1B}[7m  177")
        terminal.type("q")
        terminal.waits(for: "200 rows\n")
        terminal.settles()
        terminal.type("print \"is kept\"\r")
        terminal.waits(for: "is kept\n")
        terminal.leave()
        let (text, status) = terminal.end()
        #expect(status == 0)
        #expect(text.components(separatedBy: Self.paper).count == 2, "\(text.debugDescription)")
        #expect(text.contains("\u{1B}[?1049l"))
    }

    @Test func `browse shows the columns that a narrow table has no room for`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home, columns: 40)
        terminal.waits(for: "sandbox ❯")
        terminal.type("list status exception\r")
        terminal.waits(for: "shows all")
        terminal.type("browse\r")
        terminal.waits(for: "sideways")
        terminal.type("\u{1B}[C\u{1B}[C\u{1B}[C")
        terminal.waits(for: "drone battery")
        terminal.type("q")
        terminal.waits(for: "\u{1B}[?1049l")
        terminal.leave()
        let (text, status) = terminal.end()
        #expect(status == 0 && text.contains("drone battery"), "\(text.debugDescription)")
    }

    @Test func `PAGER names another program, and a pipe has none`() async throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal(
            [], home: program.home, variables: ["PAGER=sed -n 's/^ *\\(150\\)  .*/seen \\1/p'", "PATH=/usr/bin:/bin"])
        terminal.waits(for: "sandbox ❯")
        terminal.type("1 .. 200 | take 200\r")
        terminal.waits(for: "seen 150")
        terminal.leave()
        let text = terminal.end().text
        #expect(text.contains("seen 150") && !text.contains(Self.paper), "\(text.debugDescription)")
        #expect(await program.run("-c", "1 .. 200").output.split(separator: "\n").count == 201)
    }
}
