import LineEditor
import TMSBase
import TMSEngine
import TMSRuntime
import TMSSyntax

/// Rows in aligned columns. The first rows decide which columns there are and how wide; the rest follow as they come.
struct TableWriter: ResultWriter {
    private var choice: ColumnChoice
    private let presentation: Presentation
    private let text: CellText
    private var waiting: [Value] = []
    private var columns: [Column] = []
    private var layout: TableLayout?
    /// Of each column its widest cell, and whether it is left out last.
    private var natural: [Int] = []
    private var isRequired: [Bool] = []
    /// Indices of the columns that say nothing in any row.
    private var emptyColumns: Set<Int> = []
    /// The columns that the paper is too narrow for.
    private var leftOut: [String] = []
    /// Rows shown, and rows that came.
    private var count = 0
    private var seen = 0
    private var constantStatus: String?
    /// All that its word means, where the rows say more of themselves than the query.
    private var statusAsked: String?
    /// Cells of the numbers by which a person names rows.
    private var indexWidth = 2

    var numbersRows: Bool { presentation.isInteractive }
    var margins: (headings: Int, fixed: Int) {
        guard let first = layout?.cells.first, !isFlat else { return (0, 0) }
        return (1, margin + first.width + TableLayout.gap)
    }
    /// Each row is a line that says what is what.
    var isFlat = false

    /// Rows that are looked at before anything is drawn, and the most a terminal shows.
    static let screenful = 100

    init(_ choice: ColumnChoice, _ presentation: Presentation) {
        self.choice = choice
        self.presentation = presentation
        text = CellText(presentation)
    }

    mutating func row(_ value: Value, to output: OutputBuffer) -> Bool {
        seen += 1
        if presentation.isTerminal, !choice.description.isBounded, count >= Self.screenful { return false }
        count += 1
        if layout != nil {
            draw(value, number: count, to: output)
        } else {
            waiting.append(value)
            if waiting.count >= Self.screenful { release(to: output) }
        }
        return true
    }

    mutating func end(_ facts: RunFacts, to output: OutputBuffer) {
        if layout == nil, !waiting.isEmpty { release(to: output) }
        // What was only explained has found nothing because nobody looked.
        if count == 0, choice.prefix != nil { return }
        for line in WordWrap.pieces(footer(facts), width: presentation.width) {
            output.line(Style.dim.apply(to: line, colors: presentation.colors))
        }
    }

    // MARK: - Drawing

    private mutating func release(to output: OutputBuffer) {
        let rows = waiting
        waiting = []
        choice = choice.settled(by: rows)
        // Whoever asks for more than these rows may ask for very many.
        let hasMany = rows.count >= Self.screenful && choice.description.isBounded
        indexWidth = hasMany ? 5 : max(2, String(rows.count).utf8.count)
        let candidates = choice.columns(for: rows).map { $0.settled(by: rows, presentation.environment) }
        var cells = candidates.map { column in rows.map { cell($0, column) } }
        var kept = Array(candidates.indices)
        if choice.description.columns == nil {
            kept = kept.filter { !isUseless(candidates[$0], cells[$0]) }
            if constantStatus != nil, case .record(let record)? = rows.first {
                statusAsked = CellText.status(record.string("status", presentation.environment))
            }
            if kept.isEmpty { kept = Array(candidates.indices.prefix(1)) }
        }
        columns = kept.map { candidates[$0] }
        cells = kept.map { cells[$0] }
        natural = zip(columns, cells).map { column, cells in
            max(DisplayWidth.of(CellText.oneLine(column.name)), cells.map { DisplayWidth.of($0) }.max() ?? 0)
        }
        let mentioned = choice.mentioned
        let isNamed = choice.description.columns != nil
        isRequired = columns.enumerated().map {
            // The number and the status are what a parcel is looked up for.
            isNamed || $0.offset == 0 || choice.isParcel && $0.element.kind == .status
                || mentioned.contains($0.element.name)
        }
        emptyColumns = Set(cells.indices.filter { cells[$0].allSatisfy(\.isEmpty) })
        lay()
        guard let made = layout else { return }
        drawHeading(made, to: output)
        for (offset, row) in rows.enumerated() { draw(row, number: offset + 1, to: output) }
    }

    private mutating func lay() {
        let whole = columns.indices.filter { columns[$0].kind == .trackingNumber }
        layout = TableLayout(
            natural: natural, isFlexible: columns.map(\.isFlexible), isRequired: isRequired, isEmpty: emptyColumns,
            isWhole: Set(whole), width: presentation.width - margin)
        leftOut = layout?.leftOut.map { CellText.oneLine(columns[$0].name) } ?? []
    }

    /// A number is whole however many rows there are: the columns give way.
    private mutating func widenIndex(for number: Int) {
        let width = String(number).utf8.count
        guard presentation.isInteractive, width > indexWidth else { return }
        indexWidth = width
        lay()
    }

    private func drawHeading(_ layout: TableLayout, to output: OutputBuffer) {
        guard !isFlat else { return }
        let names = layout.cells.map { cell in
            DisplayWidth.fit(
                CellText.oneLine(columns[cell.index].name), to: cell.width, alignRight: columns[cell.index].alignsRight)
        }
        let line = index("#") + TableLayout.joined(names)
        output.line(Style.bold.apply(to: line, colors: presentation.colors))
    }

    private mutating func draw(_ value: Value, number: Int, to output: OutputBuffer) {
        widenIndex(for: number)
        guard let layout else { return }
        guard !isFlat else { return output.line(flatLine(value, number)) }
        let cells = layout.cells.map { place in
            let column = columns[place.index]
            let fitted = DisplayWidth.fit(cell(value, column), to: place.width, alignRight: column.alignsRight)
            return colored(fitted, column, value)
        }
        output.line(index(String(number)) + TableLayout.joined(cells))
    }

    /// `3: number RB1CN, via dhl, status in transit`.
    private func flatLine(_ value: Value, _ number: Int) -> String {
        let parts = columns.compactMap { column -> String? in
            let text = cell(value, column)
            return text.isEmpty ? nil : "\(CellText.oneLine(column.name)) \(text)"
        }
        return (presentation.isInteractive ? "\(number): " : "") + parts.joined(separator: ", ")
    }

    private func colored(_ cell: String, _ column: Column, _ value: Value) -> String {
        guard presentation.colors, case .record(let record) = value else { return cell }
        switch column.kind {
        case .status: return StatusColor.style(record.string(column.name, presentation.environment)).apply(to: cell)
        case .trackingNumber: return linked(cell, record, column)
        default: return cell
        }
    }

    /// A number leads to the page of its carrier; the blanks behind it do not.
    private func linked(_ cell: String, _ record: Record, _ column: Column) -> String {
        let number = record.string(column.name, presentation.environment)
        let carrier = record.string("via", presentation.environment)
        guard !number.isEmpty, let page = presentation.names.page(carrier, number) else { return cell }
        let blanks = cell.reversed().prefix { $0 == " " }.count
        return TerminalLink.around(String(cell.dropLast(blanks)), to: page) + String(repeating: " ", count: blanks)
    }

    private func cell(_ value: Value, _ column: Column) -> String {
        guard case .record(let record) = value else { return text.text(value) }
        return text.text(record, column)
    }

    /// Empty throughout, or saying in every row what the query already says.
    private mutating func isUseless(_ column: Column, _ cells: [String]) -> Bool {
        guard let first = cells.first, cells.allSatisfy({ $0 == first }) else { return false }
        if first.isEmpty { return true }
        guard column.kind == .status, choice.mentioned.contains(column.name) else { return false }
        constantStatus = first
        return true
    }

    /// The number of a row and the gap after it.
    private var margin: Int { presentation.isInteractive ? indexWidth + 2 : 0 }

    private func index(_ text: String) -> String {
        presentation.isInteractive ? DisplayWidth.fit(text, to: indexWidth, alignRight: true) + "  " : ""
    }

    // MARK: - Footer

    private func footer(_ facts: RunFacts) -> [String] {
        let isCut = seen > count
        let sifting = Sifting(choice, facts)
        var parts = [isCut ? cutCount(facts.end) : facts.end.shown(count, choice) ?? counted(sifting)]
        if !sifting.labels.isEmpty { parts.append("\(sifting.labels.joined(separator: ", ")) filtered here") }
        if let calls = facts.calls, calls > 0 { parts.append("\(Count.text(calls)) call\(calls == 1 ? "" : "s")") }
        for gap in facts.end.gaps {
            parts.append(
                "\(Count.text(gap.rows)) row\(gap.rows == 1 ? "" : "s") without \(CellText.oneLine(gap.field))")
        }
        if let zone = facts.zone { parts += choice.clocks(zone) }
        if let age = facts.age, age >= 3_600 { parts.append("oldest answer \(CellText.duration(age))") }
        if !leftOut.isEmpty {
            let way = presentation.isInteractive ? "browse" : "| as card"
            parts.append("no room for \(leftOut.joined(separator: ", ")); \(way) shows all")
        }
        if isCut { parts.append("all of them: | save \"rows.csv\"") }
        return parts
    }

    /// `100 of 440 parcels`; where nobody knows how many there are, `first 100 parcels, more follow`.
    private func cutCount(_ end: ResultEnd) -> String {
        let things = constantStatus ?? Noun.plural(noun)
        guard let total = end.isCut ? end.total : seen else {
            return "first \(Count.text(count)) \(things), more follow"
        }
        return "\(Count.text(count)) of \(Count.text(total)) \(things)"
    }

    /// `3 parcels`, `3 in transit`, `3 of 15 in transit`.
    private func counted(_ sifting: Sifting) -> String {
        guard let total = sifting.total, total > count else {
            if count == 0 { return "no \(Noun.plural(noun))" }
            return "\(Count.text(count)) \(constantStatus ?? nouns(count))"
        }
        let found = count == 0 ? "none" : Count.text(count)
        // What the service was asked for is what the total counts.
        let status = constantStatus ?? ""
        let whole = sifting.isByStatus && !status.isEmpty ? statusAsked ?? status : nouns(total)
        let part = sifting.isByStatus || status.isEmpty ? found : "\(found) \(status)"
        return "\(part) of \(Count.text(total)) \(whole)"
    }

    private func nouns(_ count: Int) -> String { count == 1 ? noun : Noun.plural(noun) }

    private var noun: String { choice.noun }
}

/// What tms itself left out of the rows of a list, where the service cannot.
private struct Sifting {
    /// How many rows the service gave; `nil` where none was left out, or the result is of another kind.
    let total: Int?
    /// The clauses of the list that the service does not know.
    let labels: [String]
    let isByStatus: Bool

    init(_ choice: ColumnChoice, _ facts: RunFacts) {
        let isOfList = choice.isParcel && !choice.isWrite
        let listing = isOfList ? facts.listing : nil
        labels = listing?.sifted ?? []
        total = labels.isEmpty && !choice.description.isSifted ? nil : listing?.total
        isByStatus = listing?.asked.contains("status") ?? false
    }
}

extension ColumnChoice {
    /// What is counted: `parcel`, or `row`.
    var noun: String { isParcel || isWrite ? "parcel" : schema?.name ?? "row" }
}

/// Words for several things.
enum Noun {
    /// `parcels`, `guesses`, `air cargoes`; what is in the plural already stays.
    static func plural(_ noun: String) -> String {
        if noun.hasSuffix("ss") { return noun + "es" }
        if noun.hasSuffix("s") { return noun }
        if noun.hasSuffix("o") { return noun + "es" }
        return noun + "s"
    }
}

/// The colour of a status: calm unless something is wrong.
enum StatusColor {
    static func style(_ status: String) -> Style {
        switch status {
        case "delivered": Style(.green)
        case "exception", "expired": Style(.red)
        case "undelivered": Style(.yellow)
        case "pickup": Style(.cyan)
        case "pending", "notfound": .dim
        default: .plain
        }
    }
}
