import Foundation
import TMSTestSupport
import Testing

/// What a person at a terminal is asked before something is done that cannot be taken back.
@Suite struct QuestionTests {
    private func ask(_ line: String, answer: String, _ program: Program) throws -> (text: String, status: Int) {
        let terminal = try Terminal(["-c", line], home: program.home)
        terminal.waits(for: "to leave it:")
        terminal.type(answer + "\n")
        return terminal.end()
    }

    private func parcels(_ program: Program) async -> String { await program.run("-c", "list | count").output }

    @Test func `the question shows the count, some of them, and what does not come back`() async throws {
        let program = Program()
        defer { program.remove() }
        let line = "delete 300403513402, 4819237500, 3005123472, SF1234567890123"
        let (text, status) = try ask(line, answer: "4", program)
        #expect(text.contains("4 parcels on the sandbox"), "\(text)")
        for line in ["  300403513402 · 4px · desk lamp · ", "  4819237500 · dhl · server board · ", "  … 1 more"] {
            #expect(text.contains(line), "\(text)")
        }
        #expect(text.contains("its id and the events so far do not come back"), "\(text)")
        #expect(text.contains("type 4 to delete, Enter to leave it:"), "\(text)")
        #expect(status == 0)
        #expect(await parcels(program) == "36\n")
    }

    @Test(arguments: ["", "y", "yes", "3"])
    func `anything but the number is a no, and nothing is sent`(answer: String) async throws {
        let program = Program()
        defer { program.remove() }
        let (text, status) = try ask("delete 300403513402, 4819237500", answer: answer, program)
        let code = "N0730"
        #expect(text.contains("note \(code): nothing was sent"), "\(text)")
        #expect(status == 8)
        #expect(await parcels(program) == "40\n")
    }

    @Test func `one parcel is confirmed with a yes`() async throws {
        let program = Program()
        defer { program.remove() }
        let (text, status) = try ask("delete 300403513402", answer: "yes", program)
        #expect(text.contains("type yes to delete"), "\(text)")
        #expect(status == 0)
        #expect(await parcels(program) == "39\n")
    }

    @Test func `a loop is asked once, for all its rows`() async throws {
        let program = Program()
        defer { program.remove() }
        let (text, status) = try ask("for p in list status exception { delete $p }", answer: "4", program)
        #expect(text.components(separatedBy: "to leave it:").count == 2, "\(text)")
        #expect(text.contains("4 parcels"), "\(text)")
        #expect(status == 0)
        #expect(await parcels(program) == "36\n")
    }

    @Test func `a call made by hand asks like its verb`() async throws {
        let program = Program()
        defer { program.remove() }
        let line = "call delete \"/trackings/dhl/4819237500\""
        let (left, refused) = try ask(line, answer: "", program)
        #expect(left.contains("4819237500 · dhl · server board") && left.contains("nothing was sent"), "\(left)")
        #expect(refused == 8)
        #expect(await parcels(program) == "40\n")
        #expect(try ask(line, answer: "yes", program).status == 0)
        #expect(await parcels(program) == "39\n")
        #expect(await program.run("-c", line).status == 8)
    }

    @Test func `a read that costs is asked for with its price, and goes on where nobody is`() async throws {
        let program = Program()
        defer { program.remove() }
        let (text, status) = try ask("air 172-28891936", answer: "", program)
        #expect(text.contains("20 quota") && text.contains("nothing was sent"), "\(text)")
        #expect(status == 8)
        #expect(await program.run("-c", "air 172-28891936").status == 0)
        let plan = await program.run("-c", "plan air 172-28891936")
        #expect(plan.errors.contains("not sent: POST") && plan.errors.contains("20 quota"), "\(plan.errors)")
        #expect(await program.run("-c", "account").output.contains("460"))
    }

    @Test func `^C at a question is a no`() async throws {
        let program = Program()
        defer { program.remove() }
        let (text, status) = try ask("delete 300403513402", answer: "\u{3}", program)
        #expect(status == 7, "\(text)")
        #expect(try ask("print \"got\", ask(\"Which?\")", answer: "\u{3}", program).status == 7)
        #expect(await parcels(program) == "40\n")
    }

    @Test func `of lines that are pasted as an answer none is run`() async throws {
        let program = Program()
        defer { program.remove() }
        for answer in ["one\ndelete 300403513402", "\u{1B}[200~one\ndelete 300403513402\n\u{1B}[201~"] {
            let (text, status) = try ask("print \"<{ask(\"Which?\")}>\"", answer: answer, program)
            #expect(text.contains("<one>"), "\(text)")
            #expect(status == 0)
        }
        #expect(await parcels(program) == "40\n")
    }

    @Test func `a plan asks nothing`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal(["-c", "plan delete 300403513402"], home: program.home)
        let (text, status) = terminal.end()
        #expect(text.contains("would be deleted"), "\(text)")
        #expect(!text.contains("to leave it"), "\(text)")
        #expect(status == 0)
    }
}
