import TMSCommands
import TMSSyntax
import TrackingMore

/// What `explain` and `curl` have to say of a statement: the calls it would make, gathered until it is over.
struct CallNotebook {
    /// Whether a statement is under way whose calls are told at its end.
    private(set) var isOpen = false
    /// Calls that would go out together, the word they stand under, and when; nil for those of a command that goes alone.
    private var rounds: [(number: Int?, prefix: StatementSyntax.Prefix, calls: [DescribedCall])] = []
    private var lines: [String] = []
    private let description: CallDescription

    init(_ description: CallDescription) { self.description = description }

    mutating func open() {
        self = CallNotebook(description)
        isOpen = true
    }

    mutating func add(_ calls: [DescribedCall], under prefix: StatementSyntax.Prefix, round: Int) {
        let number = calls.map(\.call).goTogether ? round : nil
        if let number, let place = rounds.lastIndex(where: { $0.number == number && $0.prefix == prefix }) {
            rounds[place].calls += calls
        } else {
            rounds.append((number, prefix, calls))
        }
    }

    /// Says a line once.
    mutating func add(_ line: String) {
        if !lines.contains(line) { lines.append(line) }
    }

    /// What there is to say; the notebook is empty then.
    mutating func close() -> [String] {
        defer { self = CallNotebook(description) }
        let curl = rounds.filter { $0.prefix == .curl }.flatMap { description.curl($0.calls.map(\.call)) }
        return curl + description.explanation(rounds.filter { $0.prefix == .explain }.map(\.calls)) + lines
    }
}
