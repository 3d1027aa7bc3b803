import TMSTestSupport
import Testing

/// What the shell shows while a statement cannot end yet.
@Suite struct ContinuationTests {
    static let statements = [
        (lines: ["for n in 1 .. 2 {", "print $n * 1234", "}"], says: "2468"),
        (lines: ["print (4000 +", "321)"], says: "4321"),
        (lines: ["[[n: 6000], [n: 543]] |", "sum n"], says: "6543"),
    ]

    @Test(arguments: statements, ["xterm", "dumb"])
    func `the shell asks for more with a prompt of its own, and runs the whole when it ends`(
        statement: (lines: [String], says: String), type: String
    ) throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home, type: type)
        terminal.waits(for: "❯")
        for line in statement.lines.dropLast() {
            terminal.type(line + "\r")
            terminal.waits(for: "… ")
        }
        #expect(!terminal.text.contains(statement.says), "\(terminal.text)")
        terminal.type((statement.lines.last ?? "") + "\r")
        terminal.waits(for: statement.says)
        terminal.type("exit\r")
        let (text, status) = terminal.end()
        #expect(text.contains(statement.says), "\(text)")
        #expect(status == 0)
    }

    @Test func `what is wrong is told at once and asks for nothing more`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home)
        terminal.waits(for: "❯")
        terminal.type("print 1 and 2 or 3 )\r")
        terminal.waits(for: "error")
        terminal.type("exit\r")
        let (text, _) = terminal.end()
        #expect(text.contains("error") && !text.contains("… "), "\(text)")
    }
}
