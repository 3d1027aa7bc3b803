import Foundation
import TMSTestSupport
import Testing

/// Tab in the shell: what the session has seen, and the list below the line.
@Suite struct CompletionMenuTests {
    @Test func `rows in sight, parcels seen, fields and files are completed`() throws {
        let program = Program()
        defer { program.remove() }
        try "number\n".write(toFile: program.home + "/first.csv", atomically: true, encoding: .utf8)
        let shell = try ShellTerminal(home: program.home)
        shell.run("list | where title contains \"desk lamp\"")
        shell.type("show 30040351340\t")
        shell.waits { $0.contains("❯ show 300403513402 ") }
        shell.type("\u{15}show @\t")
        shell.waits { $0.contains("\n@1  300403513433 · desk lamp · 4px · delivered\n@2  ") }
        shell.type("\u{1B}")
        shell.settle()
        shell.type("\u{15}")
        shell.run("let p = show 300403513402")
        shell.type("print $p.si\t")
        shell.waits { $0.hasSuffix("❯ print $p.silent") }
        shell.type("\u{15}open \"\(program.home)/fi\t")
        shell.waits { $0.contains("first.csv\"") }
        shell.leave()
    }

    @Test func `letters filter the open list, PageDown goes on, and the last row says how`() throws {
        let program = Program()
        defer { program.remove() }
        let shell = try ShellTerminal(home: program.home)
        shell.type("list \t")
        shell.waits { $0.contains("❯ list\n") && $0.contains("status  ") && $0.contains("created  ") }
        shell.type("st")
        shell.waits { $0.contains("❯ list st\n") && $0.contains("status  ") && !$0.contains("created  ") }
        shell.type("\u{7F}\u{7F}")
        shell.waits { $0.contains("❯ list\n") && $0.contains("created  ") }
        shell.type("\u{1B}")
        shell.settle()
        shell.type("\u{15}list via \t")
        shell.waits { $0.contains("more: type to filter, PageDown goes on") }
        shell.settle()
        let first = shell.screen.dropFirst(2).first
        shell.type("\u{1B}[6~\u{1B}[6~\u{1B}[6~")
        shell.settle()
        #expect(shell.screen.dropFirst(2).first != first, "\(shell.screen)")
        let chosen = shell.screen.first { $0.contains("❯ list via ") }
        shell.type("\u{1B}[C")
        shell.settle()
        #expect(shell.screen.first { $0.contains("❯ list via ") } != chosen, "\(shell.screen)")
        shell.leave()
    }
}
