import TMSTestSupport
import Testing

/// What the program says of the rows of a file, by code.
@Suite struct RowSummaryTests {
    private let program = Program()

    private func write() -> String {
        program.write(
            "bad.csv", "number,via,email\nRB100000011GB,royal-mail,a@example.com\nRB100000012GB,royal-mail,no\n")
    }

    @Test func `check tells of rows that will fail`() async {
        defer { program.remove() }
        let path = write()
        let script = program.write("a.tms", "track from \"\(path)\"\n")
        let result = await program.run("check", "--diagnostics", "json", script)
        #expect(result.errors.contains("E0744"), "\(result)")
        #expect(result.errors.contains("no"))
    }

    @Test(arguments: ["for r in open \"FILE\" { track $r.number via $r.via }", "track from \"FILE\""])
    func `a plan says what its rows would cost, and how many the quota covers`(line: String) async {
        defer { program.remove() }
        // The third is followed already.
        let rows = ["300403513351", "300403513352", "300403513402", "300403513353"].map { "\($0),4px\n" }.joined()
        let text = line.replacing("FILE", with: program.write("four.csv", "number,via\n" + rows))
        let enough = await program.run("-c", "plan " + text)
        #expect(enough.errors.contains("3 to track · 1 already tracked"), "\(enough)")
        #expect(enough.errors.contains(" · quota 3 of 480 · undo takes back all of it\n"), "\(enough)")
        let short = await program.run("-c", "sandbox reset quota 2\nplan " + text)
        #expect(short.errors.contains(" · quota 3 of 2 · what is left of it covers 2 · "), "\(short)")
    }

    @Test func `the end of a run says what became of the rows`() async {
        defer { program.remove() }
        let result = await program.run("--diagnostics", "json", "-c", "track from \"\(write())\"")
        #expect(result.errors.contains("N0743"), "\(result)")
        #expect(result.errors.contains("1 tracked · 1 failed"), "\(result)")
        #expect(result.status == 3)
    }
}
