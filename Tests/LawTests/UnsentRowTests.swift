import TMSSyntax
import TMSTestSupport
import Testing

/// A refusal that dooms every row ends the run, and says how much was left behind.
struct UnsentRowTests {
    @Test(arguments: [
        ("for n in [300403513351, 300403513352, 300403513353] { track $n via 4px }", "3 rows were not sent"),
        ("for i in 1 .. 90 { let n = \"3004035{10000 + $i}\"; track $n via 4px }", "90 rows were not sent"),
        (
            "let seen = 0\nfor n in [300403513351, 300403513352] { $seen = $seen + 1; track $n via 4px }",
            "2 rows were not sent"
        ),
        ("track 300403513351, 300403513352, 300403513353 via 4px", "3 rows were not sent"),
    ])
    func `the rows that were not sent are counted`(script: String, note: String) async throws {
        let spied = try await SpiedRun("sandbox fail 4021 times 9\n" + script)
        let failure = try #require(spied.run.diagnostics.last)
        #expect(failure.code == "4021")
        #expect(failure.notes.contains(note), "\(failure.notes)")
        #expect(spied.run.status == 6)
        #expect(spied.calls.count == 1)
    }

    @Test func `a loop that was at its end leaves only the row that was refused`() async throws {
        let spied = try await SpiedRun("sandbox fail 4021 times 9\nfor n in [300403513351] { track $n via 4px }")
        #expect(spied.run.diagnostics.last?.notes.contains("1 row was not sent") == true)
    }

    @Test(arguments: [
        ("for n in [300403513402, 4819237500, RB555666772CN] { show $n }", "3 rows were not read"),
        ("for n one by one in [300403513402, 4819237500] { let p = show $n }", "2 rows were not read"),
        ("for n in [300403513402] { show $n, 4819237500 }", "1 row was not read"),
        ("show 300403513402, 4819237500", "2 rows were not read"),
    ])
    func `rows that were only to be read were not read`(script: String, note: String) async throws {
        let spied = try await SpiedRun("sandbox fail 4021 times 9\n" + script)
        #expect(spied.run.diagnostics.last?.notes.last == note, "\(spied.said)")
    }
}
