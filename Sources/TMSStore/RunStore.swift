/// What tms remembers of an account: its runs, and what became of each row that was written.
///
/// A conformer passes the laws of `TMSStoreTests`. Several processes may use one store at a time.
public protocol RunStore: Sendable {
    /// Begins a run, numbered one above the last.
    ///
    /// - Parameters:
    ///   - time: by the machine's clock.
    ///   - clock: by the account's.
    func begin(
        _ work: Work, kind: RunKind, owner: RunOwner, at time: Double, clock: Int
    ) async throws(StoreError) -> RunRecord

    /// Goes on with a run: one more attempt, whose rows are claimed anew. Throws `inUse` where another process that is
    /// alive works on it.
    func goOn(with number: Int, owner: RunOwner, at time: Double) async throws(StoreError) -> RunRecord

    /// Ends a run.
    func end(_ number: Int, _ end: RunEnd) async throws(StoreError)

    func run(_ number: Int) async throws(StoreError) -> RunRecord?

    /// The last run of a work; nil where there was none.
    func latest(of work: Work) async throws(StoreError) -> RunRecord?

    /// The last runs, the newest first.
    func runs(atMost count: Int) async throws(StoreError) -> [RunRecord]

    // MARK: Rows

    /// For each content the first row of the run that has it and that this attempt has not claimed yet; nil where there
    /// is none. What is claimed is not given again to the same attempt.
    func claim(_ contents: [RowContent], in run: Int, attempt: Int) async throws(StoreError) -> [RowRecord?]

    /// Writes down what is about to be sent, durably: once this returns, a crash leaves it known.
    ///
    /// - Returns: the places of the rows.
    func intend(_ rows: [IntendedRow], in run: Int, attempt: Int) async throws(StoreError) -> [Int]

    /// The same for rows that an earlier attempt wrote down already.
    func intend(again places: [Int], in run: Int) async throws(StoreError)

    /// Writes down what became of rows.
    func settle(_ states: [(place: Int, state: RowState)], in run: Int, at time: Double) async throws(StoreError)

    /// The rows of a run behind a place, in their order.
    func rows(of run: Int, after place: Int, atMost count: Int) async throws(StoreError) -> [RowRecord]

    // MARK: What is not to be done again soon

    /// When each of these was last done, in seconds since 1970 by the account's clock; nil for what is not known.
    func lastDone(_ what: [String]) async throws(StoreError) -> [Int?]

    /// Notes that these were done, and forgets what was done before `horizon`.
    func noteDone(_ what: [String], at time: Int, forgettingBefore horizon: Int) async throws(StoreError)

    /// Forgets everything.
    func empty() async throws(StoreError)
}

/// Why the store cannot be used.
public enum StoreError: Error, Sendable, Equatable {
    /// The system does not let it be read or written: what it says.
    case unusable(String)
    /// There is no room for it.
    case full
    /// Made by a newer tms.
    case newer(version: Int)
    /// It does not hold together.
    case damaged(String)
    /// Another process works on the run.
    case inUse(RunRecord)
    /// There is no run with this number.
    case noRun(Int)
}

extension StoreError {
    /// What is wrong, without a full stop.
    public var reason: String {
        switch self {
        case .unusable(let reason): reason
        case .full: "the disk is full"
        case .newer: "the store was made by a newer tms and is left as it is"
        case .damaged(let reason): "the store is damaged: \(reason)"
        case .inUse(let run): "run \(run.number) is under way"
        case .noRun(let number): "there is no run \(number)"
        }
    }
}
