import Foundation
import TMSTestSupport
import Testing

/// Keys of the shell as the configuration and `~/.editrc` have them, and colours as a line is typed.
@Suite struct ShellKeyTests {
    private func started(_ program: Program, configuration: String? = nil, editrc: String? = nil) throws
        -> ShellTerminal
    {
        let folder = program.home + "/.config/tms"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if let configuration {
            try configuration.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
        }
        if let editrc { try editrc.write(toFile: program.home + "/.editrc", atomically: true, encoding: .utf8) }
        return try ShellTerminal(home: program.home)
    }

    @Test(arguments: [("keys = \"vi\"\n", ""), ("", "bind -v\n"), ("", "tms:bind -v\n")])
    func `vi keys are a setting, or a line of editrc`(configuration: String, editrc: String) throws {
        let program = Program()
        defer { program.remove() }
        let shell = try started(program, configuration: configuration, editrc: editrc)
        shell.type("print 1 x")
        shell.settle()
        shell.type("\u{1B}")
        shell.settle()
        shell.type("dF ")
        shell.settle()
        shell.type("i\r")
        shell.waits { $0.contains("❯ print 1x\n") }
        #expect(String(decoding: shell.bytes, as: UTF8.self).contains("\u{1B}[2 q"))
        shell.type("\u{3}\u{4}")
    }

    @Test func `the setting goes before editrc, and keys of editrc that fit have their commands`() throws {
        let program = Program()
        defer { program.remove() }
        let shell = try started(
            program, configuration: "keys = \"emacs\"\n",
            editrc:
                "bind -v\nother:bind ^T ed-newline\nbind ^T ed-move-to-beg\nbind \\ex ed-kill-line\nbind ^G nonsense\n")
        shell.type("rint 1\u{14}p\u{1B}x")
        shell.shows("p")
        #expect(!String(decoding: shell.bytes, as: UTF8.self).contains("\u{1B}[2 q"))
        shell.leave()
    }

    @Test func `keys that do not exist are refused in their line`() async throws {
        let program = Program()
        defer { program.remove() }
        let folder = program.home + "/.config/tms"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "keys = \"wordstar\"\n".write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
        let outcome = await program.run("-c", "print 1")
        #expect(outcome.errors.contains("`keys` is \"emacs\" or \"vi\", not `wordstar`"), "\(outcome.errors)")
    }

    @Test func `colours tell as it is typed what a line does and what is not known`() throws {
        let program = Program()
        defer { program.remove() }
        let shell = try started(program)
        for (line, look) in [
            ("lsit", "\u{1B}[4;31mlsit"), ("print $nowhere", "\u{1B}[4;31m$nowhere"),
            ("show RA123456789CN", "\u{1B}[4;33mRA"),
            ("delete 1", "\u{1B}[1;31mdelete"), ("track 1", "\u{1B}[1;33mtrack"), ("print (1)", "\u{1B}[1;4m("),
            ("list | where colour is 1", "\u{1B}[4;31mcolour"),
        ] {
            shell.type(line)
            shell.settle()
            #expect(String(decoding: shell.bytes, as: UTF8.self).contains(look), "\(line)")
            shell.type("\u{15}")
        }
        shell.leave()
    }
}
