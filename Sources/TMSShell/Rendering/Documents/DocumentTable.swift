import TMSBase
import TMSRuntime
import TMSSyntax

/// The columns and cells of a document's table, in the words people use. The first rows decide which columns there are.
struct DocumentTable {
    private var choice: ColumnChoice
    private let text: CellText
    private let environment: Environment
    private var waiting: [Value] = []
    private(set) var columns: [Column] = []
    private var isSettled = false
    private(set) var count = 0

    /// Rows that are looked at before the heading is written.
    private static let patience = 1_000

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        text = CellText(presentation)
        environment = presentation.environment
    }

    /// What is counted: `parcel`, or `row`.
    private var noun: String { choice.noun }

    /// `31 parcels`, `no parcels`.
    var total: String {
        count == 0 ? "no \(Noun.plural(noun))" : "\(Count.text(count)) \(count == 1 ? noun : Noun.plural(noun))"
    }

    /// `Number`, `Median silent`: the name of a column as a heading.
    static func heading(_ column: Column) -> String {
        let words = CellText.oneLine(column.name).replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Takes a row, and gives the rows that can be written now.
    mutating func take(_ row: Value) -> [Value] {
        count += 1
        if isSettled { return [row] }
        waiting.append(row)
        return waiting.count < Self.patience ? [] : release()
    }

    /// The rows that still wait for the heading.
    mutating func release() -> [Value] {
        guard !isSettled else { return [] }
        isSettled = true
        defer { waiting = [] }
        choice = choice.settled(by: waiting)
        columns = choice.columns(for: waiting).map { $0.settled(by: waiting, environment) }
        return waiting
    }

    func cells(of row: Value) -> [String] {
        columns.map { column in
            guard case .record(let record) = row else { return text.text(row) }
            return text.text(record, column)
        }
    }
}
