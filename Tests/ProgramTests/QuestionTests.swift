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
        #expect(text.contains("300403513402 · 4819237500 · 3005123472 · … 1 more"), "\(text)")
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
        #expect(text.contains("nothing was sent"), "\(text)")
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
