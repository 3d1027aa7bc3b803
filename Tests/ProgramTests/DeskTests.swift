import Foundation
import TMSTestSupport
import Testing

/// What those who answer customers do with the real program.
@Suite struct DeskTests {
    private static let answer =
        "Guten Tag Frau Miller, Ihr Paket 300403513402 (desk lamp) ist in die Vereinigten Staaten unterwegs."

    @Test func `copy hands a text to the terminal`() throws {
        let program = Program()
        defer { program.remove() }
        let terminal = try Terminal(
            ["-c", "reply 300403513402 lang de to \"Frau Miller\" | copy"], home: program.home)
        let (text, status) = terminal.end()
        let begin = try #require(text.firstRange(of: "\u{1B}]52;c;"), "\(text)")
        let end = try #require(text[begin.upperBound...].firstIndex(of: "\u{7}"))
        let copied = try #require(Data(base64Encoded: String(text[begin.upperBound..<end])))
        #expect(String(decoding: copied, as: UTF8.self).hasPrefix(Self.answer))
        #expect(text.contains("copied") && status == 0, "\(text)")
    }

    @Test func `copy hands a table to a program where there is no terminal`() async throws {
        let program = Program()
        defer { program.remove() }
        let tool = program.home + "/wl-copy"
        try "#!/bin/sh\nexec /bin/cat > \"$HOME/clipboard\"\n".write(toFile: tool, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
        let line = "list status exception | show number, via | copy"
        let run = await program.run("-c", line, variables: ["PATH": program.home, "WAYLAND_DISPLAY": "w"])
        #expect(run.status == 0, "\(run)")
        let copied = try String(contentsOfFile: program.home + "/clipboard", encoding: .utf8)
        #expect(copied.hasPrefix("number\tvia\n") && copied.contains("3005123472\tdhl\n"), "\(copied)")
    }

    @Test func `copy says that there is no clipboard`() async throws {
        let program = Program()
        defer { program.remove() }
        let run = await program.run(
            "-c", "reply 300403513402 | copy", variables: ["PATH": "/nowhere", "WAYLAND_DISPLAY": "", "DISPLAY": ""])
        #expect(run.status != 0 && run.errors.contains("there is no clipboard here"), "\(run)")
    }

    @Test func `a mail is looked into, given as a line and on standard input`() async throws {
        let program = Program()
        defer { program.remove() }
        let mail = "Hello,\nmy parcel 300403513402 has not come. It was order #1001.\nRegards, Ann"
        let run = await program.run("-c", mail)
        #expect(run.status == 0 && run.output.contains("300403513402\t4px\tin transit"), "\(run)")
        #expect(run.errors.contains("next: show 300403513402"), "\(run)")
    }

    @Test func `texts of the configuration take the place of those of tms`() async throws {
        let program = Program()
        defer { program.remove() }
        let folder = program.home + "/.config/tms"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func write(_ text: String) throws {
            try text.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
        }
        try write("[replies.de]\nhello = \"[Hallo {name}!|Hallo!]\"\n")
        let line = "reply 300403513402 lang de"
        #expect(await program.run("-c", line).output.hasPrefix("Hallo Ann Miller! Ihr Paket"))
        try write("[replies.de]\ntransit = \"Unterwegs {to}.\"\n")
        let refused = await program.run("-c", line)
        let words = "would have a gap where `to` is not known"
        #expect(refused.status == 2 && refused.errors.contains(words), "\(refused)")
        try write("[replies.xx]\ntransit = \"Unterwegs.\"\n")
        #expect(await program.run("-c", line).errors.contains("`xx` is no section of `replies`"))
    }
}
