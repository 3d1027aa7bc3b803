import Foundation
import TMSBase
import TMSCommands
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// What customers write, pasted at the prompt: the number is found, nothing of the text is run, and two proposed lines lead
/// to the answer, in the language of the mail.
///
/// A file under `Mails` holds a mail and, behind `----`, what the session says. `TMS_REWRITE=1` writes it anew.
struct MailTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Mails"
    private static let isRewriting = ProcessInfo.processInfo.environment["TMS_REWRITE"] == "1"
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test func `there are fifteen mails`() {
        #expect(Self.names.count >= 15)
        #expect(Set(Self.names.map { $0.prefix(2) }).count >= 5)
    }

    @Test(arguments: names) func `a mail leads to its answer`(name: String) async throws {
        let path = "\(Self.folder)/\(name)"
        let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n----\n")
        let mail = parts[0]
        let desk = try DeskSession()
        defer { desk.remove() }
        var said = try await desk.say(mail)
        #expect(desk.writes == 0)
        // Each of these lines takes two keys: one that accepts it, and Enter.
        var keys = 0
        while let line = desk.session.memory.suggestedLine, keys < 6 {
            keys += 2
            let isAnswer = line.hasSuffix(" | copy")
            let shown = try await desk.say(isAnswer ? String(line.dropLast(" | copy".count)) : line)
            said += "> \(line)\n" + (isAnswer ? shown : shown.split(separator: "\n").suffix(1).joined() + "\n")
            if isAnswer { break }
        }
        if Self.isRewriting { try "\(mail)\n----\n\(said)".write(toFile: path, atomically: true, encoding: .utf8) }
        #expect(parts.count == 2 && said == parts[1], "\(said)")
    }

    /// A mistake stays a mistake: its message names it, and nothing is looked up.
    @Test(arguments: [
        "track 300403513351 vai 4px", "300403513402 vai 4px", "shwo 300403513402", "show 300403513402 lagn de",
        "edit 300403513402 titel please call the customer before noon today", "delete 300403513402 please",
        "list stauts transit where number is 300403513402", "lits status transit", "track number 300403513402 for me",
        "for p in lst { show 300403513402 }", "show 300403513402\ndelte 4819237500", "mark 300403513402 deliverd",
        "track 300403513351 4px", "300403513351 | shwo number", "refrehs 300403513402, 4819237500",
        "let p = shwo 300403513402", "print $p 300403513402", "where number is 300403513402",
        "list | where number is 300403513402 adn status is transit",
        "archive 300403513402 now because it is old and done",
    ])
    func `a mistyped statement is no mail`(line: String) async throws {
        let desk = try DeskSession()
        defer { desk.remove() }
        let said = try await desk.say(line)
        #expect(!desk.codes.isEmpty, "\(said)")
        #expect(!said.contains("found"), "\(said)")
        #expect(desk.session.memory.suggestedLine == nil)
    }

    @Test(arguments: [
        "where is 300403513402?", "Where is my parcel 300403513402?", "wo ist 300403513402",
        "Wo ist mein Paket 300403513402?", "¿dónde está 300403513402?", "où est mon colis 300403513402 ?",
        "waar is 300403513402", "dov'è il pacco 300403513402?", "单号300403513402到哪里了",
        "onde está 300403513402?", "300403513402 在哪里", "300403513402はどこですか",
    ])
    func `a question where a parcel is shows it`(question: String) async throws {
        let desk = try DeskSession()
        defer { desk.remove() }
        let said = try await desk.say(question)
        #expect(desk.codes.isEmpty && said.contains("desk lamp") && said.contains("Shanghai"), "\(said)")
        #expect(desk.session.memory.suggestedLine?.hasPrefix("reply 300403513402 lang ") == true)
    }

    @Test func `a valid line is run as it stands`() async throws {
        let desk = try DeskSession()
        defer { desk.remove() }
        let said = try await desk.say("show 300403513402 | show number")
        #expect(!said.contains("next:"), "\(said)")
        #expect(desk.session.memory.suggestedLine == nil)
    }
}

/// A session at a prompt, on a sandbox of its own.
private final class DeskSession {
    let session: Session
    private let output = OutputBuffer(descriptor: nil)
    private let folder: String
    private let spoken: Spoken

    private final class Spoken {
        var codes: [String] = []
    }

    /// Of the mistakes that the last line was told.
    var codes: [String] { spoken.codes }
    /// Nothing is written by a text that is only looked into; told by the rows that say so.
    var writes: Int { output.text.components(separatedBy: "outcome").count - 1 }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tms-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let world = SandboxWorld(path: folder + "/account.sqlite", zone: Zone("UTC"))
        let vocabulary = Catalogue.standard.vocabulary
        let spoken = Spoken()
        self.spoken = spoken
        let renderer = Renderer(
            Presentation(
                isTerminal: true, width: 120, isInteractive: true, environment: world.environment, names: .catalogue),
            vocabulary: vocabulary, output: output, errors: OutputBuffer(descriptor: nil),
            diagnose: {
                if $0.severity == .error { spoken.codes.append($0.code) }
                return ""
            })
        var settings = Session.Settings()
        settings.isInteractive = true
        settings.readsPastes = true
        settings.directory = folder
        session = Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world,
            conversation: Conversation(hasPerson: false, isQuiet: true))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// What the session says to a text.
    func say(_ text: String) async throws -> String {
        spoken.codes = []
        let before = output.text.count
        _ = await session.run(SourceFile(name: "", text: text))
        let lines = output.text.dropFirst(before).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            var line = line[...]
            while line.last == " " { line = line.dropLast() }
            return String(line)
        }.joined(separator: "\n")
    }
}
