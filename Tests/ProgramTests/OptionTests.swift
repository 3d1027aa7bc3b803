import TMSTestSupport
import Testing

@Suite struct OptionTests {
    private let program = Program()

    @Test func `a line is run and its output is all there is`() async {
        defer { program.remove() }
        let result = await program.run("-c", "print 1")
        #expect(result.output == "1\n")
        #expect(result.errors == "")
        #expect(result.status == 0)
    }

    @Test func `a line that calls nobody opens no store`() async {
        defer { program.remove() }
        _ = await program.run("-c", "let a = 1; print $a + 1")
        #expect(!program.exists(".local"))
    }

    @Test func `the version is a line`() async {
        defer { program.remove() }
        #expect(await program.run("--version").output == "tms 0.1\n")
    }

    @Test func `help tells a stranger what tms is and where a key comes from`() async {
        defer { program.remove() }
        let result = await program.run("--help")
        #expect(result.status == 0)
        for word in ["Follow parcels", "tms -c", "TRACKINGMORE_API_KEY", "Exit status", "--dry-run", "sandbox"] {
            #expect(result.output.contains(word), "\(word)")
        }
    }

    @Test(arguments: [
        ["--no-such"], ["-c"], ["--format", "xml", "-c", "print 1"], ["--max-steps", "0", "-c", "x"], ["check"],
    ])
    func `usage that is wrong ends with status 2`(_ arguments: [String]) async {
        defer { program.remove() }
        let result = await program.run(arguments: arguments)
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("Error: "))
    }

    @Test(arguments: ["run", "check", "fmt", "fix", "test", "sandbox", "completions", "docs"])
    func `a subcommand alone does what it does or shows its usage`(_ name: String) async {
        defer { program.remove() }
        program.write(name, "print \"the file\"\n")
        let result = await program.shell("cd \"$HOME\" && $TMS \(name)")
        let said = result.output + result.errors
        #expect(!said.contains("E0910") && !said.contains("the file"), "\(result)")
        #expect(result.status == 0 || said.contains("sage") || said.contains("E0918"), "\(result)")
        #expect(await program.shell("cd \"$HOME\" && $TMS -- \(name)").output == "the file\n")
    }

    @Test func `check, fmt and fix go through folders`() async {
        defer { program.remove() }
        program.write("d/a.tms", "print   1\n")
        program.write("d/deep/b.tms", "print 2\n")
        program.write("empty/c.txt", "")
        let folder = program.home + "/d"
        #expect(await program.run("check", folder).status == 0)
        let formatted = await program.run("fmt", "--check", folder)
        #expect(formatted.status == 1 && formatted.output == "\(folder)/a.tms would change\n", "\(formatted)")
        #expect(await program.run("fmt", folder).output == "print 1\nprint 2\n")
        #expect(await program.run("fix", folder).status == 0)
        let empty = await program.run("check", program.home + "/empty")
        #expect(empty.status == 2 && empty.errors.contains("there is no .tms script in"))
    }

    @Test func `a script gets its parameters by name`() async {
        defer { program.remove() }
        let script = program.write("late.tms", "# Counts days.\nparam days = 10 \"how many\"\nprint $days + 1\n")
        #expect(await program.run(script).output == "11\n")
        #expect(await program.run(script, "days=20").output == "21\n")
        #expect(await program.run("run", script, "days=20").output == "21\n")
        #expect(await program.run(script, "days=soon").status == 2)
        #expect(await program.run(script, "nights=1").status == 2)
    }

    @Test func `the help of a script shows its parameters`() async {
        defer { program.remove() }
        let script = program.write("late.tms", "# Counts days.\nparam days = 10 \"how many\"\nparam to \"where\"\n")
        let result = await program.run(script, "--help")
        #expect(result.output.hasPrefix("Counts days.\n\ntms \(script) to=…\n"))
        #expect(result.output.contains("days  number  how many (default 10)"))
        #expect(result.output.contains("to    value   where (must be given)"))
    }

    @Test func `a parameter with a kind is checked and read as it`() async {
        defer { program.remove() }
        let script = program.write(
            "late.tms",
            "param via: carrier \"which\"\nparam since: date = today\nparam span: duration = empty\n"
                + "print $via, $since, $span ?? \"no span\"\n")
        let help = await program.run("run", script, "--help")
        #expect(help.output.contains("via    carrier   which (must be given)"), "\(help.output)")
        #expect(help.output.contains("since  date      default today"))
        #expect(await program.run(script, "via=USPS", "since=2026-03-05").output == "usps 2026-03-05 no span\n")
        #expect(
            await program.run(script, "via=usps", "since=2026-03-05", "span=36 h").output == "usps 2026-03-05 36 h\n")
        for wrong in [["via=upps"], ["via=usps", "since=soon"], ["via=usps", "span=36"]] {
            let result = await program.run(arguments: [script] + wrong)
            #expect(result.status == 2 && result.errors.contains("E0912"), "\(result.errors)")
        }
        #expect(await program.run(script, "via=upps").errors.contains("did you mean `ups`?"))
        #expect(await program.run(script, "via=\"upps\"", "since=2026-03-05").output == "upps 2026-03-05 no span\n")
    }

    @Test func `an argument that is not UTF-8 is refused before anything is sent`() async {
        defer { program.remove() }
        for line in ["-c \"print '$BAD'\"", "late.tms t=$BAD", "run late.tms t=$BAD"] {
            let result = await program.shell("BAD=$(printf 'caf\\351'); cd \"$HOME\"; \"$TMS\" " + line)
            #expect(result.status == 2 && result.output.isEmpty, "\(result)")
            #expect(result.errors.contains("is not UTF-8"), "\(result.errors)")
        }
    }

    @Test func `a script may come from standard input`() async {
        defer { program.remove() }
        #expect(await program.run(input: "print 2\nprint 3\n").output == "2\n3\n")
        #expect(await program.run("-", input: "print 4\n").output == "4\n")
    }

    @Test func `a script may name its program in its first line`() async {
        defer { program.remove() }
        let script = program.write("hi", "#!\(Program.path)\nprint \"hi\"\n", mode: 0o755)
        #expect(await program.shell(script).output == "hi\n")
    }

    @Test func `a file that is not there is said plainly`() async {
        defer { program.remove() }
        let result = await program.run("missing.tms")
        #expect(result.status == 2)
        #expect(result.errors.contains("there is no such file"))
    }

    @Test func `steps can be limited`() async {
        defer { program.remove() }
        let result = await program.run("--max-steps", "1000", "-c", "while true { }")
        #expect(result.status == 5)
    }
}
