import Dispatch
import LineEditor
public import TMSBase
import TMSCommands
public import TMSEngine
import TMSLanguageService
import TMSRuntime
public import TMSSemantics
import TMSStore
public import TMSSyntax

/// Runs texts one after the other: parse, check, compile, run, show; keeps what one leaves to the next.
public final class Session {
    public struct Settings: Sendable {
        /// A person types the lines: `those`, `@3` and questions are possible.
        public var isInteractive = false
        public var options = RunOptions()
        /// `tms plan`: nothing is written, and what would be is told at the end.
        public var planning: PlanSettings?
        /// Relative paths begin here.
        public var directory = "."
        /// A text that is no statement may be one that was pasted: then it is said what it holds. A script is none.
        public var readsPastes = false
        /// Rows that are too many for the memory stand here; `nil` leaves it to the engine.
        public var spoolDirectory: String?
        /// What only the shell can do.
        public var shell: ShellServices?

        public init() {}
    }

    public let vocabulary: Vocabulary
    public internal(set) var memory = SessionMemory()
    public let settings: Settings
    let renderer: Renderer
    let world: any World
    private let conversation: Conversation
    private let cancellation = Cancellation()
    /// Where `next` and `back` are in the rows of the last table.
    private let walk = RowWalk()
    /// Whether the last text had a mistake, so that nothing of it was run.
    private var isRefused = false
    /// The tree of the last text.
    private(set) var lastProgram: ProgramSyntax?
    /// Of the last script: the program ends behind it.
    private var remains: Remains?

    /// - Parameter conversation: how a person is asked; one without a terminal answers no to everything.
    public init(
        vocabulary: Vocabulary, settings: Settings, renderer: Renderer, world: any World, conversation: Conversation
    ) {
        self.vocabulary = vocabulary
        self.settings = settings
        self.renderer = renderer
        renderer.failures = settings.options.failures
        self.world = world
        self.conversation = conversation
    }

    // MARK: - Reading

    /// What the editor asks about a line: it knows what earlier lines left.
    func languageService(lines: SessionLines) -> LanguageService {
        LanguageService(
            vocabulary: vocabulary, variables: { Array(self.memory.variables.keys) + ["last"] },
            definitions: { self.memory.definitions.mapValues(\.syntax) },
            surroundings: surroundings(lines).surroundings, check: { self.check($0) },
            unknownNames: {
                TMSSemantics.unknownNames(in: $0, vocabulary: self.vocabulary, context: self.context)
            })
    }

    /// What completion is told of the session.
    func surroundings(_ lines: SessionLines) -> SessionSurroundings {
        SessionSurroundings(
            memory: { self.memory }, environment: world.environment, directory: settings.directory, lines: lines)
    }

    private var context: ShellContext {
        ShellContext(
            variables: Set(memory.variables.keys), definitions: memory.definitions,
            isInteractive: settings.isInteractive, directory: settings.directory,
            literalValidator: LiteralValidator(knowsCarrier: { [world] in world.knowsCarrier($0) }),
            outputFormat: renderer.presentation.format)
    }

    public func check(_ file: SourceFile) -> CheckedProgram {
        let context = context
        return TMSSemantics.check(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: context)
    }

    // MARK: - Running

    /// Runs a text and shows what comes of it.
    ///
    /// - Parameter parameters: `days=10`, for the text's `param`s.
    /// - Returns: the exit status of the language.
    public func run(_ file: SourceFile, parameters: [String] = []) async -> ExitStatus {
        switch begin(file, parameters: parameters) {
        case .ended(let status): return status
        case .waits(let program): return await finish(program)
        }
    }

    /// Reads and checks a text, and runs it at once if it asks nothing of the world. Starts no thread for it.
    ///
    /// - Parameters:
    ///   - isScript: it is a file: its path is what the journal knows it by.
    ///   - continuation: the run that is gone on with, where that is not for the settings to say.
    public func begin(
        _ file: SourceFile, parameters: [String] = [], isScript: Bool = false,
        continuation: JournaledWork.Continuation? = nil
    ) -> Beginning {
        defer { renderer.finish() }
        renderer.beginText()
        var checked = check(file)
        let desk = isScript ? nil : deskLine(for: checked)
        if let text = desk?.text { checked = check(SourceFile(name: file.name, text: text)) }
        let file = checked.program.file
        let (vocabulary, context) = (vocabulary, context)
        renderer.settle = { settled($0, of: checked, vocabulary: vocabulary, context: context) }
        for diagnostic in checked.diagnostics { renderer.report(diagnostic) }
        lastProgram = checked.program
        isRefused = checked.hasErrors
        guard !isRefused else { return .ended(ExitStatus.usage) }
        renderer.printsAside = checked.results.contains { $0.format?.isMachine ?? false }
        do throws(Diagnostic) {
            let arguments = try ScriptParameters(parameters, for: checked.parameters, file: file).values
            if let refusal = refusal(of: checked) { throw refusal }
            let work = work(checked, parameters, isScript: isScript, continuation)
            let ready = Ready(checked: checked, arguments: arguments, parameters: parameters, work: work, desk: desk)
            let isAlone =
                !settings.isInteractive && settings.options.failures == nil && settings.planning == nil
                && checked.effects.isPure && checked.libraries.isEmpty
            return isAlone ? .ended(runAlone(ready)) : .waits(ready)
        } catch {
            renderer.report(error)
            return .ended(ExitStatus.of(error))
        }
    }

    /// Runs a program that was begun, to its end.
    public func finish(_ ready: Ready) async -> ExitStatus {
        defer { renderer.finish() }
        let result = await run(ready)
        if result.status == .ok { suggest(after: ready) }
        guard let run = result.continuation else { return result.status }
        return await goOn(with: run)
    }

    /// Stops the run that is under way: gently the first time, at once the second.
    public var interruptor: Cancellation { cancellation }

    /// A script or a text as the journal knows it.
    private func work(
        _ checked: CheckedProgram, _ parameters: [String], isScript: Bool, _ continuation: JournaledWork.Continuation?
    ) -> JournaledWork? {
        guard checked.effects.writes, settings.options.isJournaled else { return nil }
        let file = checked.program.file
        let source: Work.Source =
            isScript ? .script(FilePath.absolute(file.name)) : .text(file.text)
        return JournaledWork(Work(source, parameters: parameters), continuation ?? settings.options.continuation)
    }

    /// Runs again what an interrupted run did, as a part of it.
    private func goOn(with run: RunRecord) async -> ExitStatus {
        let file: SourceFile
        do throws(Diagnostic) {
            file =
                switch run.work.source {
                case .text(let text): SourceFile(name: "run \(run.number)", text: text)
                case .script(let path): try ScriptText(at: path).file
                }
        } catch {
            renderer.report(error)
            return ExitStatus.of(error)
        }
        var isScript = false
        if case .script = run.work.source { isScript = true }
        switch begin(
            file, parameters: run.work.parameters, isScript: isScript, continuation: .run(run.number)
        ) {
        case .ended(let status): return status
        case .waits(let ready): return await finish(ready)
        }
    }

    /// Says why a run ended and, last, how far it came. That it was stopped says the second alone, to a person.
    private func report(_ failure: Failure?, _ stop: Diagnostic?) {
        // What failed in rows has been told where it failed; the sum of it is a line of its own.
        let isSaid = stop != nil && failure?.kind == .cancelled && renderer.abbreviatesRows
        if let failure, !isSaid { renderer.report(failure.told) }
        if let stop { renderer.report(plain: stop) }
    }

    private func run(_ ready: Ready) async -> (status: ExitStatus, continuation: RunRecord?) {
        let (checked, arguments) = (ready.checked, ready.arguments)
        let failures: FailureFile?
        do {
            failures = try makeFailureFile()
        } catch {
            renderer.report(error)
            return (ExitStatus.failed, nil)
        }
        let run = Run(
            engine: engine, program: .compile(checked, vocabulary: vocabulary), globals: globals,
            arguments: arguments, work: ready.work, maximumSteps: settings.options.maximumSteps ?? .max,
            listener: Listener(renderer: renderer, failures: failures))
        if let progress = engine.context.progress { conversation.status?.begin(progress, engine.context.clock) }
        let task = Task { await run.perform() }
        let underWay = engine.context.underWay
        cancellation.begin(stays: settings.isInteractive, status: conversation.status) { [conversation] in
            task.cancel()
            conversation.leaveQuestion()
        } giveUp: {
            underWay.giveUp()
        }
        let result = await task.value
        cancellation.end()
        conversation.status?.end()
        if let givenUp = underWay.takeGivenUp() { conversation.tell(givenUp) }
        remember(result, checked)
        if let refused = told(result) { return (refused, nil) }
        let status = run.listener.end(status: result.status)
        guard let saved = settings.planning?.path, let planned = result.planned else {
            return (status, result.continuation)
        }
        do throws(Diagnostic) {
            try save(planned, result, ready, in: saved)
        } catch {
            renderer.report(error)
            return (ExitStatus.graver(status, ExitStatus.failed), nil)
        }
        return (status, nil)
    }

    private func makeFailureFile() throws(Diagnostic) -> FailureFile? {
        guard let path = settings.options.failures else { return nil }
        return try FailureFile(path: path.hasPrefix("/") ? path : settings.directory + "/" + path)
    }

    private func runAlone(_ ready: Ready) -> ExitStatus {
        var environment = world.environment
        environment.printsOnTerminal = renderer.printsOnTerminal
        defer { cancellation.end() }
        let result = Engine.run(
            alone: .compile(ready.checked, vocabulary: vocabulary), environment: environment,
            arguments: ready.arguments,
            settings: { machine in
                machine.maxSteps = settings.options.maximumSteps ?? .max
                machine.meanwhile = Heap.useLargePages
                cancellation.begin(machine.interruptor.interrupt)
            },
            isAbandoned: { [renderer] in renderer.isAbandoned }, output: { [renderer] in renderer.handle($0) })
        remember(result, ready.checked)
        if let refused = told(result) { return refused }
        return result.status
    }

    /// Tells of what a run has failed with.
    ///
    /// - Returns: the status where the world could not be opened, which goes before that of the run.
    private func told(_ result: RunResult) -> ExitStatus? {
        if let reason = world.failure {
            renderer.report(reason)
            return ExitStatus.of(reason)
        }
        report(result.failure, result.stop)
        return nil
    }

    /// One for the whole session: it remembers when the last call was made and which carriers are known.
    private(set) lazy var engine: Engine = {
        var context = world.context(for: hooks)
        let (presentation, vocabulary) = (renderer.presentation, vocabulary)
        context.isLive = world.isLive
        context.replies = settings.options.replies
        context.planning = settings.planning.map { EngineContext.Planning(keepsRows: $0.path != nil) }
        if !settings.options.isJournaled { context.journal = nil }
        context.journal?.readsImages = settings.options.keepsImages
        context.tellsWaysBack = presentation.isInteractive
        context.watchesProgress = conversation.status != nil
        context.environment.printsOnTerminal = renderer.printsOnTerminal
        if let directory = settings.spoolDirectory { context.spoolDirectory = directory }
        context.meanwhile = Heap.useLargePages
        context.document = { Document($0, $1, presentation, vocabulary) }
        context.columns = { ColumnChoice($0, vocabulary).filled(by: $1, presentation.environment) }
        let engine = Engine(context: context)
        let statistics = engine.context.statistics
        var before = statistics.snapshot
        renderer.resultAhead = {
            before = statistics.snapshot
            statistics.forgetListings()
        }
        renderer.facts = {
            RunFacts(calls: statistics.snapshot.since(before).calls, listing: statistics.listing)
        }
        return engine
    }()

    private var hooks: SessionHooks {
        let (conversation, settings, isLive) = (conversation, settings, world.isLive)
        return SessionHooks(
            consent: { request in
                if settings.options.isSure || settings.options.isDryRun { return .given }
                return await conversation.consent(to: request, isLive: isLive)
            },
            report: { notice in
                // A plan tells all of it at its end.
                if case .withheld = notice, settings.planning != nil { return }
                conversation.tell(notice)
            },
            ask: { await conversation.ask($0) },
            history: { conversation.history() },
            browse: { [pager = renderer.pager] in pager?.showLast(beside: conversation.status) ?? false },
            shell: settings.shell, step: { [walk] in walk.step($0) },
            options: settings.options, directory: settings.directory)
    }

    // MARK: - Between runs

    /// What became of the last text, whose status this is, as the history keeps it.
    func outcome(_ status: ExitStatus) -> HistoryOutcome { isRefused ? .refused : HistoryOutcome(status) }

    /// Shows lines that no statement says: one that runs without having been typed, a word of the tour.
    func show(_ text: String) { renderer.show(text) }

    func report(_ diagnostic: Diagnostic) { renderer.report(diagnostic) }

    /// How many rows the last result of the last text had; nil where it had none.
    var rowsOfLine: Int? { renderer.rowCount }

    private var globals: [String: Value] {
        var globals = memory.variables
        if settings.isInteractive, let rows = memory.lastRows { globals["last"] = .items(rows) }
        if settings.isInteractive { globals["failures"] = .items(memory.failures) }
        return globals
    }

    private func remember(_ result: RunResult, _ checked: CheckedProgram) {
        guard settings.isInteractive else {
            remains = result.remains
            return
        }
        // A line knows only the names it uses; the others stay as they were.
        memory.variables.merge(result.globals.filter { $0.key != "last" && $0.key != "failures" }) { _, new in new }
        if !result.failures.isEmpty || result.statistics.writes > 0 {
            memory.failures = result.failures
        }
        memory.definitions.merge(checked.definitions) { _, new in new }
        if let shown = renderer.shown {
            memory.lastRows = shown
            walk.begin(shown)
        }
        if let card = renderer.card { walk.stand(on: card) }
        // A person may type meanwhile.
        DispatchQueue.global(qos: .utility).async {
            result.remains.release()
            Heap.giveBack()
        }
    }

    /// What keeps a program without mistakes from being run. One that can delete or stop something needs a yes before
    /// its first call.
    private func refusal(of checked: CheckedProgram) -> Diagnostic? {
        let place = checked.effects.irreversible ?? (world.isLive ? checked.effects.unknown : nil)
        guard let place, !settings.options.isSure, !settings.options.isDryRun,
            !conversation.hasPerson
        else { return nil }
        return Diagnostic(
            .error, ExitStatus.needsYesCode, "this cannot be taken back and needs a yes; nothing was sent",
            at: SourceLocation(checked.program.file, place), hint: "allowed with --yes")
    }
}

/// A run handed to a task of its own, so that ^C can cancel it. Its owner waits for the task and touches nothing
/// meanwhile.
private struct Run: @unchecked Sendable {
    let engine: Engine
    let program: CompiledProgram
    let globals: [String: Value]
    let arguments: [String: Value]
    let work: JournaledWork?
    let maximumSteps: Int
    let listener: Listener

    func perform() async -> RunResult {
        await engine.run(
            program, globals: globals, arguments: arguments, work: work, maxSteps: maximumSteps,
            wantsMore: { listener.renderer.wantsMore }, isAbandoned: { listener.renderer.isAbandoned },
            output: { listener.handle($0) })
    }
}
