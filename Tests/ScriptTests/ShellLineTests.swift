import Foundation
import TMSCommands
import TMSRuntime
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// Lines typed one after the other: what one shows, the next can name.
struct ShellLineTests {
    @Test func `@ counts the rows shown from one`() async {
        let said = await ShellLines.run([
            "list status exception | show number, via", "show @2 | show number", "print len($last)",
        ])
        let first = said[0].lines.dropFirst().map { $0.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
        let second = first.dropFirst().first ?? "?"
        #expect(said[1].lines.contains { $0.hasSuffix(second) }, "\(said)")
        #expect(said[2].lines == ["1"])
    }

    @Test func `a range of rows is the target of a verb`() async {
        let said = await ShellLines.run([
            "list status exception", "archive @2-3 | show number, outcome", "list archived | count",
        ])
        #expect(said[1].lines.count == 4, "\(said[1])")
        #expect(said[2].lines == ["4"], "two were archived before")
    }

    @Test(arguments: [
        "show TARGET", "refresh TARGET", "edit TARGET title lamp", "mark TARGET delivered", "archive TARGET",
        "unarchive TARGET", "delete TARGET", "stop updating TARGET", "change carrier of TARGET to ups",
        "track TARGET", "detect TARGET", "what is TARGET",
    ])
    func `any verb takes the rows shown as its target`(line: String) async {
        for target in ["@1", "@1-1", "those", "$last"] {
            let said = await ShellLines.run([
                "list status exception via dhl | show number, via", line.replacing("TARGET", with: target),
            ])
            #expect(said[1].codes.isEmpty && said[1].status == 0, "\(target): \(said)")
        }
    }

    @Test func `those are the rows shown, whatever they have become since`() async {
        let said = await ShellLines.run([
            "list status expired | show number, via", "mark 300403513402 exception",
            "list status expired | show number, via",
            "mark those delivered | show number, outcome", "list status expired | count",
        ])
        #expect(said[3].lines.contains { $0.contains("YT2611812345678901") }, "\(said[3])")
        #expect(said[4].lines == ["0"])
    }

    @Test func `what was shown is frozen, whatever the account does meanwhile`() async {
        let said = await ShellLines.run([
            "list status expired | show number, status", "if true { mark YT2611812345678901 delivered }",
            "print $last[0].status, len($last)", "list status expired | count",
        ])
        #expect(said[2].lines == ["expired 1"], "\(said[2])")
        #expect(said[3].lines == ["0"], "\(said[3])")
    }

    @Test func `a line that shows nothing leaves the rows as they were`() async {
        let said = await ShellLines.run(["list status exception", "let n = 1", "print $n", "print len($last)"])
        #expect(said[3].lines == ["4"])
    }

    @Test func `a pipe alone goes on with the last answer`() async {
        let said = await ShellLines.run(["list status exception", "| count"])
        #expect(said[1].lines == ["4"], "\(said[1])")
    }

    @Test func `there is no row beyond those shown`() async {
        let said = await ShellLines.run(["list status expired", "show @2", "delete @3-1"])
        #expect(said[1].codes == ["E0323"])
        #expect(said[2].codes == ["E0128"])
    }

    @Test func `variables and definitions last, a mistake changes nothing`() async {
        let said = await ShellLines.run([
            "let n = 2", "define twice(x) { return $x * 2 }", "print $m", "print twice($n)",
        ])
        #expect(said[2].codes == ["E0201"])
        #expect(said[3].lines == ["4"])
    }

    @Test func `a result stops after 100 rows, says so, and only those have names`() async {
        let said = await ShellLines.run(["1 .. 130", "print len($last)"])
        #expect(said[0].lines.last?.hasPrefix("100 of 130 rows") == true, "\(said[0].lines.suffix(2))")
        #expect(said[1].lines == ["100"])
    }
}

private struct ShellLines {
    struct Said: CustomStringConvertible {
        let lines: [String]
        let codes: [String]
        let status: Int
        var description: String { "\(lines.prefix(12)) \(codes) \(status)" }
    }

    /// Runs the lines in one session on a terminal, on a sandbox of its own.
    static func run(_ lines: [String]) async -> [Said] {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("tms-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: desk) }
        let world = SandboxWorld(path: desk + "/account.sqlite", zone: Zone("UTC"))
        let output = OutputBuffer(descriptor: nil)
        var codes: [String] = []
        let vocabulary = Catalogue.standard.vocabulary
        let renderer = Renderer(
            Presentation(
                isTerminal: true, width: 100, isInteractive: true, environment: world.environment, names: .catalogue),
            vocabulary: vocabulary, output: output, errors: OutputBuffer(descriptor: nil),
            diagnose: {
                if $0.severity == .error { codes.append($0.code) }
                return ""
            })
        var settings = Session.Settings()
        settings.isInteractive = true
        settings.isSure = true
        settings.directory = desk
        let session = Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world,
            conversation: Conversation(hasPerson: false, isQuiet: true))
        var said: [Said] = []
        for line in lines {
            codes = []
            let before = output.text.count
            let status = await session.run(SourceFile(name: "", text: line))
            let text = output.text.dropFirst(before)
            said.append(Said(lines: text.split(separator: "\n").map(String.init), codes: codes, status: status))
        }
        return said
    }
}
