public import TMSBase

/// One execution of a script, of a `-c` text or of a line of the shell that writes to an account.
public struct RunRecord: Sendable, Equatable {
    /// Counted from 1 within the account.
    public let number: Int
    public let work: Work
    public let kind: RunKind
    /// Counted from 1: each time the run is gone on with there is one more.
    public var attempt: Int
    public var owner: RunOwner
    /// Seconds since 1970.
    public let began: Double
    /// The same by the account's clock: what `now` was in the script.
    public let clock: Int
    /// When something was last heard of it, in seconds since 1970.
    public var seen: Double
    /// How it ended; nil while it is under way, and for ever where its process was killed.
    public var end: RunEnd?
    /// What became of its rows.
    public var tally = RowTally()

    public init(
        number: Int, work: Work, kind: RunKind, attempt: Int = 1, owner: RunOwner, began: Double, clock: Int,
        seen: Double,
        end: RunEnd? = nil
    ) {
        self.number = number
        self.work = work
        self.kind = kind
        self.attempt = attempt
        self.owner = owner
        self.began = began
        self.clock = clock
        self.seen = seen
        self.end = end
    }

    /// Whether it did not end by itself: it was killed, stopped by a signal, or ran into a limit.
    public var isInterrupted: Bool { end?.isInterruption ?? !owner.isAlive }

    /// Whether a process is at work on it.
    public var isUnderWay: Bool { end == nil && owner.isAlive }
}

/// What a run is for.
public enum RunKind: Sendable, Equatable {
    case work
    /// Takes back the run with this number.
    case undo(of: Int)
}

/// How a run ended.
public struct RunEnd: Sendable, Equatable {
    /// Seconds since 1970.
    public let time: Double
    /// The exit status of the language.
    public let status: ExitStatus
    public let calls: Int
    public let quota: Int

    public init(time: Double, status: ExitStatus, calls: Int, quota: Int) {
        self.time = time
        self.status = status
        self.calls = calls
        self.quota = quota
    }

    /// Whether it did not end by itself, so that the same work may go on with it.
    public var isInterruption: Bool { status.isInterruption }
}
