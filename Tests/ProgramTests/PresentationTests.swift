import Foundation
import TMSTestSupport
import Testing

/// What people see of results: on a terminal, in a pipe, and of the options.
@Suite struct PresentationTests {
    private let program = Program()

    @Test(arguments: [("xterm", true), ("dumb", false), (nil, false), ("", false)])
    func `only a terminal that says what it is gets colours`(type: String?, isColored: Bool) throws {
        defer { program.remove() }
        let terminal = try Terminal(["-c", "list | take 1"], home: program.home, type: type, isPlain: false)
        let (text, status) = terminal.end()
        #expect(status == 0)
        #expect(text.contains("\u{1B}[") == isColored, "\(type ?? "unset")")
    }

    @Test func `names from outside reach a terminal without their colours`() throws {
        defer { program.remove() }
        let name = "a\u{1B}[31mb"
        program.write("t/\(name).tms", "expect   1 is 1\n")
        let rows = program.write("r.jsonl", "{\"\(name.replacing("\u{1B}", with: "\\u001b"))\":1,\"n\":2}\n")
        for arguments in [
            ["test", program.home + "/t"], ["fmt", "--check", program.home + "/t"],
            ["-c", "open \"\(rows)\" | as csv"], ["-c", "open \"\(rows)\" | as tsv"],
            ["-c", "open \"\(rows)\" | as card"],
            ["-c", "open \"\(rows)\""], ["-c", "open \"\(rows)\" | as chart"],
        ] {
            let text = try Terminal(arguments, home: program.home, isPlain: false).end().text
            #expect(text.contains("[31mb") && !text.contains("\u{1B}[31m"), "\(arguments): \(text.debugDescription)")
        }
    }

    @Test func `SIGQUIT ends the program at once, without a word`() async {
        defer { program.remove() }
        let result = await program.shell(
            "ulimit -c 0; $TMS -c 'wait 20 s' & sleep 0.7; kill -QUIT $!; wait $!; echo $?")
        #expect(result.output == "131\n", "\(result)")
        #expect(!result.errors.contains("acktrace"), "\(result)")
    }

    @Test func `a pipe is not told of a file that was saved`() async {
        defer { program.remove() }
        let piped = await program.run("-c", "list status exception | save \"\(program.home)/today.csv\"")
        #expect(piped.output == "" && piped.errors == "" && piped.status == 0)
    }

    @Test(arguments: ["show 300403513402", "show 300403513402, 4819237500", "account", "list | count", "list | first"])
    func `json is one array, however many rows there are`(line: String) async {
        defer { program.remove() }
        for arguments in [["--format", "json", "-c", line], ["-c", line + " | as json"]] {
            let output = await program.run(arguments: arguments).output
            #expect(output.hasPrefix("[\n") && output.hasSuffix("\n]\n"), "\(line): \(output)")
        }
        _ = await program.run("-c", line + " | save \"\(program.home)/x.json\"")
        let saved = try? String(contentsOfFile: program.home + "/x.json", encoding: .utf8)
        #expect(saved?.hasPrefix("[\n") == true, "\(line)")
    }

    @Test func `json of nothing is an empty array`() async {
        defer { program.remove() }
        #expect(await program.run("--format", "json", "-c", "list | where number is nobody").output == "[]\n")
    }

    @Test func `an air cargo shipment in a pipe has its flights, status and event`() async {
        defer { program.remove() }
        let lines = await program.run("-c", "air 172-28891936").output.split(separator: "\n")
        #expect(lines.count == 2)
        let heads = lines.first?.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) ?? []
        for part in ["event", "flight", "status", "airline"] {
            #expect(heads.contains { $0.contains(part) }, "\(part) in \(heads)")
        }
        #expect(lines.last?.split(separator: "\t", omittingEmptySubsequences: false).count == heads.count)
        #expect(lines.last?.contains("Delivered") == true && lines.last?.contains("CV1743") == true)
    }

    @Test(arguments: [
        (["fmt", "--help"], ["--yes", "--failures", "--guess", "--format", "--profile", "--dry-run"]),
        (["fix", "--help"], ["--yes", "--failures", "--guess", "--format", "--profile"]),
        (["check", "--help"], ["--yes", "--failures", "--guess", "--profile", "--dry-run", "--base-url"]),
        (["sandbox", "serve", "--help"], ["--yes", "--failures", "--guess", "--format", "--profile"]),
        (["sandbox", "reset", "--help"], ["--yes", "--failures", "--guess", "--profile", "--base-url"]),
    ])
    func `the help of a subcommand lists only options that it heeds`(arguments: [String], others: [String]) async {
        defer { program.remove() }
        let result = await program.run(arguments: arguments)
        #expect(result.status == 0)
        #expect(result.output.contains("--diagnostics") && result.output.contains("--color"))
        for option in others { #expect(!result.output.contains(option), "\(arguments): \(option)") }
        let refused = await program.run(arguments: Array(arguments.dropLast()) + ["--guess", "x.tms"])
        #expect(refused.status == 2)
    }

    @Test func `a profile without a configuration file says that there is none`() async {
        defer { program.remove() }
        let result = await program.run("--profile", "zz", "-c", "account")
        #expect(result.status == 2 && result.errors.contains("there is no ") && result.errors.contains("config.toml"))
        #expect(!result.errors.contains("has no profiles"))
    }

    @Test(arguments: ["where?", "exit?", "for?", "silent?", "otherwise?", "help error 4031", "help 4031", "help E0107"])
    func `help is given from a line too`(line: String) async {
        defer { program.remove() }
        let result = await program.run("-c", line)
        #expect(result.status == 0 && result.errors == "" && result.output.count > 20, "\(line): \(result)")
    }

    @Test(arguments: ["frobnicate?", "help frobnicate", "if true { frobnicate? }"])
    func `a topic that is not there is an error`(line: String) async {
        defer { program.remove() }
        let result = await program.run("-c", line)
        #expect(result.status == 1 && result.errors.contains("E0620") && result.output == "", "\(line): \(result)")
    }
}
