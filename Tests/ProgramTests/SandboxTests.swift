import Foundation
import TMSTestSupport
import Testing

@Suite struct SandboxTests {
    @Test(arguments: [
        "sandbox fail 503 times 9223372036854775808", "sandbox fail 503 times 99999999999999999999",
        "sandbox reset quota 9223372036854775808", "sandbox reset quota 9223372036854775807",
        "sandbox reset parcels 99999999999999999999", "sandbox fail 503 one in 99999999999999999999",
    ])
    func `a number that is too large is refused`(line: String) async {
        let program = Program()
        defer { program.remove() }
        let result = await program.run("-c", line)
        #expect(result.status != 0 && result.errors.contains("error E06"), "\(result)")
        #expect(
            await program.run("-c", "sandbox fail 503 times 9223372036854775807").output
                != "every call answers 503, 1 more call\n")
    }

    private let program = Program()

    @Test func `a parcel is refreshed once in two hours, whatever process asks`() async {
        defer { program.remove() }
        let first = await program.run("-c", "refresh 300403513402, 300403513402 | show number")
        #expect(first.status == 3 && first.output == "number\n300403513402\n", "\(first)")
        #expect(first.errors.contains("E0758") && first.errors.contains("from 2026-11-23 11:00"), "\(first)")
        let again = await program.run("-c", "try refresh 300403513402 otherwise print $error.code")
        #expect(again.output == "E0758\n", "\(again)")
        _ = await program.run("-c", "sandbox advance 2 h")
        let later = await program.run("-c", "refresh 300403513402 | show number")
        #expect(later.status == 0 && later.output == "number\n300403513402\n", "\(later)")
    }

    @Test func `without a key a list comes from the sandbox, tab-separated with a header`() async {
        defer { program.remove() }
        let result = await program.run("-c", "list")
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.first == "number\tvia\tto\tstatus\tsilent\ttravelling\ttitle")
        #expect(lines.count == 41)
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func `the account stays between runs`() async {
        defer { program.remove() }
        let tracked = await program.run(
            "--format", "table", "-c", "track 300403513351 via 4px to us title \"cute pillow\"")
        #expect(tracked.output == "tracking 300403513351 · 4PX → United States · cute pillow · pending\n")
        #expect(await program.run("-c", "show 300403513351 | show title").output == "title\ncute pillow\n")
    }

    @Test func `json is the records of the API as one array`() async {
        defer { program.remove() }
        let result = await program.run("--format", "json", "-c", "list status exception | take 1")
        #expect(result.output.hasPrefix("[\n{\"id\":\""))
        #expect(result.output.contains("\"tracking_number\":"))
        #expect(result.output.hasSuffix("}\n]\n"))
    }

    @Test func `print goes to standard error beside json`() async {
        defer { program.remove() }
        let result = await program.run("--format", "json", "-c", "print \"hello\"; list numbers 300403513402")
        #expect(result.errors == "hello\n")
        #expect(result.output.hasPrefix("[\n"))
    }

    @Test func `a reader that goes away ends the run quietly`() async {
        defer { program.remove() }
        let result = await program.shell(
            "$TMS -c 'for i in 1 .. 200000 { print $i }' | head -1; echo ${PIPESTATUS:-ok}")
        #expect(result.output == "1\nok\n")
        #expect(result.errors == "")
    }

    @Test func `what cannot be taken back ends with status 8 and sends nothing`() async {
        defer { program.remove() }
        let number = "300403513402"
        #expect(await program.run("-c", "delete \(number) via 4px").status == 8)
        #expect(await program.run("--sandbox", "-c", "delete \(number) via 4px").status == 8)
        #expect(await program.run("-c", "show \(number) | show number").output == "number\n\(number)\n")
        #expect(await program.run("--yes", "-c", "delete \(number) via 4px").status == 0)
        #expect(await program.run("-c", "show \(number)").status == 1)
    }

    @Test func `a dry run sends no write`() async {
        defer { program.remove() }
        let result = await program.run("--dry-run", "-c", "track 300403513351 via 4px")
        #expect(result.status == 0)
        #expect(result.errors.contains("not sent: POST"))
        #expect(await program.run("-c", "show 300403513351").status != 0)
    }

    @Test func `a mistake ends with status 2 before anything is sent`() async {
        defer { program.remove() }
        let result = await program.run("-c", "track 300403513351 via 4px; track 300403513352 vai 4px")
        #expect(result.status == 2)
        #expect(await program.run("-c", "show 300403513351").status != 0)
    }

    @Test func `time can be moved`() async {
        defer { program.remove() }
        let result = await program.run("sandbox", "advance", "9", "days")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("now 2026-12-02 "))
        #expect(await program.run("sandbox", "reset").status == 0)
    }

    @Test func `a damaged account is refused by every line, and a reset moves it aside and begins anew`() async throws {
        defer { program.remove() }
        #expect(await program.run("-c", "track 300403513351 via 4px").status == 0)
        let path = program.home + "/.local/state/tms/sandbox/account.sqlite"
        for ending in ["-wal", "-shm"] { try FileManager.default.removeItem(atPath: path + ending) }
        let noise = Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 * 167 % 251) })
        try noise.write(to: URL(fileURLWithPath: path))
        for line in ["list", "sandbox status", "sandbox advance 1 day", "print now()"] {
            let result = await program.run("-c", line)
            #expect(result.status == 1 && result.errors.contains("E0909"), "\(line): \(result.errors)")
            #expect(result.errors.contains("sandbox reset"), "\(result.errors)")
        }
        let reset = await program.run("sandbox", "reset")
        #expect(reset.status == 0 && reset.output.hasPrefix("the sandbox begins anew · seed 1, 40 parcels\n"))
        #expect(reset.output.contains("what was there is now \(path).damaged-1"), "\(reset.output)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".damaged-1")) == noise)
        #expect(await program.run("-c", "list | count").output == "40\n")
    }

    @Test func `many first starts at once make one account`() async throws {
        defer { program.remove() }
        await withTaskGroup(of: Program.Result.self) { group in
            for _ in 0..<6 { group.addTask { [program] in await program.run("-c", "list | count") } }
            for await result in group { #expect(result.output == "40\n" && result.errors.isEmpty, "\(result.errors)") }
        }
    }

    @Test func `^C ends a loop with status 7`() async {
        defer { program.remove() }
        #expect(await program.run("-c", "while true { }", interruptAfter: 2).status == 7)
    }

    @Test func `try does not catch ^C, and nothing after it is run`() async {
        defer { program.remove() }
        let result = await program.run(
            "-c", "try while true { } otherwise print \"caught\"\nprint \"reached\"", interruptAfter: 2)
        #expect(result.status == 7)
        #expect(result.output.isEmpty, "\(result.output)")
    }

    @Test(arguments: [
        "expect 1 is 2", "fail \"no\"", "show 300403513999 via 4px", "sandbox fail 503 times 9; account",
    ])
    func `^C counts more than what failed before it`(failing: String) async {
        defer { program.remove() }
        let loop = "for n in [1, 2] { if $n is 1 { \(failing) }\n sandbox fail nothing\n while $n is 2 { } }"
        let result = await program.run("-c", loop, interruptAfter: 3)
        #expect(result.status == 7, "\(result.errors)")
    }

    @Test func `check reads any bytes without running anything`() async {
        defer { program.remove() }
        let good = program.write("good.tms", "for p in list { refresh $p }\n")
        let result = await program.run("check", good)
        #expect(result.status == 0)
        #expect(result.output.contains("rows go together"))
        var generator = SystemRandomNumberGenerator()
        for length in [1, 40, 400] {
            let noise = (0..<length).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0...255, using: &generator)))
            }
            let bad = program.write("bad.tms", "{" + String(noise))
            #expect([0, 2].contains(await program.run("check", bad).status))
        }
        #expect(!program.exists(".local"))
    }

    @Test func `ten megabytes of noise are checked in bounded time`() async {
        defer { program.remove() }
        var state: UInt64 = 7
        let noise = (0..<10_000_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 40)
        }
        let path = program.write("noise.tms", "")
        #expect(FileManager.default.createFile(atPath: path, contents: Data(noise)))
        #expect(await program.run("check", path).status == 2)
    }
}
