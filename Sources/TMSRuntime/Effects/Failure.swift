public import TMSBase
public import TMSSyntax

/// Why a statement or a row failed. `$error` in an `otherwise`.
public struct Failure: Sendable, Error {
    public var kind: FailureKind
    public var diagnostic: Diagnostic
    /// The parcel it is about, if one.
    public var number: String?
    public var via: String?
    /// The row it is about, if one.
    public var row: FailedRow?
    /// The column of the row that is to blame: `ordered`.
    public var column: String?
    /// What else is wrong with the same row.
    public var others: [Mistake] = []
    /// The row was never sent: what is told here ended the run before.
    public var isUnsent = false
    /// What became of the targets of the command that failed, each of which was told and counted: the row that gave the
    /// command is not counted beside them.
    public var targets: UnsentNote?
    /// The rows that came before it are good: a pipeline does with them what it is to do, and fails at its end.
    public var endsRows = false
    /// The row stands in `$failures` and in the file of failures already.
    var isNoted = false
    /// Dooms every row (key, quota, payment), or came from ^C or a limit: `try` does not catch it.
    public var isFatal: Bool
    /// The exit status of the program if nothing catches it.
    public var status: ExitStatus

    public init(
        kind: FailureKind, _ diagnostic: Diagnostic, number: String? = nil, via: String? = nil, isFatal: Bool = false,
        status: ExitStatus = .failed
    ) {
        self.kind = kind
        self.diagnostic = diagnostic
        self.number = number
        self.via = via
        self.isFatal = isFatal
        self.status = status
    }
}

/// One thing that is wrong with a row: in which column, what, and what to do.
public struct Mistake: Sendable {
    public let column: String?
    public let message: String
    public let remedy: String?

    public init(column: String?, message: String, remedy: String?) {
        self.column = column
        self.message = message
        self.remedy = remedy
    }

    /// `ordered: not a date`.
    public var text: String { (column.map { "\($0): " } ?? "") + message }
}

/// A row that failed or was not sent.
public enum FailedRow: Sendable {
    case record(Record)
    /// An item that is no record, under the name its loop gives it.
    case item(Value, name: String)

    /// Where it was read, if it comes from a file.
    public var origin: RowOrigin? {
        if case .record(let record) = self { record.origin } else { nil }
    }
}

extension Failure {
    /// All that is wrong with the row.
    public var mistakes: [Mistake] {
        [Mistake(column: column, message: diagnostic.message, remedy: diagnostic.hint)] + others
    }

    /// What is told: with the place of the row, `orders.csv:4711, ordered: …`, before the message.
    public var told: Diagnostic {
        var told = diagnostic
        told.notes += others.map { $0.text + ($0.remedy.map { "; \($0)" } ?? "") }
        if let place = row?.origin?.place {
            told.message = place + (column.map { ", \($0)" } ?? "") + ": " + told.message
        }
        return told
    }

    /// The same failure with something else that is wrong with the row.
    public func with(_ other: Failure) -> Failure {
        var failure = self
        failure.others.append(
            Mistake(column: other.column, message: other.diagnostic.message, remedy: other.diagnostic.hint))
        return failure
    }
}
