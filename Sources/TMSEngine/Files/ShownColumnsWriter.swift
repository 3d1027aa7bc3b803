import TMSBase
import TMSRuntime

/// Writes of each row what a table on the screen shows of it: its columns, under its headings.
final class ShownColumnsWriter: RowWriter {
    private let writer: any RowWriter
    private let environment: Environment
    /// The columns, once enough rows are known; `nil` leaves the rows as they are.
    private let choose: ([Value]) -> [String]?
    private var waiting: [Value] = []
    private var isSettled = false
    private var shape: Shape?

    /// Rows that are looked at before the columns are chosen.
    private static let patience = 1_000

    init(_ writer: any RowWriter, _ environment: Environment, choose: @escaping ([Value]) -> [String]?) {
        self.writer = writer
        self.environment = environment
        self.choose = choose
    }

    func write(_ rows: [Value]) throws(SystemError) {
        guard !isSettled else { return try writer.write(rows.map(projected)) }
        waiting += rows
        if waiting.count >= Self.patience { try settle() }
    }

    func commit() throws(SystemError) {
        try settle()
        try writer.commit()
    }

    func discard() { writer.discard() }

    private func settle() throws(SystemError) {
        guard !isSettled else { return }
        isSettled = true
        shape = choose(waiting).map { Shape(keys: $0) }
        let rows = waiting
        waiting = []
        try writer.write(rows.map(projected))
    }

    private func projected(_ row: Value) -> Value {
        guard let shape, case .record(let record) = row else { return row }
        let values = shape.keys.map { name -> Value in
            switch record.shape.lookup(name) {
            case .slot(let slot): record.value(at: slot)
            case .cell(let slot, let read): read(record.value(at: slot))
            case .computed(let compute): compute(record, environment)
            case .absent: .nothing
            }
        }
        return .record(Record(shape: shape, values: values))
    }
}
