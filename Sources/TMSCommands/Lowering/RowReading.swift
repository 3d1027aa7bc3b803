import TMSRuntime
import TMSSyntax
import TrackingMore

/// One row while its cells are read: all that is wrong with it is gathered, so that it is told at once.
struct RowReading {
    let record: Record
    let origin: RowOrigin?
    let message: CommandMessage
    let range: SourceRange
    private var first: Failure?

    init(record: Record, origin: RowOrigin?, message: CommandMessage, range: SourceRange) {
        self.record = record
        self.origin = origin
        self.message = message
        self.range = range
    }

    /// What is wrong with the row; `nil` if nothing is.
    var failure: Failure? { first }

    /// The cell as the wire wants it; `nil` where it does not fit, which is taken down.
    mutating func take(_ cell: ColumnNames.Cell, of kind: Kind, _ form: inout WireForm) -> JSON? {
        do {
            return try form.json(cell.value, as: kind)
        } catch {
            let unfit = message.unfit(error, at: range)
            let column = column(of: cell)
            guard first != nil else {
                first = failure(of: unfit, column)
                return nil
            }
            first = first?.with(failure(of: unfit, column))
            return nil
        }
    }

    /// The same failure, of this row.
    func failure(of problem: Failure, _ column: String? = nil) -> Failure {
        var failure = problem
        failure.row = .record(record)
        failure.column = column
        return failure
    }

    /// The column as the file names it.
    private func column(of cell: ColumnNames.Cell) -> String {
        guard let origin, origin.record.shape.keys.count == record.shape.keys.count,
            let place = record.shape.keys.firstIndex(of: cell.name)
        else { return cell.name }
        return origin.record.shape.keys[place]
    }
}
