import Foundation
import TMSTestSupport
import Testing

/// Ten minutes at the prompt.
@Suite struct TourTests {
    @Test func `the tour looks at what is typed, and leaves nothing behind`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home)
        terminal.waits(for: "sandbox ❯")
        terminal.type("tour\r")
        terminal.waits(for: "1 of 13.")
        func enter(_ line: String, until words: String) {
            terminal.settles()
            terminal.type(line + "\r")
            terminal.waits(for: words)
        }
        enter("print 1", until: "Not yet: try\n  300403513402")
        enter("300403513402", until: "2 of 13.")
        enter("list status exception", until: "3 of 13.")
        enter("show @9", until: "Not yet: try\n  show @2")
        let lines = [
            "show @2", "next", "list status transit | where silent over 2 days | sort by silent down",
            "list | count by via",
            "track 300403513351 via 4px to us title \"cute pillow\"", "edit 300403513351 title \"blue pillow\"",
            "plan delete 300403513351", "sandbox advance 3 days", "for p in list status exception { refresh $p }",
            "history | take 3",
        ]
        for (place, line) in lines.enumerated() { enter(line, until: "\n\(place + 4) of 13.") }
        enter("help where", until: "That was the tour.")
        enter("exit", until: "sandbox, seed 1, 40 parcels · nothing leaves this machine")
        enter("show 300403513351", until: "does not track 300403513351")
        terminal.leave()
        #expect(terminal.end().status == 0)
    }
}
