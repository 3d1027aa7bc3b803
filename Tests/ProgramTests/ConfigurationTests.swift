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
