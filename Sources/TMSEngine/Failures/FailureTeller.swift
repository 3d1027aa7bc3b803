import TMSRuntime
import TMSSyntax

/// Tells of the targets of a command that failed. What refuses a whole call is told once, with the parcels it is about.
struct FailureTeller {
    let output: (OutputEvent) -> Void
    /// What is to be told next: the same failure of one target after the other.
    private var pending: [Failure] = []

    init(output: @escaping (OutputEvent) -> Void) { self.output = output }

    mutating func tell(_ failure: Failure) {
        if let last = pending.last, !last.isAlike(failure) { flush() }
        pending.append(failure)
    }

    mutating func flush() {
        guard var told = pending.first else { return }
        let numbers = pending.compactMap(\.number)
        if pending.count > 1, !numbers.isEmpty {
            let more = pending.count > 3 ? " and \(pending.count - 3) more" : ""
            told.diagnostic.notes.append("it concerns \(numbers.prefix(3).joined(separator: ", "))\(more)")
        }
        output(.rowFailed(told))
        for other in pending.dropFirst() { output(.rowLeft(other)) }
        pending = []
    }
}

extension Failure {
    /// Whether the other says nothing new. Rows of a file have places of their own, which only what kept a whole call
    /// from being answered does without.
    fileprivate func isAlike(_ other: Failure) -> Bool {
        guard diagnostic == other.diagnostic, others.isEmpty, other.others.isEmpty else { return false }
        return row?.origin == nil && other.row?.origin == nil || kind == .network || kind == .doubt
    }
}
