import TMSBase
import TMSRuntime

/// Statements of the history as a script, in the order in which they were entered.
final class StatementsWriter: RowWriter {
    private let draft: FileDraft
    private var statements: [(number: Int, text: String)] = []

    static let text = "text"
    private static let number = "number"

    init(_ draft: FileDraft) { self.draft = draft }

    func write(_ rows: [Value]) throws(SystemError) {
        for case .record(let record) in rows {
            guard case .text(let text) = record[Self.text] else { continue }
            // Rows without a number stay behind the one they follow.
            var number = statements.last?.number ?? 0
            if case .integer(let own) = record[Self.number] { number = own }
            statements.append((number, text.string))
        }
    }

    func commit() throws(SystemError) {
        let lines = statements.enumerated()
            .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
            .map { $0.element.text + "\n" }
        try draft.write(Array(lines.joined().utf8))
        try draft.commit()
    }

    func discard() { draft.discard() }
}

extension Record {
    /// A value by the name of its column; nothing where there is none.
    fileprivate subscript(name: String) -> Value {
        if case .slot(let slot) = shape.lookup(name) { value(at: slot) } else { .nothing }
    }
}
