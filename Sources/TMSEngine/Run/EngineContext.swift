public import TMSCommands
public import TMSRuntime
public import TMSSyntax
import TrackingMore

/// All that the engine works with, injected: verbs, time, the chain of handlers, the session and its files.
public struct EngineContext: Sendable {
    public var catalogue = Catalogue.standard
    public var environment: Environment
    /// The outermost handler; every request of the run passes it.
    public var chain: any RequestHandler
    /// The chain under `plan`: the same with writes held back.
    public var planChain: any RequestHandler
    /// Whether the program has promised to change nothing.
    public private(set) var isReadOnly = false
    /// What has been sent and not been answered; the end of both chains knows it.
    public var underWay = CallsUnderWay()
    /// Where requests go, for what `plan` and `curl` print.
    public var baseURL: String
    public var clock: any EngineClock
    public var statistics: CallStatistics
    /// How far the run has come; nil where nobody keeps count.
    public var progress: Progress?
    /// Somebody watches the progress, so that files are counted before their rows are sent.
    public var watchesProgress = false
    public var knowledge = AccountKnowledge()
    public var services: any SessionServices
    /// Relative paths of `open` and `save` begin here.
    public var directory = "."
    /// `--dry-run`: the chain holds every write back.
    public var isDryRun = false
    /// The whole run is planned: every write is held back, and what it would do is told at its end.
    public var planning: Planning?
    /// What the account is called where plans and runs of it are kept; asked for when a plan is saved or applied.
    public var accountName: @Sendable () throws(Failure) -> String = { "" }
    /// Takes the likeliest carrier for a write where none is certain (`--guess`).
    public var takesGuesses = false
    /// How many rows of an independent loop may wait for answers at a time; 1 runs them one after the other.
    public var maxRowsInFlight = 2_000
    /// How many requests may be under way at a time. What answers in this process is asked one by one, so that a run comes
    /// out the same each time.
    public var requestsAtATime = 1
    /// A `let` holds no more rows in the memory than this; the others stand in a file of `spoolDirectory` that is gone
    /// when tms is, however that ends.
    public var maxRowsHeld = 1_000_000
    public var spoolDirectory = "/var/tmp"
    /// Called now and then while a program is at work.
    public var meanwhile: (@Sendable () -> Void)?
    /// Makes the files that people read; `nil` for a form that is none of them.
    public var document: @Sendable (OutputFormat, ResultDescription) -> (any DocumentEncoder)? = { _, _ in nil }
    /// The columns that rows have on a screen; `as table` saves them.
    public var columns: @Sendable (ResultDescription, [Value]) -> [String]? = { description, _ in description.columns }
    /// What the account holds, where that is known without a call: in the sandbox.
    public var held: @Sendable () async -> [HeldParcel] = { [] }
    /// Where writes are written down; nil where nobody wants it.
    public var journal: JournalSettings?
    /// A person types the lines: after a delete or an edit they are told what was there before.
    public var tellsWaysBack = false
    /// Whether calls reach a real account.
    public var isLive = false
    /// What `reply` says.
    public var replies = ReplyTexts.standard
    /// Asked before a call that cannot be taken back, that nobody knows, that costs, or that changes many parcels.
    public var consent: @Sendable (ConsentRequest) async -> Consent

    /// How a run is planned.
    public struct Planning: Sendable {
        /// All rows are kept, for a file.
        public var keepsRows: Bool

        public init(keepsRows: Bool) { self.keepsRows = keepsRows }
    }

    init(
        environment: Environment, chain: any RequestHandler, planChain: any RequestHandler, baseURL: String,
        clock: any EngineClock, statistics: CallStatistics, services: any SessionServices,
        consent: @escaping @Sendable (ConsentRequest) async -> Consent
    ) {
        self.environment = environment
        self.chain = chain
        self.planChain = planChain
        self.baseURL = baseURL
        self.clock = clock
        self.statistics = statistics
        self.services = services
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
