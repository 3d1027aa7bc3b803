import TMSCommands
import TMSRuntime
import TMSSyntax

/// What goes to the clipboard: a text as it is, rows as a table that a spreadsheet and a mail take, with tabs between the
/// cells.
struct ClipboardTable {
    let text: String
    /// 0 for a text.
    let rows: Int

    /// What a person is told.
    var told: String { rows == 0 ? "copied" : rows == 1 ? "1 row copied" : "\(rows) rows copied" }

    init(_ values: [Value], _ context: EngineContext, _ location: SourceLocation) {
        let environment = context.environment
        let records = values.compactMap { value -> Record? in
            if case .record(let record) = value { record } else { nil }
        }
        guard let first = records.first, records.count == values.count else {
            text = values.map { $0.text(in: environment) }.joined(separator: "\n")
            rows = 0
            return
        }
        let isWhole = first.shape.kind?.schema.field(named: "number") != nil
        let description = ResultDescription(schema: isWhole ? first.shape.kind?.schema.name : nil, location: location)
        let keys = first.shape.keys
        let chosen = isWhole ? context.columns(description, values) : nil
        // Columns that a `show` has named are the keys of its rows.
        let columns = chosen.map { chosen in chosen.count < keys.count ? chosen : keys } ?? keys
        var bytes: [UInt8] = []
        TableText.tsv.append(header: columns, to: &bytes)
        for record in records {
            TableText.tsv.append(columns.map { record.value(of: $0, environment).text(in: environment) }, to: &bytes)
        }
        text = String(decoding: bytes, as: UTF8.self)
        rows = records.count
    }
}
