import Foundation
import TMSTestSupport
import Testing

/// What the shell shows of its settings and profiles, and how they look.
@Suite struct SettingTests {
    private func configure(_ program: Program, _ text: String) throws {
        let folder = program.home + "/.config/tms"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
        chmod(folder + "/config.toml", 0o600)
        for name in ["shop", "whole"] {
            let key = folder + "/\(name).key"
            try "12345678-1234-1234-1234-12345678901\(name.count)".write(toFile: key, atomically: true, encoding: .utf8)
            chmod(key, 0o600)
        }
    }

    private static let two = """
        [profiles.shop]
        key-file = "shop.key"
        zone = "Europe/Berlin"
        [profiles.whole]
        key-file = "whole.key"
        rate = 3
        """

    @Test func `the prompt names the profile, and profile changes it`() throws {
        let program = Program()
        defer { program.remove() }
        try configure(program, Self.two)
        let terminal = try Terminal(["--profile", "shop"], home: program.home)
        terminal.waits(for: "LIVE shop ❯")
        terminal.type("profile whole\r")
        terminal.waits(for: "LIVE whole ❯")
        terminal.type("settings | show setting, value, from\r")
        terminal.waits(for: "[profiles.whole]")
        terminal.type("profile nowhere\r")
        terminal.waits(for: "there is no profile `nowhere`")
        terminal.type("profile sandbox\r")
        terminal.waits(for: "sandbox ❯")
        terminal.leave()
        let (text, status) = terminal.end()
        #expect(status == 0)
        #expect(text.contains(/rate +3 +\[profiles.whole\]/), "\(text)")
        #expect(text.contains(/timeout +60 s +usual/), "\(text)")
        #expect(text.contains(/profile +whole +--profile/), "\(text)")
        #expect(text.contains("sandbox, seed 1"), "\(text)")
    }

    @Test func `the window has a title, and prompts and outputs have marks`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home)
        terminal.waits(for: "sandbox ❯")
        terminal.type("fail no\r")
        terminal.waits(for: "\u{1B}]133;D;1")
        terminal.leave()
        let text = terminal.end().text
        for mark in ["\u{1B}[22;2t\u{1B}]2;tms sandbox\u{1B}\\", "\u{1B}]133;A", "\u{1B}]133;C", "\u{1B}[23;2t"] {
            #expect(text.contains(mark), "\(mark.debugDescription): \(text.debugDescription)")
        }
    }

    @Test func `flat output has a line for each row, and says what is what`() throws {
        let program = Program()
        defer { program.remove() }
        try configure(program, "profile = \"reader\"\n[profiles.reader]\noutput = \"flat\"\n")
        let list = try Terminal(["-c", "list status exception"], home: program.home).end().text
        #expect(list.contains("number 3005123472, via dhl, to br, silent 3 d"), "\(list)")
        #expect(!list.contains("  "), "\(list)")
        let card = try Terminal(["-c", "show 3005123472"], home: program.home).end().text
        #expect(card.contains("number: 3005123472\nvia: dhl\n"), "\(card)")
        #expect(!card.contains("┊"), "\(card)")
    }

    @Test(arguments: [("dark", "\u{1B}[33m"), ("light", "\u{1B}[38;5;94m")])
    func `colours are such as can be read on the background`(background: String, undelivered: String) throws {
        let program = Program()
        defer { program.remove() }
        try configure(program, "profile = \"a\"\n[profiles.a]\nbackground = \"\(background)\"\n")
        let line = "list status undelivered | show number, via, status | take 1"
        let text = try Terminal(["-c", line], home: program.home, isPlain: false).end().text
        #expect(text.contains(undelivered), "\(text.debugDescription)")
        #expect(text.contains("\u{1B}]8;;http"), "a number leads to the page of its carrier: \(text.debugDescription)")
    }

    @Test(arguments: ["output = \"loud\"", "background = \"pink\""])
    func `a value that a setting does not take is refused with those it does`(line: String) async throws {
        let program = Program()
        defer { program.remove() }
        try configure(program, "profile = \"a\"\n[profiles.a]\n\(line)\n")
        let result = await program.run("-c", "print 1")
        #expect(result.status == 2 && result.errors.contains("E0903") && result.errors.contains(" or "), "\(result)")
    }
}
