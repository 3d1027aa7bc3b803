import Foundation
import TMSTestSupport
import Testing

/// `--diagnostics json`: a diagnostic on a line, for editors and other programs.
@Suite struct DiagnosticOutputTests {
    private struct Position: Decodable, Equatable {
        let line: Int
        let utf8: Int
        let utf16: Int
    }

    private struct Message: Decodable {
        struct Label: Decodable {
            let message: String
            let start: Position
        }
        struct Edit: Decodable {
            let start: Position
            let end: Position
            let replacement: String
        }
        struct FixIt: Decodable {
            let message: String
            let isSafe: Bool
            let edits: [Edit]
        }
        let severity: String
        let code: String
        let message: String
        let file: String?
        let start: Position?
        let end: Position?
        let hint: String?
        let labels: [Label]?
        let notes: [String]?
        let fixIts: [FixIt]?
    }

    private func messages(_ result: Program.Result) throws -> [Message] {
        try result.errors.split(separator: "\n").map { try JSONDecoder().decode(Message.self, from: Data($0.utf8)) }
    }

    @Test func `check tells severity, code, message, place, labels, notes and fix-its`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = program.write(
            "a.tms",
            "print \"挂号😀\", $lat\nlet lat = 1\nlist via upz\nlist status transit status pending\n"
                + "edit 300403513402 note \"x\"\n")
        let result = await program.run("check", "--diagnostics", "json", path)
        #expect(result.status == 2)
        #expect(result.output == "")
        let found = try messages(result)
        #expect(found.allSatisfy { $0.severity == "error" && $0.file == path })
        #expect(Set(found.map(\.code)).isSuperset(of: ["E0210", "E0208", "E0107"]), "\(result.errors)")

        let carrier = try #require(found.first { $0.code == "E0210" })
        #expect(carrier.message == "there is no carrier `upz`")
        #expect(carrier.start == Position(line: 3, utf8: 10, utf16: 10))
        #expect(carrier.end == Position(line: 3, utf8: 13, utf16: 13))
        #expect(carrier.hint == "did you mean `ups`?")
        #expect(carrier.fixIts?.first?.edits.first?.replacement == "ups")
        #expect(carrier.fixIts?.first?.isSafe == false)

        let twice = try #require(found.first { $0.code == "E0208" })
        #expect(twice.labels?.first?.message == "first given here")
        #expect(twice.labels?.first?.start == Position(line: 4, utf8: 6, utf16: 6))
        #expect(found.contains { $0.notes?.contains { $0.contains("it takes via, title") } ?? false })
    }

    @Test func `places are told in UTF-8 and in UTF-16`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "print \"挂号😀\", $lat\n")
        let message = try #require(try messages(await program.run("check", "--diagnostics", "json", path)).first)
        // Between the quotes two characters of three bytes and one of four, which is two units.
        #expect(message.start == Position(line: 1, utf8: 11 + 3 + 3 + 4, utf16: 11 + 1 + 1 + 2))
    }

    @Test func `warnings and notes are told so, and a script without mistakes ends well`() async throws {
        let program = Program()
        defer { program.remove() }
        let path = program.write("a.tms", "let n = 1\n")
        let checked = await program.run("check", "--diagnostics", "json", path)
        #expect(checked.status == 0)
        #expect(try messages(checked).map(\.severity) == ["warning"])
        let run = await program.run("--diagnostics", "json", "-c", "track RR100200300SG via singapore-post")
        #expect(try messages(run).map(\.severity) == ["note"])
        #expect(run.output.contains("tracked"))
    }

    @Test func `what happens while a script runs is told the same way`() async throws {
        let program = Program()
        defer { program.remove() }
        let run = await program.run("--diagnostics", "json", "-c", "show 300403513999")
        let message = try #require(try messages(run).first)
        #expect(message.code == "4031")
        #expect(message.start == Position(line: 1, utf8: 6, utf16: 6))
    }
}
