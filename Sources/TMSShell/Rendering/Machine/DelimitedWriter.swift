import TMSEngine
import TMSRuntime

/// CSV or TSV under the rows' own keys. The header is the union of keys in first-seen order, so rows wait for the
/// last one unless the columns are known beforehand.
struct DelimitedWriter: ResultWriter {
    private let text: TableText
    let environment: Environment
    private let known: [String]?
    private var keys: [String] = []
    private var seen: Set<String> = []
    private var lastShape: Shape?
    private var waiting: [Value] = []
    private var hasHeader = false

    /// - Parameter columns: what the user named with `show`; then rows are written as they come.
    init(_ text: TableText, columns: [String]?, environment: Environment) {
        self.text = text
        self.environment = environment
        known = columns
        keys = columns ?? []
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        guard known == nil else {
            writeHeader(to: output)
            write(value, to: output)
            return true
        }
        learnKeys(of: value)
        waiting.append(value)
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
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
        writeCells(keys, to: output)
    }

    private func write(_ value: Value, to output: OutputBuffer) {
        guard case .record(let record) = value else {
            return writeCells(keys.map { $0 == "value" ? PrintedText.of(value, environment) : "" }, to: output)
        }
        if record.shape.keys == keys {
            return writeCells(record.values.map { PrintedText.of($0, environment) }, to: output)
        }
        writeCells(keys.map { record.string($0, environment) }, to: output)
    }

    private func writeCells(_ cells: [String], to output: OutputBuffer) {
        output.append { text.append(cells, to: &$0) }
    }
}
