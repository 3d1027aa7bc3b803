import TMSBase
import TMSEngine
import TMSRuntime
import TMSSyntax

/// CSV or TSV under the rows' own keys. The header is the union of keys in first-seen order. Where no `show` names the
/// columns, the first rows wait until they are known; from then on rows are written as they come, so that a reader sees
/// them at once and the memory they take does not grow.
struct DelimitedWriter: ResultWriter {
    /// Rows whose keys make the header.
    static let patience = 1_000

    private let text: TableText
    let environment: Environment
    private var keys: [String] = []
    private var seen: Set<String> = []
    private var waiting: [Value] = []
    /// The columns are known.
    private var isSettled: Bool
    private var hasHeader = false
    private var lastShape: Shape?
    /// The keys of rows of the last shape are the columns, in their order.
    private var isWhole = false
    private var rows = 0
    /// What `show` leaves out is left out on purpose.
    private let isChosen: Bool
    private var unwritten: (names: [String], row: Int)?

    /// - Parameters:
    ///   - columns: what the user named with `show`; then rows are written as they come.
    ///   - isOpen: rows may have further columns.
    init(_ text: TableText, columns: [String]?, isOpen: Bool = false, environment: Environment) {
        self.text = text
        self.environment = environment
        isChosen = columns != nil && !isOpen
        isSettled = isChosen
        keys = columns ?? []
        seen = Set(keys)
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        rows += 1
        if isSettled {
            writeHeader(to: output)
            write(value, to: output)
            return true
        }
        learnKeys(of: value)
        waiting.append(value)
        if waiting.count >= Self.patience { settle(to: output) }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if keys.isEmpty { keys = facts.end.header ?? [] }
        settle(to: output)
    }

    var remark: Diagnostic? {
        guard let (names, row) = unwritten else { return nil }
        let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return Diagnostic(
            .warning, "W0745", "the header was written before row \(Count.text(row)) came, and lacks \(shown)\(more)",
            hint: "name the columns with `show`; json, jsonl and `save` keep every field")
    }

    private mutating func settle(to output: OutputBuffer) {
        isSettled = true
        lastShape = nil
        writeHeader(to: output)
        for value in waiting { write(value, to: output) }
        waiting = []
    }

    private mutating func learnKeys(of value: Value) {
        guard case .record(let record) = value else {
            if seen.insert("value").inserted { keys.append("value") }
            return
        }
        guard record.shape !== lastShape else { return }
        lastShape = record.shape
        for key in record.shape.keys where seen.insert(key).inserted { keys.append(key) }
    }

    private mutating func writeHeader(to output: OutputBuffer) {
        guard !hasHeader else { return }
        hasHeader = true
        guard !keys.isEmpty else { return }
        output.appendForeign { text.append(header: keys, to: &$0) }
    }

    private mutating func write(_ value: Value, to output: OutputBuffer) {
        guard case .record(let record) = value else {
            note(["value"])
            return writeCells(keys.map { $0 == "value" ? PrintedText.cell(value, environment) : "" }, to: output)
        }
        if record.shape !== lastShape {
            lastShape = record.shape
            isWhole = record.shape.keys == keys
            note(record.shape.keys)
        }
        writeCells(
            isWhole
                ? record.values.map { PrintedText.cell($0, environment) }
                : keys.map { record.string($0, environment) }, to: output)
    }

    /// Keeps in mind what the header should have named.
    private mutating func note(_ names: [String]) {
        guard !isChosen else { return }
        for name in names where seen.insert(name).inserted {
            unwritten = ((unwritten?.names ?? []) + [name], unwritten?.row ?? rows)
        }
    }

    private func writeCells(_ cells: [String], to output: OutputBuffer) {
        output.appendForeign { text.append(cells, to: &$0) }
    }
}
