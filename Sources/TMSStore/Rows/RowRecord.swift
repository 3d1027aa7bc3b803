/// What the store knows of one write of a run.
public struct RowRecord: Sendable, Equatable {
    /// Counted from 1 within the run, in the order of sending.
    public let place: Int
    public let row: IntendedRow
    public var state: RowState

    public init(place: Int, row: IntendedRow, state: RowState) {
        self.place = place
        self.row = row
        self.state = state
    }
}

/// A write that is about to be sent.
public struct IntendedRow: Sendable, Equatable {
    public let content: RowContent
    /// The endpoint's name.
    public let endpoint: String
    /// As it was sent; nil for writes about no parcel.
    public let number: String?
    public let carrier: String?
    /// The wire fields and values, as JSON.
    public let sent: String
    /// What the account held of the parcel before, as JSON; nil where nobody looked.
    public let before: String?

    public init(
        content: RowContent, endpoint: String, number: String?, carrier: String?, sent: String, before: String? = nil
    ) {
        self.content = content
        self.endpoint = endpoint
        self.number = number
        self.carrier = carrier
        self.sent = sent
        self.before = before
    }
}

/// What became of a write.
public enum RowState: Sendable, Equatable {
    /// It was about to be sent. Where its run is over, it is in doubt.
    case intended
    /// The service has carried it out; its answer, as JSON.
    case done(answer: String)
    /// The account was so before: nothing was changed.
    case already
    /// The service, or tms, has refused it.
    case failed(code: String, message: String)
    /// It was sent, and nobody knows whether it arrived.
    case inDoubt
}

/// How many rows of a run are in which state.
public struct RowTally: Sendable, Equatable {
    public var done = 0
    /// Rows that changed nothing, because the account was so before.
    public var already = 0
    public var failed = 0
    /// Rows of which nobody knows whether they arrived, those included whose answer the run did not live to see.
    public var inDoubt = 0

    public init(done: Int = 0, already: Int = 0, failed: Int = 0, inDoubt: Int = 0) {
        self.done = done
        self.already = already
        self.failed = failed
        self.inDoubt = inDoubt
    }

    public var rows: Int { done + already + failed + inDoubt }
}
