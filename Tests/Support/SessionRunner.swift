import Foundation
import TMSBase
public import TMSCommands
import TMSRuntime
public import TMSShell
public import TMSSyntax

/// Runs a script through the layers of the program, on a terminal of 100 columns, with a yes to every question.
public struct SessionRunner: ScriptRunner {
    private let names: Names
    private let catalogue: Catalogue
    private let maximumSteps: Int?
    private let world: @Sendable (_ folder: String) -> any World

    /// - Parameters:
    ///   - catalogue: the verbs the script may use.
    ///   - world: a fresh account whose store may lie in a folder.
    public init(
        names: Names, catalogue: Catalogue = .standard, maximumSteps: Int? = nil,
        world: @escaping @Sendable (_ folder: String) -> any World
    ) {
        self.names = names
        self.catalogue = catalogue
        self.maximumSteps = maximumSteps
        self.world = world
    }

    public func run(_ script: SourceFile, in folder: String) async -> ScriptRun {
        let desk = temporaryCopy(of: folder)
        defer { try? FileManager.default.removeItem(atPath: desk) }

        let vocabulary = catalogue.vocabulary
        let world = world(desk)
        let script = MarkedScript(script, vocabulary: vocabulary)
        let output = OutputBuffer(descriptor: nil)
        var diagnostics: [Diagnostic] = []
        let renderer = Renderer(
            Presentation(isTerminal: true, width: 100, environment: world.environment, names: names),
            vocabulary: vocabulary, output: output, errors: OutputBuffer(descriptor: nil),
            diagnose: {
                diagnostics.append(script.restored($0))
                return ""
            })
        var settings = Session.Settings()
        // The exit status 8 is a claim of its own.
        settings.options.isSure = !script.original.text.hasPrefix("# Without --yes")
        settings.options.takesGuesses = script.original.text.hasPrefix("# With --guess")
        settings.options.isDryRun = script.original.text.hasPrefix("# With --dry-run")
        settings.directory = desk
        settings.options.maximumSteps = maximumSteps
        let session = Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world,
            conversation: Conversation(hasPerson: false, isQuiet: true))
        let status = await session.run(script.marked).rawValue

        return ScriptRun(outputs: script.outputs(of: output.text), diagnostics: diagnostics, status: status)
    }

    /// What a script opens lies beside it, and what it saves must not stay there.
    private func temporaryCopy(of folder: String) -> String {
        let files = FileManager.default
        let desk = files.temporaryDirectory.appendingPathComponent("tms-\(UUID().uuidString)").path
        try? files.createDirectory(atPath: desk, withIntermediateDirectories: true)
        for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] where !name.hasSuffix(".out") {
            try? files.copyItem(atPath: folder + "/" + name, toPath: desk + "/" + name)
        }
        return desk
    }
}
