import TMSSyntax
import TMSTestSupport
import Testing

/// A refusal that dooms every row ends the run, and says how much was left behind.
struct UnsentRowTests {
    @Test(arguments: [
        ("for n in [300403513351, 300403513352, 300403513353] { track $n via 4px }", "2 more rows were not sent"),
        ("for i in 1 .. 90 { let n = \"3004035{10000 + $i}\"; track $n via 4px }", "89 more rows were not sent"),
        (
            "let seen = 0\nfor n in [300403513351, 300403513352] { $seen = $seen + 1; track $n via 4px }",
            "1 more row was not sent"
        ),
        ("track 300403513351, 300403513352, 300403513353 via 4px", "3 not done, 0 done"),
    ])
    func `the rows that were not sent are counted`(script: String, note: String) async throws {
        let spied = try await SpiedRun("sandbox fail 4021 times 9\n" + script)
        let failure = try #require(spied.run.diagnostics.last)
        #expect(failure.code == "4021")
        #expect(failure.notes.contains(note), "\(failure.notes)")
        #expect(spied.run.status == 6)
        #expect(spied.calls.count == 1)
    }

    @Test func `a loop that was at its end leaves nothing behind`() async throws {
        let spied = try await SpiedRun("sandbox fail 4021 times 9\nfor n in [300403513351] { track $n via 4px }")
        #expect(spied.run.diagnostics.last?.notes.contains { $0.contains("not sent") } == false)
    }
}
