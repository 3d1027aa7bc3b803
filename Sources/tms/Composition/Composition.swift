import Glibc
import LineEditor
import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSShell
import TMSSyntax
import TrackingMore

/// Joins the layers for one run of the program.
struct Composition {
    private(set) var options: Options
    private(set) var directories = UserDirectories(environmentVariable)
    let output = OutputBuffer(descriptor: STDOUT_FILENO)
    let errors = OutputBuffer(descriptor: STDERR_FILENO)
    /// The line that says how far a run has come; nil where nobody sees it.
    private let status: StatusLine?
    private let log: LogHolder

    init(_ options: Options) {
        self.options = options
        log = LogHolder(path: options.run.log)
        status = options.run.isQuiet ? nil : StatusLine.ofTerminal()
        errors.status = status
        if isatty(STDOUT_FILENO) == 1 { output.status = status }
    }

    /// A task that has been begun.
    enum Start {
        /// With what a script leaves in the memory, to go with the process.
        case ended(ExitStatus, leaving: Session? = nil)
        /// Something has to be waited for: answers, keys, connections.
        case goesOn(Session, Session.Ready)
        case shell
        case serve(Options.ServePlan)
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
    func finish(_ start: Start) async -> ExitStatus {
        do throws(Diagnostic) {
            switch start {
            case .ended(let status, _): return status
            case .goesOn(let session, let ready): return await session.finish(ready)
            case .shell: return try await shell()
            case .serve(let plan): return try await ServeTask(self).run(plan)
            }
        } catch {
            return fail(error)
        }
    }

    /// The status of a program whose words may not all have been written.
    func status(afterWriting status: ExitStatus) -> ExitStatus {
        output.flush()
        let problem = log.problem
        if let problem { errors.write(diagnose(problem)) }
        errors.flush()
        if let message = output.failureMessage {
            errors.write(diagnose(message))
            errors.flush()
        } else if errors.failure == nil, problem == nil {
            return status
        }
        return status == ExitStatus.ok || status == ExitStatus.cancelled ? ExitStatus.failed : status
    }

    private func begin() throws(Diagnostic) -> Start {
        switch options.task {
        case .session: return isatty(STDIN_FILENO) == 1 ? .shell : try script("-")
        case .line(let line), .sandbox(let line): return try run(SourceFile(name: "-c", text: line))
        case .script(let path), .plan(let path, _): return try script(path)
        case .apply(let path): return try run(ApplyLine(path).file)
        case .check(let paths): return .ended(CheckTask(self).run(paths))
        case .format(let paths, let action): return .ended(FormatTask(self).run(paths, action))
        case .fix(let paths, let isCheck): return .ended(FixTask(self).run(paths, isCheck: isCheck))
        case .test(let plan): return .ended(TestTask(self).run(plan))
        case .completions(let shell): return .ended(show(shell.script + "\n"))
        case .docs(let page): return .ended(show(page?.text ?? Options.Page.list))
        case .serve(let plan): return .serve(plan)
        }
    }

    private func fail(_ diagnostic: Diagnostic) -> ExitStatus {
        errors.write(diagnose(diagnostic))
        errors.flush()
        return ExitStatus.of(diagnostic)
    }

    // MARK: - Tasks

    private func script(_ path: String) throws(Diagnostic) -> Start {
        let file = try read(path)
        guard options.wantsScriptHelp else { return try run(file, isScript: path != "-") }
        let checked = Session.check(file, vocabulary: Catalogue.standard.vocabulary)
        output.line(ScriptParameters.help(checked.parameters, file: file))
        output.flush()
        return .ended(ExitStatus.ok)
    }

    private func run(_ file: SourceFile, isScript: Bool = false) throws(Diagnostic) -> Start {
        let session = try makeSession()
        switch session.begin(file, parameters: options.parameters, isScript: isScript) {
        case .ended(let status): return .ended(status, leaving: session)
        case .waits(let ready): return .goesOn(session, ready)
        }
    }

    /// The shell, begun anew where another profile is asked for: what was known of one account says nothing of another.
    private func shell() async throws(Diagnostic) -> ExitStatus {
        let change = ShellChange()
        var composition = self
        while true {
            let status = try await composition.shell(change)
            switch change.take() {
            case nil: return status
            case .profile(let name): composition.options.run = composition.options.run.with(profile: name)
            case .tour: try await composition.tour()
            }
        }
    }

    /// A shell on a sandbox that is made for it and taken away again.
    private func tour() async throws(Diagnostic) {
        guard let folder = TemporaryFolder(for: "tour") else {
            throw Diagnostic(.error, "E0909", "a folder for the sandbox cannot be made in \(TemporaryFolder.parent)")
        }
        defer { folder.remove() }
        var composition = self
        composition.directories = directories.with(state: folder.path)
        composition.options.run = options.run.with(profile: "sandbox")
        _ = try await composition.shell(ShellChange(), tour: Tour(Catalogue.standard.vocabulary))
    }

    private func shell(_ change: ShellChange, tour: Tour? = nil) async throws(Diagnostic) -> ExitStatus {
        let account = try Account(options.run, directories)
        let conversation = Conversation(hasPerson: true, isQuiet: options.run.isQuiet, status: status)
        let world = try makeWorld(account)
        let session = makeSession(
            account, world, conversation, shell: change.services(options.run, account, directories))
        try? PrivateFolder.make(directories.state)
        let secrets = SecretText { world.holdsKey($0) }
        let name = account.isLive ? account.profile.name : "sandbox"
        let history = History(
            path: options.run.isPrivate ? nil : directories.state + "/history", place: name,
            filter: { !secrets.isIn($0) })
        output.line(await Greeting(world, account).text)
        output.flush()
        let repl = Repl(
            session: session, history: history, conversation: conversation,
            place: Repl.Place(
                isLive: account.isLive, profile: account.profile.name == Profile.unnamed.name ? "" : name,
                hasMarks: Terminal.takesSequences(STDOUT_FILENO)),
            colors: presentation(account, world.environment, isInteractive: true).colors, keys: account.keys,
            tour: tour,
            isLeaving: { change.isAsked })
        return await repl.run()
    }

    /// A text by its path; `-` is standard input.
    func read(_ path: String) throws(Diagnostic) -> SourceFile { try ScriptText(at: path).file }

    // MARK: - Parts

    private func makeSession() throws(Diagnostic) -> Session {
        let account = try Account(options.run, directories)
        let hasPerson = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        return makeSession(
            account, try makeWorld(account),
            Conversation(hasPerson: hasPerson, isQuiet: options.run.isQuiet, status: status), shell: nil)
    }

    /// Where the pretend account is kept.
    var sandboxPath: String { directories.state + "/sandbox/account.sqlite" }

    /// Where the runs of an account are kept, by its name.
    private var runsPath: @Sendable (String) -> String {
        { [state = directories.state] account in "\(state)/accounts/\(account)/store.sqlite" }
    }

    private func makeWorld(_ account: Account) throws(Diagnostic) -> any OpenableWorld {
        let zone = if let name = account.profile.zone { Zone(name) } else { try Zone() }
        switch account.place {
        case .sandbox:
            return SandboxWorld(
                path: sandboxPath, zone: zone, runs: runsPath("sandbox"), status: status, log: try log.open())
        case .live(let baseURL, let source):
            return LiveWorld(
                baseURL: baseURL, source: source, zone: zone,
                timeout: .seconds(options.run.timeout ?? account.profile.timeout ?? Timeout.usual),
                status: status,
                limits: directories.state + "/limits", log: try log.open(),
                pace: try pace(account, at: baseURL), runs: runsPath)
        }
    }

    private func pace(_ account: Account, at baseURL: String) throws(Diagnostic) -> Pace {
        guard options.run.isUnlimited else { return account.profile.rate.map { .plan(rate: $0) } ?? .usual }
        guard try BaseURL(baseURL).isForThisMachine else {
            throw Diagnostic(
                .error, "E0922", "--no-limit is for addresses of this machine, and \(baseURL) is none",
                notes: ["a faster plan is said by `rate` in a profile of the configuration"])
        }
        return .unlimited
    }

    private func makeSession(
        _ account: Account, _ world: any World, _ conversation: Conversation, shell: ShellServices?
    ) -> Session {
        let isInteractive = shell != nil
        var settings = Session.Settings()
        settings.isInteractive = isInteractive
        settings.shell = shell
        settings.readsPastes = true
        settings.spoolDirectory = directories.state + "/rows"
        settings.options = options.run
        settings.options.replies = account.replies
        settings.options.keepsImages = options.run.keepsImages && account.profile.keepsImages ?? true
        if case .plan(_, let file) = options.task { settings.planning = PlanSettings(path: file) }
        let vocabulary = Catalogue.standard.vocabulary
        let renderer = Renderer(
            presentation(account, world.environment, isInteractive: isInteractive), vocabulary: vocabulary,
            output: output, errors: errors, diagnose: diagnose)
        renderer.abbreviatesRows = options.diagnostics != .json
        renderer.tellsPlan = !options.run.isQuiet
        if isInteractive, Terminal.takesSequences(STDOUT_FILENO) {
            renderer.pager = Pager(command: environmentVariable(.pager))
        }
        return Session(
            vocabulary: vocabulary, settings: settings, renderer: renderer, world: world, conversation: conversation)
    }

    private func presentation(_ account: Account, _ environment: Environment, isInteractive: Bool) -> Presentation {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        Background.current =
            account.profile.background ?? environmentVariable(.colors).flatMap { Background(colorVariable: $0) }
        var presentation = Presentation(
            format: options.run.format ?? (isTerminal ? account.profile.format : nil), isTerminal: isTerminal,
            width: Terminal.width(STDOUT_FILENO), colors: Terminal.hasColors(options.coloring, STDOUT_FILENO),
            isQuiet: options.run.isQuiet || isPlan, isInteractive: isInteractive, environment: environment,
            names: .catalogue)
        presentation.isFlat = isTerminal && account.profile.isFlat ?? false
        if presentation.isFlat { presentation.colors = false }
        return presentation
    }

    /// Of a plan its end is told, and not each of its rows.
    private var isPlan: Bool { if case .plan = options.task { true } else { false } }

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

extension Names {
    /// The names of the carriers and countries tms knows.
    static let catalogue = Names(
        carrier: { code in Carrier(code).map(\.name) },
        country: { code in Country(code).map(\.name) },
        page: { code, number in Carrier(code)?.page(of: number) })
}
