import Foundation
import TMSTestSupport
import Testing

/// `tms test` runs scripts apart from each other and from every account.
@Suite struct TestTaskTests {
    private static let good = "track 300403513351 via 4px\nlet p = show 300403513351 via 4px\nexpect $p.via is 4px\n"
    private static let wrong = "expect 1 is 2, \"one <is> not \\\"two\\\" & more\"\n"
    private static let broken = "expect $nothing is 1\n"

    private func program(_ files: [String: String]) throws -> Program {
        let program = Program()
        for (name, text) in files { program.write(name, text) }
        return program
    }

    @Test func `scripts that keep what they expect pass, also twice`() async throws {
        let library = "define f(x) { return $x }\nprint \"what to expect\"\n"
        let program = try program(["a.tms": Self.good, "b.tms": Self.good, "library.tms": library])
        defer { program.remove() }
        for _ in 1...2 {
            let result = await program.run("test", program.home)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(
                result.output.contains("ok    \(program.home)/a.tms")
                    && result.output.contains("2 scripts: 2 passed, 0 failed"))
            #expect(!result.output.contains("library"))
        }
    }

    @Test func `a false expectation, a mistake and a failure are told apart`() async throws {
        let program = try program([
            "a.tms": Self.wrong, "b.tms": Self.broken, "c.tms": "expect 1 is 1\nfail \"so\"\n",
        ])
        defer { program.remove() }
        let result = await program.run("test", program.home)
        #expect(result.status == 4)
        #expect(
            result.output.contains("FAIL  \(program.home)/a.tms") && result.output.contains("an expectation is false"))
        #expect(result.output.contains("the script has mistakes") && result.output.contains("$nothing"))
        #expect(result.output.contains("it ended with status 1"))
        #expect(await program.run("test", program.home + "/c.tms").status == 1)
        #expect(
            await program.run("test", program.home, "--filter", "/c.t").output.contains("1 script: 0 passed, 1 failed"))
    }

    @Test func `TAP and JUnit are well formed whatever the scripts say`() async throws {
        let program = try program(["a#1.tms": Self.wrong, "b.tms": Self.good])
        defer { program.remove() }
        let tap = await program.run("test", program.home, "--format", "tap").output.split(separator: "\n").map(
            String.init)
        #expect(tap.prefix(3) == ["TAP version 14", "1..2", "not ok 1 - \(program.home)/a\\#1.tms"])
        #expect(tap.last == "ok 2 - \(program.home)/b.tms")

        let result = await program.run("test", program.home, "--format", "junit")
        let parser = XMLCheck(result.output)
        #expect(parser.isWellFormed, "\(result.output)")
        #expect(parser.elements == ["testsuites", "testsuite", "testcase", "failure", "testcase"])
        #expect(parser.text.contains("one <is> not \"two\" & more"))
    }

    @Test func `a script that never ends is stopped`() async throws {
        let program = try program(["a.tms": "while true { let x = 1 }\nexpect true\n"])
        defer { program.remove() }
        let result = await program.run("test", program.home + "/a.tms", "--timeout", "1")
        #expect(result.status == 1)
        #expect(result.output.contains("it did not end in time"))
    }

    @Test func `a script that takes too many steps is stopped`() async throws {
        let program = try program(["a.tms": "while true { let x = 1 }\nexpect true\n"])
        defer { program.remove() }
        let result = await program.run("test", program.home + "/a.tms", "--max-steps", "1000")
        #expect(result.status == 1)
        #expect(result.output.contains("1000 steps") || result.output.contains("1,000 steps"), "\(result.output)")
        for option in ["--max-steps", "--jobs"] {
            #expect(await program.run("test", program.home, option, "0").status == 2)
        }
    }

    @Test func `scripts run side by side are told in their order`() async throws {
        var files: [String: String] = [:]
        for number in 10..<22 {
            files["\(number).tms"] = number % 4 == 0 ? Self.wrong : "expect 1 is 1\n"
        }
        // The first takes longest.
        files["10.tms"] = "wait 1 s\nexpect 1 is 1\n"
        let program = try program(files)
        defer { program.remove() }
        for jobs in ["1", "4"] {
            let lines = await program.run("test", program.home, "--format", "tap", "--jobs", jobs).output
                .split(separator: "\n").filter { $0.hasPrefix("ok") || $0.hasPrefix("not ok") }
            let expected = (10..<22).map { number in
                "\(number % 4 == 0 ? "not ok" : "ok") \(number - 9) - \(program.home)/\(number).tms"
            }
            #expect(lines.map(String.init) == expected)
        }
    }

    @Test func `a false expectation is shown with its line and its values`() async throws {
        let program = try program(["a.tms": "let n = 3\nlet p = [via: \"ups\"]\nexpect $p.via is dhl\n"])
        defer { program.remove() }
        let output = await program.run("test", program.home).output
        #expect(output.contains("3 │ expect $p.via is dhl"), "\(output)")
        #expect(output.contains("`$p.via` is \"ups\""), "\(output)")
    }

    @Test func `the seed is that of each script's sandbox`() async throws {
        let program = try program(["a.tms": "let s = sandbox status\nexpect $s.seed is 7\n"])
        defer { program.remove() }
        #expect(await program.run("test", program.home + "/a.tms").status == 4)
        #expect(await program.run("test", program.home + "/a.tms", "--seed", "7").status == 0)
    }

    @Test func `a key in the environment is out of reach`() async throws {
        let program = try program(["a.tms": "let a = account\nexpect $a.email is ops@example.com\n"])
        defer { program.remove() }
        let result = await program.run(
            arguments: ["test", program.home + "/a.tms"], variables: ["TRACKINGMORE_API_KEY": "0f2c4a6e-1234"])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func `a folder without such a script is an error`() async throws {
        let program = try program(["a.tms": "print 1\n"])
        defer { program.remove() }
        let result = await program.run("test", program.home)
        #expect(result.status == 2)
        #expect(result.errors.contains("E0918"))
        #expect(await program.run("test", program.home + "/missing.tms").errors.contains("E0910"))
        let lost = await program.run(arguments: ["test", program.home + "/a.tms"], variables: ["TMPDIR": "/nowhere"])
        #expect(lost.errors.contains("E0919"))
    }
}

/// Whether a text is well-formed XML, as far as these reports go: tags that close, and known entities.
private struct XMLCheck {
    private(set) var isWellFormed = true
    private(set) var elements: [String] = []
    private(set) var text = ""

    init(_ document: String) {
        var open: [Substring] = []
        var rest = document[...]
        while let start = rest.firstIndex(of: "<") {
            text += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ">") else {
                isWellFormed = false
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") { continue }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
            if tag.hasPrefix("/") {
                if open.popLast() != name { isWellFormed = false }
            } else {
                elements.append(String(name))
                if !tag.hasSuffix("/") { open.append(name) }
            }
        }
        if !open.isEmpty { isWellFormed = false }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacing(entity, with: character)
        }
    }
}
