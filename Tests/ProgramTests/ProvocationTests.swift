import Foundation
import TMSTestSupport
import Testing

/// What no script brings about by itself: broken files, keys others can read, a full disk, ^C, a closed port.
@Suite struct ProvocationTests {
    private let program = Program()

    @Test(arguments: [
        ("E0804", "a,b\n1,2,3\n", "csv"), ("E0805", "a,b\n\"1,2\n", "csv"), ("E0806", "a,b\n\"1\"2,3\n", "csv"),
        ("E0808", "[{\"a\": 1},, 2]", "json"),
    ])
    func `a file that is broken is told by line`(code: String, text: String, suffix: String) {
        defer { program.remove() }
        let path = program.write("broken." + suffix, text)
        expect(program.run("-c", "open \"\(path)\" | count"), code, 1)
    }

    @Test func `a file that is not UTF-8 is told`() {
        defer { program.remove() }
        #expect(program.shell("printf 'a,b\\n\\377\\376,2\\n' > \"$HOME/latin.csv\"").status == 0)
        expect(program.run("-c", "open \"\(program.home)/latin.csv\" | count"), "E0809", 1)
    }

    @Test func `a record without end is told where it begins`() {
        defer { program.remove() }
        let fill =
            "printf 'a,b\\n\"' > \"$HOME/endless.csv\"; yes 0123456789abcdef | head -c 70000000 >> \"$HOME/endless.csv\""
        #expect(program.shell(fill).status == 0)
        expect(program.run("-c", "open \"\(program.home)/endless.csv\" | count"), "E0810", 1)
    }

    @Test func `a disk that takes no more is told, and nothing half written stays`() {
        defer { program.remove() }
        program.write("big.csv", "a,b\n" + String(repeating: "desk lamp,1\n", count: 2_000))
        let line = "trap '' XFSZ; ulimit -f 1; \"$TMS\" -c 'open \"big.csv\" | save \"b.csv\"'"
        let result = program.shell("cd \"$HOME\"; " + line)
        expect(result, "E0802", 1)
        #expect(!program.exists("b.csv"))
    }

    @Test func `a call that waits for its next try is given up with status 7`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .hangUp })
        let result = await program.run(
            "--base-url", server.baseURL, "-c", "account", variables: ["TRACKINGMORE_API_KEY": "k"], interruptAfter: 2)
        expect(result, "E0703", 7)
    }

    @Test func `the call in flight may end, and no further one is sent`() async throws {
        defer { program.remove() }
        let server = try #require(
            RecordingServer { _ in
                sleep(4)
                return .json(#"{"meta":{"code":200,"type":"Success","message":"Success"},"data":{"track_number":480}}"#)
            })
        let result = await program.run(
            "--base-url", server.baseURL, "-c", "account; account", variables: ["TRACKINGMORE_API_KEY": "k"],
            interruptAfter: 2)
        expect(result, "E0340", 7)
        #expect(server.requests.count == 1)
    }

    // MARK: - Before a script begins

    @Test func `a configuration that cannot be read is told`() {
        defer { program.remove() }
        #expect(program.shell("mkdir -p \"$HOME/.config/tms/config.toml\"").status == 0)
        expect(program.run("-c", "print 1"), "E0901", 2)
    }

    @Test(arguments: [
        ("E0902", "profile = \"shop\n", 2), ("E0903", "[profiles.shop]\nkey-fil = \"key\"\n", 2),
        ("E0904", "profile = \"shop\"\n[profiles.shop]\nkey-file = \"none\"\n", 6),
        ("E0905", "profile = \"shop\"\n[profiles.shop]\nkey-file = \"open\"\n", 6),
        ("E0906", "profile = \"shop\"\n[profiles.shop]\nkey-command = \"exit 1\"\n", 6),
        ("E0908", "profile = \"shop\"\n[profiles.shop]\nbase-url = \"http://example.com/v2\"\nkey-file = \"key\"\n", 2),
    ])
    func `a configuration that does not hold is told before anything is sent`(
        code: String, text: String, status: Int
    ) {
        defer { program.remove() }
        program.write(".config/tms/config.toml", text)
        program.write(".config/tms/open", "sekret\n", mode: 0o644)
        program.write(".config/tms/key", "sekret\n", mode: 0o600)
        expect(program.run("-c", "account"), code, status)
    }

    @Test func `a profile that does not exist is told`() {
        defer { program.remove() }
        expect(program.run("--profile", "none", "-c", "account"), "E0907", 2)
    }

    @Test func `a sandbox that cannot be kept is told`() {
        defer { program.remove() }
        let file = program.write("state", "no folder")
        let result = program.run("-c", "account", variables: ["XDG_STATE_HOME": file])
        expect(result, "E0909", 1)
    }

    @Test func `a script that is not there is told`() {
        defer { program.remove() }
        expect(program.run(program.home + "/missing.tms"), "E0910", 2)
    }

    @Test(arguments: [("E0912", "days=soon"), ("E0913", "day=3")])
    func `an argument that does not fit its parameter is told`(code: String, argument: String) {
        defer { program.remove() }
        let script = program.write("late.tms", "param days = 10 \"how long\"\nprint $days\n")
        expect(program.run(script, argument), code, 2)
    }

    @Test func `a script that cannot be replaced is told by fmt`() {
        defer { program.remove() }
        // The draft beside it would have too long a name.
        let script = program.write(String(repeating: "a", count: 250) + ".tms", "print   1\n")
        expect(program.run("fmt", "--write", script), "E0914", 2)
    }

    @Test func `a second result is told where a form holds one`() {
        defer { program.remove() }
        expect(program.run("--format", "json", "-c", "account; account"), "E0232", 2)
    }

    private func expect(_ result: Program.Result, _ code: String, _ status: Int) {
        #expect(result.errors.contains("error \(code)"), "\(result.errors)")
        #expect(result.status == status, "\(result.errors)")
        #expect(!result.errors.contains("sekret"))
    }
}
