import Foundation
import TMSTestSupport
import Testing

/// What `undo` brings back, and what it leaves.
@Suite("An undo") struct UndoTests {
    private static let account =
        "list | sort by number | show number, via, title, order, customer, email, phone, to, status, archived"

    /// The account as a table, archived parcels included.
    private static func account(_ program: Program) async -> String {
        let open = await program.run("-c", account).output
        return open + (await program.run("-c", account.replacing("list |", with: "list archived |")).output)
    }

    @Test(arguments: [
        "for p in list { edit $p.number via $p.via title \"new {$p.number}\" to fr }",
        "edit 300403513402 title \"a\" order \"b\" customer \"c\" email \"d@example.com\"",
        "edit 300403513402 title \"\"",
        "for p in list { archive $p.number via $p.via }",
        "archive 4819237500; unarchive 4819237500; archive 4819237500",
        "mark 300403513402 delivered",
        "change carrier of 4819237500 from dhl to ups",
        "edit 300403513402 title one; edit 300403513402 title two; edit 4819237500 title three",
        "track 300403513351 via 4px to us title \"cute pillow\"; track TT987654321X via ups",
    ])
    func `restores the account, and a redo what was written`(line: String) async throws {
        let program = Program()
        defer { program.remove() }
        let before = await Self.account(program)
        let write = await program.run("-c", line)
        #expect(write.status == 0, "\(write)")
        let after = await Self.account(program)
        #expect(before != after)
        let undo = await program.run("--yes", "-c", "undo")
        #expect(undo.status == 0, "\(undo)")
        #expect(await Self.account(program) == before)
        let redo = await program.run("--yes", "-c", "redo")
        #expect(redo.status == 0, "\(redo)")
        #expect(await Self.account(program) == after)
        let again = await program.run("--yes", "-c", "undo 1")
        #expect(again.status == 0, "\(again)")
        #expect(await Self.account(program) == before)
    }

    @Test func `of a delete tracks the parcel again, with what was known of it`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("--yes", "-c", "delete 300403513402")
        #expect(await program.run("--yes", "-c", "undo").status == 0)
        #expect(
            await program.run("-c", "show 300403513402 | show via, title, order, customer, to").output
                == "via\ttitle\torder\tcustomer\tto\n4px\tdesk lamp\t#1001\tAnn Miller\tus\n")
    }

    @Test func `leaves a parcel that somebody has changed since, and restores the others`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "edit 300403513402 title one; edit 4819237500 title two")
        _ = await program.run("--no-journal", "-c", "edit 4819237500 title three")
        let undo = await program.run("--yes", "-c", "undo")
        #expect(undo.status == 3, "\(undo)")
        #expect(
            undo.errors.contains("error " + "E0753" + ": left as it is: changed since: title is \"three\""), "\(undo)")
        #expect(
            await program.run("-c", "show 300403513402, 4819237500 | show title").output
                == "title\ndesk lamp\nthree\n")
    }

    @Test func `names what nothing takes back`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("--yes", "-c", "stop updating 300403513402; edit 300403513402 title one")
        let undo = await program.run("--yes", "-c", "undo")
        #expect(undo.status == 0, "\(undo)")
        #expect(
            undo.errors.contains("note " + "N0752" + ": run 1 has rows that nothing takes back: 1 of `stop updating`"),
            "\(undo)")
        #expect(await program.run("-c", "show 300403513402 | show title").output == "title\ndesk lamp\n")
    }

    @Test func `that was interrupted is done to its end by the next one`() async throws {
        let program = Program()
        defer { program.remove() }
        let before = await Self.account(program)
        _ = await program.run(
            "-c", "edit 300403513402 via 4px title one; change carrier of 4819237500 from dhl to ups")
        let after = await Self.account(program)
        // One call reads what is there, the second takes the last write back, and for the first none is left.
        let first = await program.run("--yes", "-c", "limit 2 calls { undo }")
        #expect(first.status != 0, "\(first)")
        let half = await Self.account(program)
        #expect(half != after && half != before)
        let second = await program.run("--yes", "-c", "undo")
        #expect(second.status == 0, "\(second)")
        #expect(await Self.account(program) == before)
    }

    @Test func `of a parcel that was there before leaves it, though the answer was lost`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "sandbox fail garbage times 9")
        _ = await program.run("-c", "track 300403513402 via 4px title \"other lamp\"")
        _ = await program.run("-c", "sandbox fail nothing")
        let again = await program.run("-c", "track 300403513402 via 4px title \"other lamp\"")
        #expect(again.errors.contains("already tracked, but title is \"desk lamp\""), "\(again)")
        #expect(await program.run("--yes", "-c", "undo").status == 1)
        #expect(await program.run("-c", "show 300403513402 | show title").output == "title\ndesk lamp\n")
    }

    @Test func `asks, and without a yes does nothing`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "edit 300403513402 title one")
        #expect(await program.run("-c", "undo").status == 8)
        #expect(await program.run("-c", "show 300403513402 | show title").output == "title\none\n")
    }

    @Test func `of nothing is told`() async throws {
        let program = Program()
        defer { program.remove() }
        let undo = await program.run("--yes", "-c", "undo")
        #expect(
            undo.status == 1 && undo.errors.contains("error " + "E0755" + ": no run has written anything"), "\(undo)")
        #expect(await program.run("--yes", "-c", "redo").errors.contains("error " + "E0755"))
        _ = await program.run("-c", "edit 300403513402 title one")
        #expect(await program.run("--yes", "-c", "undo 1").status == 0)
        #expect(
            await program.run("--yes", "-c", "undo 1").errors.contains(
                "error " + "E0755" + ": run 1 has written nothing"))
    }

    @Test func `is listed as a run, with its rows`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "edit 300403513402 title one")
        _ = await program.run("--yes", "-c", "undo")
        #expect(
            await program.run("-c", "runs | show run, text, status, done").output
                == "run\ttext\tstatus\tdone\n2\tundo 1\tdone\t1\n1\tedit 300403513402 title one\tdone\t1\n")
        #expect(
            await program.run("-c", "run 2 | show row, verb, number, via, state").output
                == "row\tverb\tnumber\tvia\tstate\n1\tedit\t300403513402\t4px\tdone\n")
    }
}
