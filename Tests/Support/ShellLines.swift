import Foundation
import TMSBase
import TMSCommands
import TMSRuntime
public import TMSShell
import TMSSyntax

/// Lines typed one after the other into one shell.
public struct ShellLines {
    /// What came of a line.
    public struct Said: CustomStringConvertible {
        public let lines: [String]
        /// The codes of the mistakes.
        public let codes: [String]
        /// What the notes say.
        public let notes: [(code: String, message: String)]
        public let status: Int
        public var description: String { "\(lines.prefix(12)) \(codes) \(status)" }
    }

    /// Runs the lines in one session on a terminal.
    ///
    /// - Parameter makeWorld: makes the account, in a folder that is removed afterwards.
    public static func run(
        _ lines: [String], names: Names, makeWorld: (String) -> any World
    ) async -> [Said] {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("tms-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: desk) }
        let world = makeWorld(desk)
        let output = OutputBuffer(descriptor: nil)
        var codes: [String] = []
        var notes: [(code: String, message: String)] = []
        let vocabulary = Catalogue.standard.vocabulary
        let renderer = Renderer(
            Presentation(
                isTerminal: true, width: 100, isInteractive: true, environment: world.environment, names: names),
            vocabulary: vocabulary, output: output, errors: OutputBuffer(descriptor: nil),
            diagnose: {
                if $0.severity == .error { codes.append($0.code) }
                if $0.severity == .note { notes.append(($0.code, $0.message)) }
                return ""
            })
        var settings = Session.Settings()
        settings.isInteractive = true
        settings.options.isSure = true
        settings.directory = desk
        let session = Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world,
            conversation: Conversation(hasPerson: false, isQuiet: true))
        var said: [Said] = []
        for line in lines {
            (codes, notes) = ([], [])
            let before = output.text.count
            let status = await session.run(SourceFile(name: "", text: line)).rawValue
            let text = output.text.dropFirst(before)
            let lines = text.split(separator: "\n").map(String.init)
            said.append(Said(lines: lines, codes: codes, notes: notes, status: status))
        }
        return said
    }
}
