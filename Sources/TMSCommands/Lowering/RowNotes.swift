import TMSRuntime
import TMSSyntax
import TrackingMore

/// What is noticed about rows and told once for all of them, file by file.
struct RowNotes {
    /// Rows of a file that have something in common.
    private struct EmptyRows {
        let file: DataFile
        var count = 0
        var lines: [String] = []
    }

    /// Numbers of a file, or of no file, that break the rule of their form.
    private struct Digits {
        let file: DataFile?
        var note = CheckDigitNote()
    }

    /// Numbers of a file, or of no file, that a spreadsheet has likely rounded.
    private struct RoundedNumbers {
        let file: DataFile?
        var count = 0
        var lines: [String] = []
    }

    private static let mostLines = 3

    private var emptyRows: [EmptyRows] = []
    private var digits: [Digits] = []
    private var rounded: [RoundedNumbers] = []
    private var kindNotes: [KindNote] = []
    private var isCountryNoted = false
    private var areColumnsNoted = false

    mutating func noteEmpty(_ origin: RowOrigin) {
        let place = emptyRows.firstIndex { $0.file === origin.file } ?? emptyRows.count
        if place == emptyRows.count { emptyRows.append(EmptyRows(file: origin.file)) }
        emptyRows[place].count += 1
        if emptyRows[place].lines.count < Self.mostLines { emptyRows[place].lines.append(String(origin.line)) }
    }

    mutating func noteFailedDigit(of number: String, _ origin: RowOrigin?) {
        let place = digits.firstIndex { $0.file === origin?.file } ?? digits.count
        if place == digits.count { digits.append(Digits(file: origin?.file)) }
        digits[place].note.add(origin.map { String($0.line) } ?? number)
    }

    mutating func noteRounded(_ origin: RowOrigin?) {
        let place = rounded.firstIndex { $0.file === origin?.file } ?? rounded.count
        if place == rounded.count { rounded.append(RoundedNumbers(file: origin?.file)) }
        rounded[place].count += 1
        if let origin, rounded[place].lines.count < Self.mostLines { rounded[place].lines.append(String(origin.line)) }
    }

    /// Takes what is to be told of how a value was read: each once.
    mutating func note(_ note: KindNote) {
        if kindNotes.count < 100, !kindNotes.contains(note) { kindNotes.append(note) }
    }

    /// Whether it is for the first time.
    mutating func noteCountry() -> Bool {
        defer { isCountryNoted = true }
        return !isCountryNoted
    }

    mutating func noteColumns() -> Bool {
        defer { areColumnsNoted = true }
        return !areColumnsNoted
    }

    /// What was noticed so far; it is told only once.
    mutating func take(_ message: CommandMessage) -> [Diagnostic] {
        defer {
            emptyRows = []
            digits = []
            rounded = []
            kindNotes = []
        }
        let ofKinds = kindNotes.map { message.note($0) }
        let ofRounded = rounded.map { rows in
            let places = rows.lines.isEmpty ? "" : PlaceList.text(rows.lines, of: rows.count, areLines: true)
            return message.rounded(rows.count, of: rows.file?.name, places)
        }
        return emptyRows.map { rows in
            message.emptyRows(
                rows.count, of: rows.file.name, PlaceList.text(rows.lines, of: rows.count, areLines: true))
        } + digits.compactMap { $0.note.diagnostic(of: $0.file?.name, at: message.rowsLocation) } + ofRounded + ofKinds
    }
}
