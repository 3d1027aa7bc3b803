import Foundation
import TMSTestSupport
import Testing

/// Runs that were interrupted and go on, and what is said of them.
@Suite("A run that was interrupted") struct JournalTests {
    /// Orders as a file has them, in an order of one's choice.
    private static func orders(_ numbers: some Sequence<Int>) -> String {
        "number,via,title\n" + numbers.map { "TT\(100_000_000 + $0)X,4px,lamp \($0)\n" }.joined()
    }

    private static let script = "for r in open \"orders.csv\" { track $r.number via $r.via title $r.title }\n"

    private static func parcels(_ program: Program) async -> String {
        await program.run("-c", "list | where number contains TT1 | count").output
    }

    @Test func `goes on after each kill, and every row is there once, also of a file that changed meanwhile`()
        async throws
    {
        let program = Program()
        defer { program.remove() }
        program.write("import.tms", Self.script)
        program.write("orders.csv", Self.orders(0..<1_500))
        _ = await program.run("-c", "sandbox reset quota 100000")
        for pause in [0.15, 0.2, 0.25, 0.3, 0.2, 0.15] {
            let result = await program.shell("cd \"$HOME\"; timeout -s KILL \(pause) \"$TMS\" import.tms")
            if result.status == 0 { break }
        }
        // Rows in another order, and some more.
        program.write("orders.csv", Self.orders((0..<1_600).reversed()))
        // A kill may come before anything was sent, and the last attempt may have reached the end.
        let before = await program.run("-c", "runs | take 1 | show status").output
        let last = await program.run(program.home + "/import.tms")
        #expect(last.status == 0, "\(last)")
        #expect(last.errors.contains("note " + "N0750") == before.contains("interrupted"), "\(before) \(last)")
        #expect(await Self.parcels(program) == "1600\n")
        // The quota tells whether one was sent twice.
        #expect(await program.run("-c", "let s = (sandbox status); print $s.quota").output == "98400\n")
        let runs = await program.run("-c", "runs | show status, done, failed, doubt").output
        let sent = before.contains("done") ? 100 : 1_600
        #expect(runs.split(separator: "\n").dropFirst().first == "done\t\(sent)\t0\t0", "\(runs)")
    }

    @Test func `is told, and begins anew where that is wanted`() async throws {
        let program = Program()
        defer { program.remove() }
        program.write("import.tms", Self.script)
        program.write("orders.csv", Self.orders(0..<60))
        _ = await program.run("-c", "sandbox fail garbage always")
        let stopped = await program.run(program.home + "/import.tms")
        #expect(stopped.status == 5, "\(stopped)")
        #expect(
            stopped.errors.hasSuffix("\nstopped after 40 of 60 · 40 in doubt · the same line goes on\n"), "\(stopped)")
        _ = await program.run("-c", "sandbox fail nothing")
        #expect(await program.run("-c", "runs | show status, doubt").output == "status\tdoubt\ninterrupted\t40\n")
        let fresh = await program.run("--fresh", program.home + "/import.tms")
        #expect(fresh.status == 0 && !fresh.errors.contains("N0750"), "\(fresh)")
        let resumed = await program.run("--resume", "1", program.home + "/import.tms")
        #expect(resumed.status == 0, "\(resumed)")
        #expect(resumed.errors.contains("note " + "N0750" + ": going on with run 1, stopped "), "\(resumed.errors)")
        #expect(await Self.parcels(program) == "60\n")
        #expect(
            await program.run("-c", "runs | show run, status, done, already").output
                == "run\tstatus\tdone\talready\n2\tdone\t20\t40\n1\tdone\t40\t20\n")
    }

    @Test func `is told by its code to programs, behind what ended it`() async throws {
        let code = "N0751"
        let program = Program()
        defer { program.remove() }
        program.write("orders.csv", Self.orders(0..<60))
        let result = await program.run(
            "--diagnostics", "json", program.write("import.tms", "limit 1 calls { \(Self.script) }\n"))
        #expect(result.status == 5, "\(result)")
        let lines = result.errors.split(separator: "\n").suffix(2)
        #expect(lines.first?.contains("\"E0740\"") == true, "\(result.errors)")
        #expect(
            lines.last?.contains(code) == true
                && lines.last?.contains("stopped after 40 of 60 · nothing in doubt · the same line goes on") == true,
            "\(result.errors)")
    }

    @Test func `may have written what nobody answered, and that is looked up`() async throws {
        let program = Program()
        defer { program.remove() }
        program.write("edit.tms", "edit 300403513402 via 4px title \"blue lamp\"\n")
        _ = await program.run("-c", "sandbox fail garbage always")
        let stopped = await program.run("--no-before-images", program.home + "/edit.tms")
        #expect(stopped.status == 5, "\(stopped)")
        _ = await program.run("-c", "sandbox fail nothing")
        let resumed = await program.run(program.home + "/edit.tms")
        #expect(resumed.status == 0 && resumed.errors.contains("1 are in doubt and are looked up"), "\(resumed)")
        #expect(
            await program.run("-c", "run 1 | show verb, number, state").output
                == "verb\tnumber\tstate\nedit\t300403513402\tdone\n")
    }

    @Test func `is not begun by a second process while the first is at work`() async throws {
        let program = Program()
        defer { program.remove() }
        program.write("slow.tms", "track TT123456789X via 4px\nwait 50 s\n")
        let both = await program.shell(
            """
            cd "$HOME"; "$TMS" slow.tms >/dev/null & first=$!
            for i in $(seq 200); do [ "$("$TMS" -c 'runs | count')" = 1 ] && break; sleep 0.1; done
            "$TMS" slow.tms; echo "status $?"; kill -KILL $first; wait
            """)
        #expect(both.errors.contains("error " + "E0751" + ": run 1 of the same work is under way on "), "\(both)")
        #expect(both.output.contains("status 1"), "\(both)")
    }

    @Test func `that does not exist is told`() async throws {
        let program = Program()
        defer { program.remove() }
        let result = await program.run("--resume", "9", "-c", "archive 4819237500")
        #expect(result.status == 2 && result.errors.contains("error " + "E0752" + ": there is no run 9"), "\(result)")
        #expect(await program.run("-c", "run 9").errors.contains("error " + "E0752"))
    }
}

/// Where what is sent cannot be written down.
@Suite("A store of runs") struct UnusableStoreTests {
    private static let path = ".local/state/tms/accounts/sandbox/store.sqlite"

    @Test func `that cannot be made stops writes before they are sent, and reads go on`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "list | count")
        program.write(".local/state/tms/accounts", "a file where a folder should be")
        let write = await program.run("-c", "track TT123456789X via 4px")
        #expect(write.status == 1, "\(write)")
        #expect(write.errors.contains("error " + "E0750" + ": what is sent cannot be written down: "), "\(write)")
        #expect(write.errors.contains("--no-journal"), "\(write)")
        let both = await program.run("-c", "list | count; track TT123456789X via 4px; track TT123456788X via 4px")
        #expect(both.output == "40\n" && both.status == 1, "\(both)")
        #expect(await program.run("-c", "sandbox advance 1 h").status == 0)
        #expect(await program.run("-c", "list | count").output == "40\n")
        #expect(await program.run("--no-journal", "-c", "track TT123456789X via 4px").status == 0)
        #expect(await program.run("-c", "list | count").output == "41\n")
        #expect(await program.run("--no-journal", "-c", "runs").errors.contains("error " + "E0754"))
    }

    @Test func `that is damaged is moved aside, and a new one is made`() async throws {
        let program = Program()
        defer { program.remove() }
        program.write(Self.path, String(repeating: "this is no database ", count: 60))
        let write = await program.run("-c", "track TT123456789X via 4px")
        #expect(write.status == 0, "\(write)")
        #expect(write.errors.contains("note " + "N0753" + ": the store of runs was damaged and is now "), "\(write)")
        #expect(program.exists(Self.path + ".damaged-1"))
        #expect(await program.run("-c", "runs | count").output == "1\n")
    }

    @Test func `is emptied with the sandbox`() async throws {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "track TT123456789X via 4px")
        #expect(await program.run("-c", "runs | count").output == "1\n")
        _ = await program.run("-c", "sandbox reset")
        #expect(await program.run("-c", "runs | count").output == "0\n")
    }
}
