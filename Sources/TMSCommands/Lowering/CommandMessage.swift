import TMSRuntime
import TMSSyntax
import TrackingMore

/// What is said about a command before anything is sent; codes `E06…`.
struct CommandMessage {
    let call: CommandCall
    let verb: String

    func emptyValue(_ label: String, at range: SourceRange) -> Failure {
        failure(
            "E0601", "\(label) is empty; an empty value never means everything", at: range,
            hint: "test it first: `is empty`")
    }

    func unfit(_ problem: KindError, at range: SourceRange) -> Failure {
        failure(
            problem.code.rawValue, problem.message, at: range, hint: problem.hint)
    }

    func noNumber(at range: SourceRange, keys: [String]) -> Failure {
        var failure = failure("E0603", "this row has no tracking number", at: range)
        if !keys.isEmpty {
            failure.diagnostic.notes.append("its fields: " + keys.prefix(12).joined(separator: ", "))
        }
        return failure
    }

    func missing(_ slot: String) -> Failure {
        failure("E0604", "`\(verb)` needs \(slot)", at: call.verbRange)
    }

    func tooMany(_ label: String, _ count: Int, _ limit: Int, at range: SourceRange) -> Failure {
        let most = limit == 1 ? "one value" : "at most \(limit) values"
        return failure("E0605", "`\(label)` takes \(most), not \(count)", at: range, hint: "write a line for each")
    }

    func noColumn(_ column: ColumnSyntax, among columns: [String]) -> Failure {
        let nearest = Nearest.word(column.column, in: columns)
        var failure = failure(
            "E0606", "the file has no column `\(column.column)`", at: column.range,
            hint: nearest.map { "did you mean `\($0)`?" })
        failure.diagnostic.notes.append("its columns: " + columns.prefix(20).joined(separator: ", "))
        return failure
    }

    /// Said once for a command: columns of its rows that it has no use for.
    func ignored(_ columns: [String]) -> Diagnostic {
        let names = columns.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
        let more = columns.count > 8 ? " and \(columns.count - 8) more" : ""
        return Diagnostic(
            .note, "N0607", "`\(verb)` does not use the columns \(names)\(more)",
            at: SourceLocation(call.location.file, call.verbRange))
    }

    /// Said once for a file whose rows have no cell that holds something.
    func emptyRows(_ count: Int, of file: String, _ lines: String) -> Diagnostic {
        let rows = count == 1 ? "1 empty row of \(file) was" : "\(count) empty rows of \(file) were"
        return note("N0627", "\(rows) skipped (\(lines))")
    }

    /// Said once for rows that name a country and no `to`.
    func countryIsDestination(_ column: String) -> Diagnostic {
        note(
            "N0629", "the column `\(column)` is taken as `to`, where the parcel goes",
            hint: "for the country that some carriers ask for, write country=\(column)")
    }

    /// What is said of all rows points at where they come from.
    var rowsLocation: SourceLocation { SourceLocation(call.location.file, call.file?.range ?? call.verbRange) }

    private func note(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.note, code, message, at: rowsLocation, hint: hint)
    }

    /// Said of a value that stands in the line and is sent all the same.
    func note(_ note: KindNote, at range: SourceRange) -> Diagnostic {
        let taken = note.code == "N0608" ? "; taken as typed" : ""
        return Diagnostic(.note, note.code, note.text + taken, at: SourceLocation(call.location.file, range))
    }

    /// Said of values of rows and variables, once each.
    func note(_ note: KindNote) -> Diagnostic { self.note(note.code, note.text) }

    /// Said once for numbers that a spreadsheet has likely rounded.
    func rounded(_ count: Int, of file: String?, _ places: String) -> Diagnostic {
        let of = file.map { " of \($0)" } ?? ""
        let numbers = count == 1 ? "1 number\(of) has" : "\(count) numbers\(of) have"
        let named = places.isEmpty ? "" : " (\(places))"
        return note("N0610", "\(numbers) \(Spreadsheet.roundedWarning)\(named)")
    }

    private func failure(_ code: String, _ message: String, at range: SourceRange, hint: String? = nil) -> Failure {
        let location = SourceLocation(call.location.file, range)
        return Failure(kind: .value, Diagnostic(code, message, at: location, hint: hint))
    }
}

extension Diagnostic {
    init(_ code: String, _ message: String, at location: SourceLocation?, hint: String? = nil) {
        self.init(.error, code, message, at: location, hint: hint)
    }
}
