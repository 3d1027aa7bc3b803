import Glibc
import LineEditor
import TMSCommands
import TMSRuntime
import TMSSemantics
import TMSShell
import TMSSyntax

/// Joins the layers for one run of the program.
struct Composition {
    let options: Options
    let directories = UserDirectories(environmentVariable)
    let output = OutputBuffer(descriptor: STDOUT_FILENO)
    let errors = OutputBuffer(descriptor: STDERR_FILENO)

    init(_ options: Options) {
        self.options = options
    }

    /// A task that has been begun.
    enum Start {
        /// With what a script leaves in the memory, to go with the process.
        case ended(Int, leaving: Session? = nil)
        /// Something has to be waited for: answers, keys, connections.
        case goesOn(Session, Session.Ready)
        case shell
        case serve(host: String, port: Int, hasRealLimits: Bool)
    }

    /// Does what can be done without waiting.
    func start() -> Start {
        do throws(Diagnostic) {
            return try begin()
        } catch {
            return .ended(fail(error))
        }
    }

    /// Does the rest.
    ///
    /// - Returns: the exit status.
    func finish(_ start: Start) async -> Int {
        do throws(Diagnostic) {
            switch start {
            case .ended(let status, _): return status
            case .goesOn(let session, let ready): return await session.finish(ready)
            case .shell: return try await shell()
            case .serve(let host, let port, let hasRealLimits):
                return try await ServeTask(self).run(host: host, port: port, hasRealLimits: hasRealLimits)
            }
        } catch {
            return fail(error)
        }
    }

    private func begin() throws(Diagnostic) -> Start {
        switch options.task {
        case .session: return isatty(STDIN_FILENO) == 1 ? .shell : try script("-")
        case .line(let line), .sandbox(let line): return try run(SourceFile(name: "-c", text: line))
        case .script(let path): return try script(path)
        case .check(let paths): return .ended(CheckTask(self).run(paths))
        case .format(let paths, let deed): return .ended(FormatTask(self).run(paths, deed))
        case .fix(let paths, let isCheck): return .ended(FixTask(self).run(paths, isCheck: isCheck))
        case .test(let plan): return .ended(TestTask(self).run(plan))
        case .completions(let shell): return .ended(show(shell.script + "\n"))
        case .docs(let page): return .ended(show(page?.text ?? Options.Page.list))
        case .serve(let host, let port, let hasRealLimits):
            return .serve(host: host, port: port, hasRealLimits: hasRealLimits)
        }
    }

    private func fail(_ diagnostic: Diagnostic) -> Int {
        errors.write(diagnose(diagnostic))
        errors.flush()
        return ExitStatus.of(diagnostic)
    }

    // MARK: - Tasks

    private func script(_ path: String) throws(Diagnostic) -> Start {
        let file = try read(path)
        guard options.wantsScriptHelp else { return try run(file) }
        let checked = Session.check(file, vocabulary: Catalogue.standard.vocabulary)
        output.line(ScriptParameters.help(checked.parameters, file: file))
        output.flush()
        return .ended(ExitStatus.ok)
    }

    private func run(_ file: SourceFile) throws(Diagnostic) -> Start {
        let session = try makeSession()
        switch session.begin(file, parameters: options.parameters) {
        case .ended(let status): return .ended(status, leaving: session)
        case .waits(let ready): return .goesOn(session, ready)
        }
    }

    private func shell() async throws(Diagnostic) -> Int {
        let account = try Account(options, directories)
        let conversation = Conversation(hasPerson: true, isQuiet: options.isQuiet)
        let world = makeWorld(account)
        let session = makeSession(account, world, conversation, isInteractive: true)
        let history = History(path: directories.state + "/history")
        conversation.note(history.entries)
        output.line(await Greeting(world, account).text)
        output.flush()
        let repl = Repl(
            session: session, history: history, conversation: conversation, isLive: account.isLive,
            colors: presentation(account, world.environment, isInteractive: true).colors)
        return await repl.run()
    }

    /// A text by its path; `-` is standard input.
    func read(_ path: String) throws(Diagnostic) -> SourceFile {
        do {
            let bytes = try FileReading.bytes(path)
            return SourceFile(
                name: path == "-" ? "stdin" : path, text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Diagnostic(.error, "E0910", "\(path) cannot be read: \(error.reason)")
        }
    }

    // MARK: - Parts

    private func makeSession() throws(Diagnostic) -> Session {
        let account = try Account(options, directories)
        let hasPerson = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        return makeSession(
            account, makeWorld(account), Conversation(hasPerson: hasPerson, isQuiet: options.isQuiet),
            isInteractive: false)
    }

    /// Where the pretend account is kept.
    var sandboxPath: String { directories.state + "/sandbox/account.sqlite" }

    private func makeWorld(_ account: Account) -> any OpenableWorld {
        let zone = Zone(account.profile.zone)
        switch account.place {
        case .sandbox: return SandboxWorld(path: sandboxPath, zone: zone)
        case .live(let baseURL, let source): return LiveWorld(baseURL: baseURL, source: source, zone: zone)
        }
    }

    private func makeSession(
        _ account: Account, _ world: any World, _ conversation: Conversation, isInteractive: Bool
    ) -> Session {
        var settings = Session.Settings()
        settings.isInteractive = isInteractive
        settings.spoolDirectory = directories.state + "/rows"
        settings.isSure = options.isSure
        settings.isDryRun = options.isDryRun
        settings.takesGuesses = options.guesses
        settings.maximumSteps = options.maximumSteps
        settings.failures = options.failures
        let vocabulary = Catalogue.standard.vocabulary
        let renderer = Renderer(
            presentation(account, world.environment, isInteractive: isInteractive), vocabulary: vocabulary,
            output: output, errors: errors, diagnose: diagnose)
        return Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world, conversation: conversation)
    }

    private func presentation(_ account: Account, _ environment: Environment, isInteractive: Bool) -> Presentation {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return Presentation(
            format: options.format ?? (isTerminal ? account.profile.format : nil), isTerminal: isTerminal,
            width: Terminal.width(STDOUT_FILENO), colors: Terminal.hasColors(options.coloring, STDOUT_FILENO),
            isQuiet: options.isQuiet, isInteractive: isInteractive, environment: environment, names: .catalogue)
    }

    func diagnose(_ diagnostic: Diagnostic) -> String {
        if options.diagnostics == .json { return diagnostic.json + "\n" }
        // A line just typed needs no name.
        let name = diagnostic.location?.file.name ?? ""
        let renderer = DiagnosticRenderer(
            usesColour: Terminal.hasColors(options.coloring, STDERR_FILENO),
            showsFile: name != "-c" && !name.hasPrefix("line "), width: Terminal.width(STDERR_FILENO))
        return renderer.render(diagnostic) + "\n"
    }
}
