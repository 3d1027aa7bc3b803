import TMSSyntax

/// What ended a loop before its last row. The rows still to come are gone through without being begun, so that each is
/// counted, written down and told as not sent.
struct LoopStop {
    var failure: Failure
    /// The loop: its register of failures, and how deep its frame lies.
    let loop: RowHandler
    let depth: Int
    /// The word the loop stands under.
    let prefix: StatementSyntax.Prefix?
    /// Rows that were not done, the one that met the failure among them where it was refused.
    var left = 0
    /// There may be more rows than were counted.
    var isAtLeast = false
}

/// A counted range names no more of its rows than this; all of them are counted.
private let mostNumbersTold = 100_000

extension Machine {
    /// Ends a loop: the rest of its rows passes its gate and is told as not sent.
    ///
    /// - Parameter isTold: the row at hand has been told of already.
    func stop(_ failure: Failure, _ loop: RowHandler, isTold: Bool) {
        // What is done from here on is bounded by the rows that are there.
        interruptor.clear()
        var failure = failure
        if !failure.isFatal, !isTold, let frame = fiber.frames.last {
            failure = failure.about((fiber.stack + frame.base)[loop.row], loop.name)
        }
        fiber.stop = LoopStop(failure: failure, loop: loop, depth: fiber.frames.count, prefix: fiber.prefix)
        guard !isTold, let frame = fiber.frames.last else { return }
        leave((fiber.stack + frame.base)[loop.row], isAtHand: true, failure.targets)
    }

    /// A row that stands before the gate once its loop was stopped; false while the loop goes on.
    func isLeft(_ row: Value, ofLoop failures: Int, _ registers: Registers) -> Bool {
        guard let stop = fiber.stop, stop.loop.failures == failures, stop.depth == fiber.frames.count else {
            return false
        }
        leave(row)
        if stop.loop.isRange, stop.left >= mostNumbersTold {
            let base = registers + stop.loop.rows
            let ahead = max(0, (rowsAhead(base, isRange: true) ?? 1) - 1)
            fiber.stop?.left += ahead
            base[0] = base[1]
        }
        return true
    }

    /// Counts a row that was not done and writes it down.
    ///
    /// - Parameter targets: what became of those of its own command.
    private func leave(_ row: Value, isAtHand: Bool = false, _ targets: UnsentNote? = nil) {
        guard let stop = fiber.stop else { return }
        fiber.stop?.left += 1
        var failure = stop.failure
        // One by one, the row at hand has failed and the others are left undone.
        failure.isUnsent = !isAtHand || failure.isFatal
        if !failure.isUnsent { fiber.stop?.left -= 1 }
        failure.row = FailedRow(row, stop.loop.name)
        failure.targets = targets
        if !isAtHand {
            failure.number = nil
            failure.via = nil
        }
        fiber.output.append(.rowLeft(failure))
        note(failure)
    }

    /// Rows of a loop that run side by side and will not be done.
    func leave(_ rows: [Fiber], of loop: RowHandler) {
        for row in rows {
            let ending: Failure? = if case .failed(let failure)? = row.ending { failure } else { nil }
            leave(row.stack[loop.row], ending?.targets)
        }
    }

    /// What a loop that was stopped fails with once its rows are through.
    func endStop(ofLoop failures: Int, _ registers: Registers) throws(Fault) {
        guard let stop = fiber.stop, stop.loop.failures == failures, stop.depth == fiber.frames.count else { return }
        fiber.stop = nil
        throw Fault(carrying: told(stop, registers))
    }

    /// The failure of a loop that was stopped, with how many rows it left.
    func told(_ stop: LoopStop, _ registers: Registers) -> Failure {
        var failure = stop.failure
        failure.isNoted = true
        // The rows of the loop stand for all their targets.
        if let targets = failure.targets { failure.diagnostic.notes.removeAll { $0 == targets.text } }
        guard stop.left > 0 || stop.isAtLeast else { return failure }
        var failed = 0
        if case .integer(let count) = registers[stop.loop.failures] { failed = count }
        let rest: UnsentNote.Rest = !failure.isFatal ? .undone : stop.loop.writes ? .unsent : .unread
        failure.diagnostic.notes.append(
            UnsentNote(
                done: max(0, rowsPassed(stop.loop, registers) - failed - stop.left - (failure.isFatal ? 0 : 1)),
                failed: failed, left: stop.left, isAtLeast: stop.isAtLeast, rest: rest
            ).text)
        return failure
    }

    /// The rows a loop has come to, done or not.
    private func rowsPassed(_ loop: RowHandler, _ registers: Registers) -> Int {
        let base = registers + loop.rows
        guard loop.isRange else {
            if case .integer(let count) = base[0] { return count }
            return 0
        }
        guard case .integer(let first) = base[2], case .integer(let last) = base[1] else { return 0 }
        let (count, isTooLarge) = last.subtractingReportingOverflow(first)
        return isTooLarge ? .max : max(0, count) + 1
    }
}

/// How far a run came that ended early: `10 done, 2 failed, 88 more rows were not sent`.
public struct UnsentNote: Sendable, Equatable {
    public let done: Int
    public let failed: Int
    public let left: Int
    /// There may be more than `left`.
    public let isAtLeast: Bool
    public let rest: Rest

    /// What the rows that are left lack.
    public enum Rest: String, Sendable {
        case unsent = "not sent"
        /// They were only to be read.
        case unread = "not read"
        /// The loop goes one by one and stopped at a failure: nothing kept them from being sent.
        case undone = "left undone"
    }

    public init(done: Int, failed: Int, left: Int, isAtLeast: Bool = false, rest: Rest = .unsent) {
        self.done = done
        self.failed = failed
        self.left = left
        self.isAtLeast = isAtLeast
        self.rest = rest
    }

    public var text: String {
        var parts: [String] = []
        if rest != .undone, done > 0 { parts.append("\(done) done") }
        if failed > 0 { parts.append("\(failed) failed") }
        let more = parts.isEmpty && rest != .undone ? "" : " more"
        let rows = left == 1 && !isAtLeast ? "1\(more) row was" : "\(left)\(more) rows were"
        parts.append((isAtLeast ? "at least " : "") + "\(rows) \(rest.rawValue)")
        return parts.joined(separator: ", ")
    }
}

extension FailedRow {
    /// - Parameter name: what the loop calls its row.
    init(_ row: Value, _ name: String) {
        if case .record(let record) = row { self = .record(record) } else { self = .item(row, name: name) }
    }
}
