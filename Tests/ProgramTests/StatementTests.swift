import Foundation
import TMSTestSupport
import Testing

/// What a script alone cannot show: what `tms check` says of loops, `--quiet`, `--guess`, and which exit status wins.
@Suite struct StatementTests {
    private let program = Program()

    @Test(arguments: [
        ("for n in 1 .. 3 { show 300403513402 }", "rows go together"),
        ("let t = 0\nfor n in 1 .. 3 { $t = $t + $n }\nprint $t", "assigns `$t` from outside"),
        ("for n in 1 .. 3 { if $n is 2 { break } }", "holds `break`"),
        ("define f(x) { for n in $x { return $n } }\nprint f([1])", "holds `return`"),
        ("for n in 1 .. 3 { if $n is 2 { exit 1 } }", "holds `exit`"),
        ("for n in 1 .. 3 { wait 1 s }", "holds `wait`"),
        ("for n in 1 .. 3 { print ask(\"which?\") }", "asks a question"),
        ("for n in 1 .. 3 { print confirm(\"sure?\") }", "asks a question"),
        ("for n in 1 .. 3 { while $n is 9 { account } }", "holds a `while` around a command"),
        ("for n in 1 .. 3 { let m = 0; while $m < $n { $m = $m + 1 } }", "rows go together"),
        ("define f(n) { if $n is 2 { return 1 }; return 2 }\nfor n in 1 .. 3 { print f($n) }", "rows go together"),
        ("for n in 1 .. 3 { sandbox advance 1 h }", "steers the sandbox"),
        ("for n in 1 .. 3 { list | count; archive 300403513402 }", "reads the whole account beside a write"),
        ("for n in 1 .. 3 { account; archive 300403513402 }", "reads the whole account beside a write"),
        ("for n in 1 .. 3 { count by status; archive 300403513402 }", "reads the whole account beside a write"),
        ("for n in 1 .. 3 { count by status; account; list | count }", "rows go together"),
        ("for n one by one in 1 .. 3 { print $n }", "says `one by one`"),
        ("define pause() { wait 1 s }\nfor n in 1 .. 3 { pause }", "calls `pause`, which holds `wait`"),
        ("for n in 1 .. 3 { limit 1 call { account } }", "holds a `limit`"),
    ])
    func `check says of a loop whether its rows go together, and why not`(text: String, reason: String) {
        defer { program.remove() }
        let script = program.write("loop.tms", text + "\n")
        let result = program.run("check", script)
        #expect(result.output.contains(reason), "\(result.output)\(result.errors)")
        #expect(result.status == 0)
    }

    @Test func `quiet silences what is shown, not what is printed`() {
        defer { program.remove() }
        let result = program.run("--quiet", "-c", "list status expired; print \"done\"")
        #expect(result.output == "done\n")
    }

    @Test func `wait lasts as long as it says`() {
        defer { program.remove() }
        let start = ContinuousClock.now
        let result = program.run("-c", "wait 1 s; print \"waited\"")
        #expect(result.output == "waited\n")
        #expect(ContinuousClock.now - start >= .seconds(1))
    }

    @Test func `one by one says how many rows it left undone`() {
        defer { program.remove() }
        let result = program.run("-c", "for n one by one in 1 .. 5 { if $n is 2 { fail \"no\" } }")
        #expect(result.errors.contains("3 more rows were left undone"), "\(result.errors)")
        #expect(result.status == 1)
    }

    @Test(arguments: ["csv", "jsonl"])
    func `the file of failures is complete where the table holds the first 10,000`(form: String) throws {
        defer { program.remove() }
        let file = program.write("failed.\(form)", "of another run")
        let line = """
            try for n in 0 .. 10_050 { if $n over 0 { fail "no {$n}" } } otherwise print $error.hint
            print len($failures)
            """
        let text = line.replacing("10_050", with: "10050")
        let result = program.run("--failures", file, "-c", text)
        #expect(result.output.hasSuffix("--failures failed.csv keeps all\n10000\n"), "\(result.output.suffix(200))")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == (form == "csv" ? 10_051 : 10_050))
        #expect(lines.last?.contains("no 10050") == true)
    }

    @Test func `the file of failures names each parcel, and is empty where none failed`() throws {
        defer { program.remove() }
        let file = program.write("failed.csv", "of another run")
        let line = "delete 300403513402, 300403513998, 300403513999 via 4px"
        #expect(program.run("--yes", "--failures", file, "-c", line).status == 3)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("\n300403513998,4px,") && text.contains("\n300403513999,4px,"), "\(text)")
        #expect(program.run("--failures", file, "-c", "print 1").status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "")
    }

    @Test func `a file of failures that cannot be written is told before anything is sent`() {
        defer { program.remove() }
        let result = program.run("--failures", "failed.pdf", "-c", "print 1")
        #expect(result.status == 1)
        #expect(result.errors.contains("E0803") && result.output.isEmpty, "\(result.errors)")
    }

    @Test func `a guess is used where it is allowed`() {
        defer { program.remove() }
        #expect(program.run("-c", "track 300403513351").status == 1)
        let guessed = program.run("--guess", "-c", "track 300403513351 | show number, via, outcome")
        #expect(guessed.output.contains("300403513351\t4px\ttracked"), "\(guessed.output)\(guessed.errors)")
        #expect(guessed.errors.contains("is taken for `4px`"))
    }

    /// 7, 6, 5, 8, 4, 3, 1.
    @Test(arguments: [
        ("expect 1 is 2", 4), ("for n in 1 .. 2 { expect $n is 1 }", 4),
        ("for n in 1 .. 2 { if $n is 2 { fail \"no\" } }", 3), ("fail \"no\"", 1),
        ("for n in [300403513402, 300403513999] { show $n }", 3),
        ("try for n in 1 .. 2 { fail \"no\" } otherwise expect 1 is 2", 4),
        ("sandbox fail 4021 times 9\nfor n in 1 .. 2 { if $n is 1 { fail \"no\" }\n account }", 6),
        ("limit 1 call { for n in 1 .. 2 { show 300403513402 via 4px\n show 300403513999 via 4px } }", 5),
        ("archive 300403513402\ndelete 300403513402", 8), ("print $nobody", 2), ("exit 9", 9),
    ])
    func `the gravest of what happened is the exit status`(text: String, status: Int) {
        defer { program.remove() }
        let result = program.run("-c", text)
        #expect(result.status == status, "\(text): \(result.errors)")
    }

    @Test func `diagnostics in JSON hold the place, the hint, the labels and the edits`() {
        defer { program.remove() }
        let result = program.run("--diagnostics", "json", "-c", "track 300403513351 via 4px via ups")
        #expect(result.output.isEmpty)
        for part in [
            #""severity":"error""#, #""code":"E0208""#, #""message":"`via` is given twice""#, #""file":"-c""#,
            #""start":{"line":1,"utf8":28,"utf16":28}"#, #""end":{"line":1,"utf8":31,"utf16":31}"#,
        ] {
            #expect(result.errors.contains(part), "\(part) in \(result.errors)")
        }
        #expect(result.errors.split(separator: "\n").count == 1)
    }
}
