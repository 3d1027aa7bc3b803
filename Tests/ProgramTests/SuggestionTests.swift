import TMSTestSupport
import Testing

/// What stands grey behind the cursor, and what the right arrow makes of it.
@Suite struct SuggestionTests {
    private let right = "\u{1B}[C"

    @Test func `a line that deletes, stops or edits in bulk is never suggested, also not at the next start`() throws {
        let program = Program()
        defer { program.remove() }
        var shell = try ShellTerminal(home: program.home)
        shell.type("delete (list status pending)\r")
        shell.waits { $0.contains("Enter to leave it:") }
        shell.type("\r")
        shell.waits { $0.hasSuffix("❯") }
        shell.run("archive (list status expired)")
        shell.run("list status transit | take 1")
        shell.leave()
        shell = try ShellTerminal(home: program.home)
        for (text, end) in [("d", ""), ("de", ""), ("a", ""), ("ar", "chive")] {
            shell.type(text)
            shell.settle()
            #expect(shell.screen.last?.hasSuffix("❯ " + text + end) == true, "\(shell.screen)")
            shell.type("\u{15}")
        }
        shell.type("lis")
        shell.shows("list status transit | take 1")
        shell.leave()
    }

    @Test func `after a mistake the corrected line is suggested, also on the empty prompt`() throws {
        let program = Program()
        defer { program.remove() }
        let shell = try ShellTerminal(home: program.home)
        shell.type("track 300403513351 vai 4px\r")
        shell.shows("track 300403513351 via 4px")
        #expect(shell.typed == "")
        shell.type("t")
        shell.shows("track 300403513351 via 4px")
        shell.settle()
        #expect(shell.typed == "t")
        shell.type(right + "!")
        shell.shows("track 300403513351 via 4px!")
        shell.type("\u{15}")
        shell.settle()
        shell.type(right + "\r")
        shell.waits { $0.contains("tracking 300403513351") }
        shell.settle()
        shell.type("t")
        shell.shows("t")
        shell.leave()
    }

    @Test func `a fresh shell shows the forms of a verb, which the right arrow does not take`() throws {
        let program = Program()
        defer { program.remove() }
        let shell = try ShellTerminal(home: program.home)
        for (verb, form) in [
            ("track ", "NUMBER [via CARRIER]"), ("air ", "WAYBILL"), ("delete ", "NUMBER"),
            ("stop updating ", "NUMBER"),
        ] {
            shell.type(verb)
            shell.waits { $0.contains("❯ \(verb)\(form)") }
            shell.type(right)
            shell.settle()
            #expect(shell.typed == verb, "\(shell.screen)")
            shell.type("\u{15}")
        }
        shell.leave()
    }

    @Test func `a line that failed is not suggested until it works`() throws {
        let program = Program()
        defer { program.remove() }
        let shell = try ShellTerminal(home: program.home)
        shell.run("show RA123456785CN")
        shell.type("sh")
        shell.settle()
        #expect(shell.screen.last?.contains("RA123456785CN") == false, "\(shell.screen)")
        shell.type("\u{15}")
        shell.run("show 300403513402")
        shell.type("sh")
        shell.shows("show 300403513402")
        shell.leave()
    }
}
