public import TMSStore

/// Where the writes of an account are written down, and what is wanted of that.
public struct JournalSettings: Sendable {
    /// Opens the store, the first time it is needed.
    public var open: @Sendable () throws(StoreError) -> any RunStore
    /// Where a damaged store is now that was moved aside, once; nil where there was none.
    public var takeAside: @Sendable () -> String? = { nil }
    /// Seconds since 1970 by the machine's clock, whatever the account's says.
    public var now: @Sendable () -> Double
    /// What the account holds of a parcel is read before it is changed; otherwise only what is known already is kept.
    public var readsImages = true

    public init(
        now: @escaping @Sendable () -> Double, open: @escaping @Sendable () throws(StoreError) -> any RunStore
    ) {
        self.now = now
        self.open = open
    }

    /// An interrupted run is gone on with unasked for so many seconds: 12 hours.
    static let patience = 12.0 * 3_600
}

/// What a program is to the journal: its work, and whether an earlier run of it is gone on with.
public struct JournaledWork: Sendable {
    public let work: Work
    public let continuation: Continuation

    public enum Continuation: Sendable, Equatable {
        /// The last run, where it was interrupted not long ago.
        case ifInterrupted
        /// None: `--fresh`.
        case never
        /// The run of this number, however long ago it was: `--resume N`.
        case run(Int)
    }

    public init(_ work: Work, _ continuation: Continuation = .ifInterrupted) {
        self.work = work
        self.continuation = continuation
    }
}
