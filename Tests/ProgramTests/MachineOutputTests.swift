import TMSTestSupport
import Testing

/// What a program that reads the output gets, and what it does not get.
@Suite struct MachineOutputTests {
    @Test(arguments: ["csv", "tsv", "json", "jsonl"])
    func `print goes to standard error where a program reads the result`(form: String) async {
        let program = Program()
        defer { program.remove() }
        let line = "print \"said\"; [[a: 1]]"
        for arguments in [["--format", form, "-c", line], ["-c", line + " | as \(form)"]] {
            let result = await program.run(arguments: arguments)
            #expect(result.errors == "said\n", "\(form)")
            #expect(!result.output.contains("said") && result.output.contains("1"), "\(form) \(result.output)")
            #expect(result.status == 0)
        }
    }

    @Test func `print stays on standard output where people read it`() async {
        let program = Program()
        defer { program.remove() }
        let result = await program.run("-c", "print \"said\"; [[a: 1]]; [[a: 2]] | save \"\(program.home)/a.csv\"")
        #expect(result.output.hasPrefix("said\n"))
        #expect(result.errors == "")
    }

    @Test(arguments: ["csv", "tsv", "json"])
    func `a second result is a mistake that check and run find before anything is sent`(form: String) async {
        let program = Program()
        defer { program.remove() }
        let asked = await program.run("--format", form, "-c", "account; count by status")
        #expect(asked.errors.contains("E0232") && asked.output == "" && asked.status == 2)
        let path = program.write("a.tms", "account | as \(form)\ncount by status | as \(form)\n")
        #expect(await program.run("check", path).errors.contains("a.tms:2:1: error E0232"))
        // In other forms, in files and inside braces there may be more.
        let fine = "list | take 1 | save \"\(program.home)/a.\(form)\"; for p in [1, 2] { account }; account"
        #expect(await program.run("--format", form, "-c", fine).status == 0)
    }

    @Test func `jsonl holds any number of results`() async {
        let program = Program()
        defer { program.remove() }
        let result = await program.run("--format", "jsonl", "-c", "[[a: 1]]; [[b: 2]]")
        #expect(result.output == "{\"a\":1}\n{\"b\":2}\n")
    }

    @Test func `a pipe sees dates as people do, csv and json as the service wrote them`() async {
        let program = Program()
        defer { program.remove() }
        let line = "list | sort by number | take 1 | show number, created"
        #expect(await program.run("-c", line).output == "number\tcreated\n3005123472\t2026-11-17 12:00\n")
        #expect(
            await program.run("-c", line, variables: ["TZ": "Asia/Shanghai"]).output
                == "number\tcreated\n3005123472\t2026-11-17 20:00\n")
        #expect(
            await program.run("--format", "csv", "-c", line).output
                == "number,created\n3005123472,2026-11-17T20:00:00+08:00\n")
        #expect(await program.run("-c", "account").output.contains("2016-07-21 10:34:50"))
        #expect(await program.run("--format", "csv", "-c", "account").output.contains("1469097290"))
    }
}
