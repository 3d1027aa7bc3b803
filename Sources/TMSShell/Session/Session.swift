import Dispatch
import TMSCommands
import TMSEngine
import TMSRuntime
public import TMSSemantics
public import TMSSyntax

/// Runs texts one after the other: parse, check, compile, run, show; keeps what one leaves to the next.
public final class Session {
    public struct Settings: Sendable {
        /// A person types the lines: `those`, `@3` and questions are possible.
        public var isInteractive = false
        /// `--yes`: nothing is asked.
        public var isSure = false
        public var isDryRun = false
        public var takesGuesses = false
        public var maximumSteps: Int?
        /// `--failures failed.csv`: every row that fails is written there.
        public var failures: String?
        /// Relative paths begin here.
        public var directory = "."
        /// Rows that are too many for the memory stand here; `nil` leaves it to the engine.
        public var spoolDirectory: String?

        public init() {}
    }

    public let vocabulary: Vocabulary
    public private(set) var memory = SessionMemory()
    public let settings: Settings
    private let renderer: Renderer
    private let world: any World
    private let conversation: Conversation
    private let cancellation = Cancellation()
    /// Of the last script: the program ends behind it.
    private var remains: Remains?

    /// - Parameter conversation: how a person is asked; one without a terminal answers no to everything.
    public init(
        vocabulary: Vocabulary, settings: Settings, renderer: Renderer, world: any World, conversation: Conversation
    ) {
        self.vocabulary = vocabulary
        self.settings = settings
        self.renderer = renderer
        self.world = world
        self.conversation = conversation
    }

    // MARK: - Reading

    /// Whether the text ends where more must come.
    public func isIncomplete(_ text: String) -> Bool {
        parse(SourceFile(name: "", text: text), vocabulary: vocabulary).isIncomplete
    }

    public func check(_ file: SourceFile) -> CheckedProgram {
        let context = ShellContext(
            variables: Set(memory.variables.keys), definitions: memory.definitions,
            isInteractive: settings.isInteractive, directory: settings.directory, judgeOfLiterals: LiteralJudge(),
            outputFormat: renderer.presentation.format)
        return TMSSemantics.check(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: context)
    }

    /// Checks a script that stands alone.
    public static func check(_ file: SourceFile, vocabulary: Vocabulary, directory: String = ".") -> CheckedProgram {
        let context = ShellContext(
            variables: [], definitions: [:], isInteractive: false, directory: directory,
            judgeOfLiterals: LiteralJudge())
        return TMSSemantics.check(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: context)
    }

    // MARK: - Running

    /// Runs a text and shows what comes of it.
    ///
    /// - Parameter parameters: `days=10`, for the text's `param`s.
    /// - Returns: the exit status of the language.
    public func run(_ file: SourceFile, parameters: [String] = []) async -> Int {
        switch begin(file, parameters: parameters) {
        case .ended(let status): return status
        case .waits(let program): return await finish(program)
        }
    }

    /// A text that has been begun.
    public enum Beginning {
        /// It is over already, with this status: it has a mistake, or calls nobody.
        case ended(Int)
        case waits(Ready)
    }

    /// A checked program with its arguments, to be finished.
    public struct Ready {
        let checked: CheckedProgram
        let arguments: [String: Value]
    }

    /// Reads and checks a text, and runs it at once if it asks nothing of the world. Starts no thread for it.
    public func begin(_ file: SourceFile, parameters: [String] = []) -> Beginning {
        defer { renderer.finish() }
        if let help = CodeHelp(file.text) {
            renderer.handle(.line(help.text))
            return .ended(ExitStatus.ok)
        }
        let checked = check(file)
        for diagnostic in checked.diagnostics { renderer.report(diagnostic) }
        guard !checked.hasErrors else { return .ended(ExitStatus.usage) }
        renderer.printsAside = checked.results.contains { $0.format?.isMachine ?? false }
        do throws(Diagnostic) {
            let arguments = try ScriptParameters(parameters, for: checked.parameters, file: file).values
            if let refusal = refusal(of: checked) { throw refusal }
            let ready = Ready(checked: checked, arguments: arguments)
            let isAlone =
                !settings.isInteractive && settings.failures == nil && !checked.asksTheTime
                && checked.callsNobody(vocabulary)
            return isAlone ? .ended(runAlone(ready)) : .waits(ready)
        } catch {
            renderer.report(error)
            return .ended(ExitStatus.of(error))
        }
    }

    /// Runs a program that was begun, to its end.
    public func finish(_ ready: Ready) async -> Int {
        defer { renderer.finish() }
        if ready.checked.asksTheTime, !world.isLive {
            do {
                try await world.open()
            } catch {
                renderer.report(error)
                return ExitStatus.of(error)
            }
        }
        return await run(ready.checked, ready.arguments)
    }

    /// Stops the run that is under way: gently the first time, at once the second.
    public var interruptor: Cancellation { cancellation }

    private func run(_ checked: CheckedProgram, _ arguments: [String: Value]) async -> Int {
        let failures: FailureFile?
        do {
            failures = try makeFailureFile()
        } catch {
            renderer.report(error)
            return ExitStatus.failed
        }
        let run = Run(
            engine: engine, program: .compile(checked, vocabulary: vocabulary), globals: globals,
            arguments: arguments, maximumSteps: settings.maximumSteps ?? .max,
            listener: Listener(renderer: renderer, failures: failures))
        let task = Task { await run.perform() }
        cancellation.begin { task.cancel() }
        let result = await task.value
        cancellation.end()
        remember(result, checked)
        if let reason = world.failure {
            renderer.report(reason)
            return ExitStatus.of(reason)
        }
        // What failed in rows has been told where it failed; the sum of it is a line of its own.
        if let failure = result.failure { renderer.report(failure.diagnostic) }
        return run.listener.end(status: result.status)
    }

    private func makeFailureFile() throws(Diagnostic) -> FailureFile? {
        guard let path = settings.failures else { return nil }
        return try FailureFile(path: path.hasPrefix("/") ? path : settings.directory + "/" + path)
    }

    private func runAlone(_ ready: Ready) -> Int {
        let machine = Machine(
            .compile(ready.checked, vocabulary: vocabulary), environment: world.environment,
            arguments: ready.arguments)
        remains = Remains(machine)
        machine.maxSteps = settings.maximumSteps ?? .max
        machine.meanwhile = Heap.useLargePages
        SignalFlag.watch(machine.interruptor)
        var outcome = machine.run()
        while true {
            for event in machine.takeOutput() { renderer.handle(event) }
            guard case .wants = outcome else { break }
            outcome = machine.resume(.done)
        }
        guard case .failed(let failure) = outcome else {
            if case .finished(let status) = outcome { return status }
            return ExitStatus.failed
        }
        renderer.report(failure.diagnostic)
        return failure.status
    }

    /// One for the whole session: it remembers when the last call was made and which carriers are known.
    private lazy var engine: Engine = {
        var context = world.context(for: hooks)
        let (presentation, vocabulary) = (renderer.presentation, vocabulary)
        if let directory = settings.spoolDirectory { context.spoolDirectory = directory }
        context.meanwhile = Heap.useLargePages
        context.document = { Document($0, $1, presentation, vocabulary) }
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
                if settings.isSure || settings.isDryRun { return true }
                return await conversation.consent(to: request, isLive: isLive)
            },
            report: { conversation.tell($0) },
            ask: { await conversation.ask($0) },
            history: { conversation.history() },
            isSure: settings.isSure, isDryRun: settings.isDryRun, takesGuesses: settings.takesGuesses,
            directory: settings.directory)
    }

    // MARK: - Between runs

    private var globals: [String: Value] {
        var globals = memory.variables
        if settings.isInteractive, let rows = memory.lastRows { globals["last"] = .items(rows) }
        return globals
    }

    private func remember(_ result: RunResult, _ checked: CheckedProgram) {
        guard settings.isInteractive else {
            remains = result.remains
            return
        }
        // A line knows only the names it uses; the others stay as they were.
        memory.variables.merge(result.globals.filter { $0.key != "last" && $0.key != "failures" }) { _, new in new }
        memory.definitions.merge(checked.definitions) { _, new in new }
        if let shown = renderer.shown { memory.lastRows = shown }
        // A person may type meanwhile.
        DispatchQueue.global(qos: .utility).async {
            result.remains.letGo()
            Heap.giveBack()
        }
    }

    /// What keeps a program without mistakes from being run. One that can delete or stop something needs a yes before
    /// its first call.
    private func refusal(of checked: CheckedProgram) -> Diagnostic? {
        guard let place = checked.effects.irreversible, !settings.isSure, !settings.isDryRun,
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
    let maximumSteps: Int
    let listener: Listener

    func perform() async -> RunResult {
        await engine.run(
            program, globals: globals, arguments: arguments, maxSteps: maximumSteps,
            wantsMore: { listener.renderer.wantsMore }, output: { listener.handle($0) })
    }
}
