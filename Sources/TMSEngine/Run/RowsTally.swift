import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Counts what becomes of rows while a loop or a command goes through them; loops within loops count for the outermost.
struct RowsTally {
    private let dialect: Dialect
    private var depth = 0
    private var summary = RowsSummary()
    private var causes: [String: Int] = [:]
    private var isOfFile = false
    private var begun = CallStatistics.Snapshot()
    private var digits = CheckDigitNote()
    private var firstCall: SourceLocation?
    /// How far the rows came that were gone through last.
    private(set) var reached: Reached?
    /// Says that a file has rows that could not be read. The others are sent before it ends the run.
    private var postponed: Failure?

    /// So many rows are through, done or failed, of so many.
    struct Reached {
        let rows: Int
        let all: Int
    }

    init(_ dialect: Dialect) { self.dialect = dialect }

    mutating func begin(_ statistics: CallStatistics.Snapshot) {
        depth += 1
        guard depth == 1 else { return }
        summary = RowsSummary()
        causes = [:]
        isOfFile = false
        digits = CheckDigitNote()
        firstCall = nil
        postponed = nil
        begun = statistics
    }

    /// Whether rows are being gone through.
    var isOpen: Bool { depth > 0 }

    /// Takes a failure that is to be told when the outermost ends; false where there is none.
    mutating func postpone(_ failure: Failure) -> Bool {
        guard depth > 0 else { return false }
        postponed = postponed ?? failure
        return true
    }

    /// What is told when the outermost ends: some rows could not be read.
    var unread: Failure? { depth == 1 ? postponed : nil }

    /// Rows come from a file, so that what became of them is told even if none failed.
    mutating func sawFile() { isOfFile = true }

    /// A row is about to be sent: its number is looked at, and told of with the others.
    mutating func look(at call: EndpointCall) {
        guard depth > 0 else { return }
        digits.look(at: call)
        if firstCall == nil { firstCall = SourceLocation(call.location.file, call.verbRange) }
    }

    /// What the numbers of the rows give cause to say, before the outermost ends.
    var note: Diagnostic? { depth == 1 ? firstCall.flatMap { digits.diagnostic(at: $0) } : nil }

    /// A write was done, or held back: then `quota` is what it would cost.
    mutating func count(_ outcome: String, isPlanned: Bool, quota: Int) {
        guard depth > 0 else { return }
        summary.isPlanned = isPlanned
        if isPlanned { summary.quota += quota }
        if let place = summary.outcomes.firstIndex(where: { $0.word == outcome }) {
            summary.outcomes[place].rows += 1
        } else {
            summary.outcomes.append(RowsSummary.Count(outcome, 1))
        }
    }

    /// A row failed or was not sent. One whose targets were told is counted with them.
    ///
    /// - Returns: whether it has failed.
    mutating func count(_ failure: Failure) -> Bool {
        guard depth > 0, failure.targets == nil else { return false }
        if failure.isUnsent {
            summary.unsent += 1
            return false
        }
        summary.failed += 1
        causes[failure.cause(in: dialect), default: 0] += 1
        return true
    }

    /// What there is to tell at the end of the outermost; `nil` where the answers say it all.
    mutating func end(_ statistics: CallStatistics.Snapshot) -> RowsSummary? {
        depth = max(0, depth - 1)
        if depth == 0 {
            let through = summary.failed + summary.outcomes.reduce(0) { $0 + $1.rows }
            reached = Reached(rows: through, all: through + summary.unsent)
        }
        guard depth == 0, isOfFile || summary.failed + summary.unsent > 0 else { return nil }
        summary.causes = causes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { cause, rows in
            RowsSummary.Count(rows == 1 ? cause.replacing("numbers", with: "number") : cause, rows)
        }
        let cost = statistics.since(begun)
        summary.calls = cost.calls
        summary.quota += cost.quota
        return summary
    }
}

extension Failure {
    /// What rows that failed alike have in common, in a few words: `without a carrier`.
    fileprivate func cause(in dialect: Dialect) -> String {
        switch diagnostic.code {
        case "E0603": "without a number"
        case "E0710": "without a carrier"
        case "E0711": "with several carriers"
        case "E0758": "too soon after the last"
        case "E0741": "tracked with other values"
        case String(dialect.expected.notThere): "not tracked here"
        case "E0804": "with too many cells"
        case let code where code.hasPrefix("E080"): "unreadable"
        case "E0602" where column == nil || column == "number": "damaged numbers"
        case "E0601", "E0316": "with an empty value"
        case let code where code.hasPrefix("E061"): "damaged numbers"
        default: column.map { "with a bad `\($0)`" } ?? "\(diagnostic.code): \(diagnostic.message)"
        }
    }
}
