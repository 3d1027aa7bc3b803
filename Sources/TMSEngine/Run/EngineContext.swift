public import TMSCommands
public import TMSRuntime
public import TMSSyntax
public import TrackingMore

/// All that the engine works with, injected: verbs, time, the chain of handlers, the session and its files.
public struct EngineContext: Sendable {
    public var catalogue: Catalogue
    public var environment: Environment
    /// The outermost handler; every request of the run passes it.
    public var chain: any RequestHandler
    /// The chain under `plan`: the same with writes held back.
    public var planChain: any RequestHandler
    /// Whether the program has promised to change nothing.
    public private(set) var isReadOnly = false
    /// Where requests go, for what `plan` and `curl` print.
    public var baseURL: String
    public var clock: any EngineClock
    public var statistics: CallStatistics
    public var knowledge: AccountKnowledge
    public var services: any SessionServices
    /// Relative paths of `open` and `save` begin here.
    public var directory: String
    /// `--dry-run`: the chain holds every write back.
    public var isDryRun = false
    /// Takes the likeliest courier for a write where none is certain (`--guess`).
    public var takesGuesses: Bool
    /// How many rows of an independent loop may wait for answers at a time; 1 runs them one after the other.
    public var maxRowsInFlight = 2_000
    /// A `let` holds no more rows in the memory than this; the others stand in a file of `spoolDirectory` that is gone
    /// when tms is, however that ends.
    public var maxRowsHeld = 1_000_000
    public var spoolDirectory = "/var/tmp"
    /// Called now and then while a program is at work.
    public var meanwhile: (@Sendable () -> Void)?
    /// Makes the files that people read; `nil` for a form that is none of them.
    public var document: @Sendable (OutputFormat, ResultDescription) -> (any DocumentEncoder)? = { _, _ in nil }
    /// Asked before a call that cannot be taken back.
    public var consent: @Sendable (ConsentRequest) async -> Bool

    public init(
        catalogue: Catalogue = .standard, environment: Environment, chain: any RequestHandler,
        planChain: any RequestHandler, baseURL: String = Client.defaultBaseURL, clock: any EngineClock = SystemClock(),
        statistics: CallStatistics,
        knowledge: AccountKnowledge = AccountKnowledge(), services: any SessionServices, directory: String = ".",
        takesGuesses: Bool = false, consent: @escaping @Sendable (ConsentRequest) async -> Bool
    ) {
        self.catalogue = catalogue
        self.environment = environment
        self.chain = chain
        self.planChain = planChain
        self.baseURL = baseURL
        self.clock = clock
        self.statistics = statistics
        self.knowledge = knowledge
        self.services = services
        self.directory = directory
        self.takesGuesses = takesGuesses
        self.consent = consent
    }
}

extension EngineContext {
    /// The same for a program that says `read only`. What `plan` withholds is no write.
    var readOnly: EngineContext {
        var context = self
        context.isReadOnly = true
        context.chain = ReadOnlyHandler(next: chain)
        return context
    }
}

/// What somebody is asked before it is done.
public struct ConsentRequest: Sendable {
    public let verb: String
    /// What cannot be brought back, as a sentence.
    public let warning: String
    public let count: Int
    /// Whether it may be fewer: a loop has so many rows, but need not do it for each.
    public let isAtMost: Bool
    /// Requests it will take.
    public let requests: Int
    /// The first few numbers.
    public let samples: [String]
    public let location: SourceLocation
}
