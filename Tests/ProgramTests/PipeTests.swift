import TMSTestSupport
import Testing

/// What becomes of a program whose output cannot be written, or whose reader has gone.
@Suite struct PipeTests {
    @Test(arguments: [
        "-c 'print 1'", "-c list", "--version", "--help", "completions bash", "--format csv -c list",
        "-c 'for n in 1 .. 100000000 { print $n }'", "-c '1 .. 3000000000 | as json'",
    ])
    func `a full disk behind standard output is an error`(line: String) async {
        let program = Program()
        defer { program.remove() }
        let result = await program.shell("$TMS \(line) > /dev/full")
        #expect(result.status == 1, "\(line): \(result)")
        if !line.hasPrefix("--") || line.contains("-c") {
            #expect(result.errors.contains("E0917") || line.hasPrefix("completions"), "\(line): \(result.errors)")
        }
    }

    @Test func `csv is written as it comes, and fields that come too late for the header are told`() async {
        let program = Program()
        defer { program.remove() }
        let rows = (1...1_001).map { #"{"a":\#($0)\#($0 == 1_001 ? ",\"b\":2" : "")}"# }.joined(separator: "\n")
        program.write("rows.jsonl", rows)
        let result = await program.run("-c", "open \"\(program.home)/rows.jsonl\" | as csv")
        #expect(result.output.hasPrefix("a\n1\n") && result.output.hasSuffix("\n1001\n"))
        #expect(result.errors.contains("W0745") && result.errors.contains("row 1,001 came, and lacks `b`"), "\(result)")
        program.write("rows.jsonl", rows.split(separator: "\n").suffix(1_000).joined(separator: "\n"))
        let whole = await program.run("-c", "open \"\(program.home)/rows.jsonl\" | as csv")
        #expect(whole.output.hasPrefix("a,b\n2,\n") && whole.errors.isEmpty)
    }

    @Test func `a closed standard output is an error, and nothing else is written in its place`() async {
        let program = Program()
        defer { program.remove() }
        _ = await program.run("-c", "list | count")
        let result = await program.shell("$TMS -c list >&-")
        #expect(result.status == 1)
        #expect(result.errors.contains("E0917"))
        #expect(await program.run("-c", "list | count").output == "40\n")
    }

    @Test(arguments: [
        "while true { let n = (list status exception | count); print $n; wait 1 s }", "while true { print 1 }",
        "for n in 1 .. 100000000 { print $n }", "for p in list { print $p.number; wait 1 s }",
        "1 .. 3000000000 | as json", "1 .. 3000000000 | as csv", "1 .. 3000000000 | as tsv",
    ])
    func `a program ends like others when its reader has gone`(script: String) async {
        let program = Program()
        defer { program.remove() }
        let result = await program.shell("{ $TMS -c '\(script)'; echo \"ended $?\" >&2; } | head -1")
        #expect(result.errors == "ended 141\n", "\(script): \(result)")
        #expect(result.status == 0)
    }

    @Test func `writes that were begun are done though nobody reads of them`() async {
        let program = Program()
        defer { program.remove() }
        _ = await program.shell("$TMS --yes -c 'list | archive' | head -1")
        #expect(await program.run("-c", "list archived | count").output == "40\n")
    }

    @Test func `no further call is made when the reader has gone`() async {
        let program = Program()
        defer { program.remove() }
        let script = "print 1; wait 1 s; for n in [1, 2] { track \"30040351399{$n}\" via 4px; print $n }"
        _ = await program.shell("$TMS -c '\(script)' | head -1")
        #expect(await program.run("-c", "list | count").output == "40\n")
    }
}
