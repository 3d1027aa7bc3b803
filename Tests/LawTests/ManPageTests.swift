import Foundation
import TMSBase
import TMSCommands
import TMSShell
import TMSSyntax
import TMSTestSupport
import Testing

@testable import tms

/// The man page is sound, and it and the page on the configuration say what is declared.
struct ManPageTests {
    private static let groff = ["/usr/bin/groff", "/usr/local/bin/groff", "/opt/homebrew/bin/groff"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(.enabled(if: groff != nil, "there is no groff on this machine"), arguments: ["utf8", "ascii"])
    func `groff formats it without a warning`(device: String) throws {
        let arguments = ["-man", "-T\(device)", "-ww", Options.Page.man.file]
        let path = try #require(Self.groff)
        let text = try #require(ChildProcess(path, arguments)).hearAll().output
        let warnings = try #require(ChildProcess(path, arguments + ["-z"], errors: .output)).hearAll().output
        #expect(warnings == "")
        #expect(text.contains("EXIT STATUS") || text.contains("E\u{8}EX"), "nothing was formatted")
    }

    @Test func `it names every option, command, verb, setting, variable, file and status`() {
        // Without escapes and fonts.
        let text = ManPage().text.replacing(/\\f[BIR]/, with: "").replacing("\\-", with: "-")
            .replacing("\\(ti", with: "~")
        let command = CommandReference.of(Arguments.self)
        let names =
            command.arguments.flatMap(\.names)
            + command.subcommands.flatMap { [$0.name] + $0.arguments.flatMap(\.names) }
            + Catalogue.standard.vocabulary.verbs.map(HelpPage.usage) + Setting.allCases.map(\.rawValue)
            + EnvironmentVariable.allCases.map(\.rawValue) + UserDirectories.files.map(\.path)
        #expect(names.count > 80)
        for name in names { #expect(text.contains(name.replacing("…", with: "...")), "\(name)") }
        for option in ["--seed", "--limits", "--check"] {
            #expect(text.contains(option), "\(option)")
        }
    }

    @Test func `the page on the configuration says what is declared`() throws {
        let page = try String(contentsOfFile: Tree.root + "/docs/configuration.md", encoding: .utf8)
        let rows =
            [Setting.preferred, Setting.keys].map { ("`\($0.name)`", $0.summary) }
            + Setting.allCases.map { ("`\($0.rawValue)`", $0.summary) }
            + EnvironmentVariable.allCases.map { ("`\($0.rawValue)`", $0.summary) }
            + UserDirectories.files.map { ("`\($0.path)`", $0.summary) }
            + TMSBase.ExitStatus.all.map { ($0.status.description, $0.meaning) }
        for (name, summary) in rows { #expect(page.contains("| \(name) | \(summary) |"), "\(name)") }
    }
}
