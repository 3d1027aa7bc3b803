import TMSTestSupport
import Testing

/// Dates on the clocks of zones, through the program as it is built.
@Suite struct ZoneTests {
    private let program = Program()

    @Test(arguments: [
        ("America/Santiago", "curl list created 2026-09-06", "created_at_min=1788667200"),
        ("America/Santiago", "curl list created 2026-09-05", "created_at_max=1788667199"),
        ("America/Havana", "curl list created 2026-03-08", "created_at_min=1772946000"),
        (
            "America/Santiago", "print 2026-09-05 23:30 in 2026-09-06 .. 2026-09-06, 2026-09-05 23:30 < 2026-09-06",
            "false true"
        ),
        ("America/New_York", "print 2026-03-08 02:00 < 2026-03-08 01:30", "false"),
        ("America/New_York", "print 2026-03-08 02:30", "2026-03-08 03:30"),
        ("Europe/Berlin", "print 2026-03-29 02:30", "2026-03-29 03:30"),
        ("Europe/Berlin", "print 2026-10-25 02:30 - 2026-10-25 00:00", "150 min"),
        ("America/New_York", "print 2026-11-01 01:30 - 2026-11-01 00:00", "90 min"),
        (
            "Europe/Berlin", "print 2026-03-28 12:00 + 1 day, 2026-10-24 12:00 + 1 day",
            "2026-03-29 12:00 2026-10-25 12:00"
        ),
        ("Europe/Berlin", "print day(date('2026-11-23T00:30:00+08:00'))", "2026-11-22"),
    ])
    func `days and times are those of the clock there`(zone: String, line: String, said: String) async {
        defer { program.remove() }
        let result = await program.run("-c", line, variables: ["TZ": zone])
        #expect(result.output.contains(said), "\(result.output)\(result.errors)")
        #expect(result.status == 0)
    }

    @Test(arguments: [
        ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
    ])
    func `a zone that is none is an error with the nearest name`(zone: String, meant: String) async {
        defer { program.remove() }
        let result = await program.run("--diagnostics", "json", "-c", "print now()", variables: ["TZ": zone])
        #expect(result.status != 0)
        #expect(result.output == "")
        #expect(result.errors.contains("E0915") && result.errors.contains(meant), "\(result.errors)")

        program.write(".config/tms/config.toml", "[profiles.shop]\nzone = \"\(zone)\"\n")
        let configured = await program.run("--diagnostics", "json", "-c", "print 1")
        #expect(configured.errors.contains("E0903") && configured.errors.contains(meant), "\(configured.errors)")
    }

    @Test(arguments: ["UTC", "CET-1CEST,M3.5.0,M10.5.0/3", "<+03>-3", ":Europe/Berlin", ""])
    func `every zone that the machine understands is taken`(zone: String) async {
        defer { program.remove() }
        #expect(
            await program.run("-c", "print 2026-01-01 10:00", variables: ["TZ": zone]).output == "2026-01-01 10:00\n")
    }

    @Test func `there is one clock, whatever asks for the time`() async {
        defer { program.remove() }
        _ = await program.run("-c", "sandbox advance 9 days")
        let lines = [
            "print now()", "print \"{now()}\"", "print date('now')", "print date(\"no\" + \"w\")",
            "let w = 'now'; print date($w)",
            "define f(d: date) { return $d }; print f('now')",
        ]
        for line in lines {
            #expect(await program.run("-c", line).output.hasPrefix("2026-12-02 "), "\(line)")
        }
        for line in [
            "print today()", "print date('today')", "let w = 'to'; print date(\"{$w}day\")", "print day(now())",
        ] {
            #expect(await program.run("-c", line).output == "2026-12-02\n", "\(line)")
        }
    }
}
