import Foundation
import TMSTestSupport
import Testing

@Suite struct ConfigurationTests {
    private let program = Program()
    private let place = ".config/tms/config.toml"

    @Test func `a setting that does not exist is shown in its line`() async {
        defer { program.remove() }
        program.write(place, "[profiles.shop]\nkey-fil = \"key\"\n")
        let result = await program.run("-c", "print 1")
        #expect(result.status == 2)
        #expect(result.errors.contains("there is no setting `key-fil` here"))
        #expect(result.errors.contains("config.toml"))
        #expect(result.errors.contains("2 │"))
    }

    @Test(arguments: [
        ("rate = 0", "`rate` asks for calls a second, a whole number from 1 to 100"),
        ("rate = \"3\"", "`rate` asks for calls a second, a whole number from 1 to 100"),
        ("before-images = \"none\"", "`before-images` is \"known\" or \"read\", not `none`"),
    ])
    func `a setting of the wrong kind says which it wants`(line: String, message: String) async {
        defer { program.remove() }
        program.write(place, "[profiles.shop]\n\(line)\n")
        let result = await program.run("-c", "print 1")
        #expect(result.status == 2 && result.errors.contains(message), "\(result)")
    }

    @Test func `a faster plan is made use of, and no limit is for this machine alone`() async throws {
        defer { program.remove() }
        let server = try #require(
            RecordingServer { _ in .json(#"{"meta":{"code":200},"data":{"email":"a","money":1}}"#) })
        program.write(
            place,
            "profile = \"shop\"\n[profiles.shop]\nrate = 50\nbase-url = \"\(server.baseURL)\"\nkey-file = \"key\"\n")
        program.write(".config/tms/key", "k\n", mode: 0o600)
        let began = Date()
        let plan = await program.run("-c", "for n one by one in 1 .. 20 { account | count }")
        #expect(plan.status == 0 && server.requests.count == 20, "\(plan)")
        // At the usual limit they take more than twenty seconds.
        #expect(Date().timeIntervalSince(began) < 19)
        let free = await program.run("--no-limit", "-c", "for n one by one in 1 .. 20 { account | count }")
        #expect(free.status == 0 && server.requests.count == 40, "\(free)")
        let refused = await program.run("--no-limit", "--base-url", "https://api.example.com/v2", "-c", "account")
        #expect(
            refused.errors.contains("error " + "E0922" + ": --no-limit is for addresses of this machine")
                && refused.status == 2,
            "\(refused)")
    }

    @Test func `a profile may leave before-images at what is known`() async throws {
        defer { program.remove() }
        program.write(place, "profile = \"shop\"\n[profiles.shop]\nbefore-images = \"known\"\n")
        let calls = "calls.jsonl"
        for profile in ["shop", "sandbox"] {
            _ = await program.run(
                "--profile", profile, "--sandbox", "--log", program.home + "/" + calls, "-c",
                "edit 300403513402 via 4px title \"\(profile)\"")
        }
        let lines = try String(contentsOfFile: program.home + "/" + calls, encoding: .utf8).split(separator: "\n")
        #expect(lines.map { $0.contains("\"GET\"") } == [false, true, false], "\(lines)")
    }

    @Test func `text that is no TOML is shown in its line`() async {
        defer { program.remove() }
        program.write(place, "profile = \"shop\n")
        let result = await program.run("-c", "print 1")
        #expect(result.status == 2)
        #expect(result.errors.contains("this is not TOML"))
    }

    @Test func `a key in the configuration is refused and not repeated`() async {
        defer { program.remove() }
        program.write(place, "[profiles.shop]\nkey = \"sekret-123\"\n")
        let result = await program.run("-c", "print 1")
        #expect(result.status == 2)
        #expect(result.errors.contains("a key does not belong into this file"))
    }

    @Test func `a key file that others can read is refused with the remedy`() async {
        defer { program.remove() }
        program.write(place, "profile = \"shop\"\n[profiles.shop]\nkey-file = \"key\"\n")
        program.write(".config/tms/key", "sekret-123\n", mode: 0o644)
        let result = await program.run("-c", "account")
        #expect(result.status == 6)
        #expect(result.errors.contains("chmod 600"))
        #expect(!result.errors.contains("sekret"))
    }

    @Test func `a key command that fails says so`() async {
        defer { program.remove() }
        program.write(place, "profile = \"shop\"\n[profiles.shop]\nkey-command = \"exit 1\"\n")
        let result = await program.run("-c", "account")
        #expect(result.status == 6)
        #expect(result.errors.contains("the key command failed"))
    }

    @Test func `a profile that does not exist is answered with those that do`() async {
        defer { program.remove() }
        program.write(place, "[profiles.shop]\nzone = \"Europe/Berlin\"\n")
        let result = await program.run("--profile", "shpo", "-c", "print 1")
        #expect(result.status == 2)
        #expect(result.errors.contains("profiles: shop"))
    }

    @Test func `a key is not sent unencrypted to another machine`() async {
        defer { program.remove() }
        let variables = ["TRACKINGMORE_API_KEY": "k", "TMS_BASE_URL": "http://example.com/v2"]
        let result = await program.run("-c", "account", variables: variables)
        #expect(result.status == 2)
        #expect(result.errors.contains("unencrypted"))
    }

    @Test(arguments: ["http://localhost:x@127.0.0.2:9/v2", "https://a@b.example/v2", "http://[::1]:80@host/v2"])
    func `a base URL with a name before its host is refused`(url: String) async {
        defer { program.remove() }
        let result = await program.run("--base-url", url, "-c", "account", variables: ["TRACKINGMORE_API_KEY": "k"])
        #expect(result.status == 2)
        #expect(result.errors.contains("E0908"))
    }

    @Test(arguments: ["k\nX-Evil: 1", "k\u{1}", "k k", "kéy"])
    func `a key that is no single word of visible characters is refused`(key: String) async {
        defer { program.remove() }
        let result = await program.run(
            "--base-url", "http://127.0.0.1:9/v2", "-c", "account", variables: ["TRACKINGMORE_API_KEY": key])
        #expect(result.status == 6)
        #expect(result.errors.contains("E0904"))
        #expect(!result.errors.contains("Evil"))
    }

    @Test func `a key command may print notes below the key, and is run once`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json("{\"meta\":{\"code\":4001},\"data\":[]}") })
        let command = "echo x >> \(program.home)/runs; printf 'sekret-1\\nnotes\\n'"
        program.write(
            place, "profile = \"shop\"\n[profiles.shop]\nkey-command = \"\(command.replacing("\\", with: "\\\\"))\"\n")
        _ = await program.run("--base-url", server.baseURL, "-c", "account")
        #expect(server.requests.first?.header("Trackingmore-Api-Key") == "sekret-1")
        program.write(
            place, "profile = \"shop\"\n[profiles.shop]\nkey-command = \"echo x >> \(program.home)/failed; exit 1\"\n")
        let failed = await program.run("--base-url", server.baseURL, "-c", "account; account")
        #expect(failed.status == 6)
        #expect(await program.shell("cat \(program.home)/failed").output == "x\n")
    }

    @Test func `a configuration that others can change runs no command`() async {
        defer { program.remove() }
        program.write(
            place, "profile = \"shop\"\n[profiles.shop]\nkey-command = \"touch \(program.home)/run\"\n", mode: 0o666)
        let result = await program.run("-c", "account")
        #expect(result.status == 6 && result.errors.contains("E0921"), "\(result)")
        #expect(!program.exists("run"))
    }

    @Test(arguments: [
        ("0777", ".config/tms", "the folder "), ("0775", ".config/tms", "the folder "),
        ("0777", ".config", "the folder "),
        ("0664", ".config/tms/config.toml", ""),
    ])
    func `a folder in which others can put another configuration is as bad`(
        mode: String, name: String, word: String
    ) async {
        defer { program.remove() }
        for setting in ["key-command = \"touch \(program.home)/run\"", "base-url = \"https://evil.example.test/v2\""] {
            program.write(place, "profile = \"shop\"\n[profiles.shop]\n\(setting)\n")
            #expect(await program.shell("chmod \(mode) \(program.home)/\(name)").status == 0)
            let isCommand = setting.hasPrefix("key")
            let result = await program.run(
                "-c", "account", variables: isCommand ? [:] : ["TRACKINGMORE_API_KEY": "k"])
            let use = isCommand ? "which names a key command" : "which says where the key is sent"
            #expect(result.status == 6, "\(result)")
            #expect(
                result.errors.contains("E0921: others can change \(word)\(program.home)/\(name), \(use)"), "\(result)")
            #expect(!program.exists("run"))
        }
    }

    /// Folders of a group above, and those in which each keeps to his own files, are no danger.
    @Test(arguments: ["0775", "1777"])
    func `a shared folder above is believed`(mode: String) async {
        defer { program.remove() }
        program.write(place, "profile = \"shop\"\n[profiles.shop]\nkey-command = \"touch \(program.home)/run\"\n")
        #expect(await program.shell("chmod \(mode) \(program.home)/.config").status == 0)
        let result = await program.run("-c", "account")
        #expect(result.errors.contains("E0906") && program.exists("run"), "\(result)")
    }

    @Test func `no other process reads the memory that holds a key, and no crash keeps it`() async throws {
        defer { program.remove() }
        let (program, asked) = (program, program.home + "/asked")
        let server = try #require(
            RecordingServer { _ in
                _ = FileManager.default.createFile(atPath: asked, contents: Data())
                return .silence
            })
        // What the system shows of a process belongs to its user, or to root alone where nobody else may look.
        let line = """
            tms="$TMS"
            if [ "$(id -u)" = 0 ]; then
                # The folder of the tests may be closed to others.
                HOME=$(mktemp -d /var/tmp/tms-key.XXXXXX); trap 'rm -rf "$HOME"' EXIT
                cp "$TMS" "$HOME/tms"; chmod 755 "$HOME" "$HOME/tms"
                tms="setpriv --reuid=65534 --regid=65534 --clear-groups $HOME/tms"
            fi
            TRACKINGMORE_API_KEY=k $tms --base-url \(server.baseURL) --timeout 30s -c account & child=$!
            for i in $(seq 200); do [ -e "\(asked)" ] && break; sleep 0.1; done
            stat -c %u /proc/$child/mem; grep 'Max core file size' /proc/$child/limits | tr -s ' '; kill -KILL $child
            """
        let result = await program.shell(line)
        #expect(result.output == "0\nMax core file size 0 0 bytes \n", "\(result)")
    }

    @Test(arguments: [true, false])
    func `a silent service is felt after the timeout of the option or the profile`(_ isOption: Bool) async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .silence })
        program.write(place, "profile = \"shop\"\n[profiles.shop]\ntimeout = \"\(isOption ? "1 h" : "1 s")\"\n")
        let result = await program.run(
            isOption ? "--timeout=1s" : "--color=never", "--base-url", server.baseURL, "-c", "account",
            variables: ["TRACKINGMORE_API_KEY": "k"])
        #expect(result.status == 5)
        #expect(result.errors.contains("no answer in time; the request may have arrived; trying again in"))
        #expect(server.requests.count == 2)
    }

    @Test(arguments: ["0", "0s", "-1s", "2 days", "soon", "1 month"])
    func `a timeout that is none is refused`(_ timeout: String) async {
        defer { program.remove() }
        let result = await program.run("--timeout=\(timeout)", "-c", "print 1")
        #expect(result.status == 2 && result.errors.contains("is not a time to wait"), "\(result)")
        program.write(place, "[profiles.shop]\ntimeout = \"\(timeout)\"\n")
        #expect(await program.run("-c", "print 1").errors.contains("E0903"))
    }

    @Test func `this machine is reached without a proxy`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json("{\"meta\":{\"code\":4001},\"data\":[]}") })
        let proxy = try #require(RecordingServer { _ in .json("{}") })
        let variables = ["TRACKINGMORE_API_KEY": "k", "http_proxy": proxy.baseURL, "all_proxy": proxy.baseURL]
        _ = await program.run("--base-url", server.baseURL, "-c", "account", variables: variables)
        #expect(server.requests.count == 1)
        #expect(proxy.requests.isEmpty)
    }

    @Test func `a base URL without a key is not answered by the sandbox`() async {
        defer { program.remove() }
        let result = await program.run("--base-url", "http://127.0.0.1:9/v2", "-c", "list")
        #expect(result.status == 6)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("no key is set for http://127.0.0.1:9/v2"))
    }

    @Test func `the zone of a profile is the zone of its dates`() async {
        defer { program.remove() }
        program.write(place, "profile = \"shop\"\n[profiles.shop]\nzone = \"Asia/Tokyo\"\n")
        let tokyo = await program.run("-c", "print now()").output
        program.write(place, "profile = \"shop\"\n[profiles.shop]\nzone = \"UTC\"\n")
        let utc = await program.run("-c", "print now()").output
        #expect(tokyo != utc)
        #expect(tokyo.count == utc.count)
    }

    @Test(arguments: ["Asia/Tokyo", "America/New_York"])
    func `without one the zone is the machine's, and the footer names it`(zone: String) async {
        defer { program.remove() }
        let result = await program.run(
            "-c", "list created last 7 days | take 1 | as table", variables: ["TZ": zone])
        #expect(result.output.contains("dates in \(zone)"), "\(result.output)\(result.errors)")
    }
}
