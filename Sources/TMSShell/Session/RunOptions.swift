public import TMSCommands
public import TMSEngine
public import TMSSyntax

/// Every option of a run. The command line makes one, and whoever carries the run out gets it whole and reads what
/// concerns it.
public struct RunOptions: Sendable, Equatable {
    /// `--format`: how results are written; nil leaves it to the profile and the terminal.
    public var format: OutputFormat?
    /// `--quiet`: no results are shown.
    public var isQuiet = false
    /// `--yes`: the answer to the question before an irreversible write.
    public var isSure = false
    /// `--dry-run`: writes are held back.
    public var isDryRun = false
    /// `--guess`: lets writing verbs use a guessed carrier.
    public var takesGuesses = false
    /// `--max-steps`.
    public var maximumSteps: Int?
    /// What is written to the account is written down, so that it can be gone on with and taken back.
    public var isJournaled = true
    /// What the account holds of a parcel is read before it is changed.
    public var keepsImages = true
    /// Which interrupted run of the same work is gone on with.
    public var continuation = JournaledWork.Continuation.ifInterrupted
    /// `--failures failed.csv`: every row that fails is written there.
    public var failures: String?

    /// `--profile`: the name of a profile of the configuration file.
    public var profile: String?
    /// `--sandbox`: the pretend account, even if there is a key.
    public var isSandbox = false
    /// `--base-url`: where the API answers.
    public var baseURL: String?
    /// `--no-limit`: calls of an address of this machine follow each other as fast as it goes.
    public var isUnlimited = false
    /// `--log FILE`: where each call leaves a line.
    public var log: String?
    /// `--private`: the shell reads and writes no history.
    public var isPrivate = false
    /// `--timeout`: how long a call is waited for, in seconds.
    public var timeout: Int?

    /// What `reply` says; the configuration may have texts of its own.
    public var replies = ReplyTexts.standard

    public init() {}
}

/// How a session plans a script: what it would write is held back and told at its end.
public struct PlanSettings: Sendable, Equatable {
    /// The file that the plan is saved in; nil saves none.
    public var path: String?

    public init(path: String?) { self.path = path }
}
