import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

// What is said of the form of a file: separators, encodings, lines that do not fit.
extension FileMessage {
    func unreadable(_ problem: TextBlocks.Problem) -> Failure {
        switch problem {
        case .unreadable(let code): unreadable(code)
        case .notInEncoding(let name, let newlines):
            failure(
                "E0813", "\(path):\(newlines + 1): these bytes mean nothing in \(name)",
                hint: "it is in another encoding, or damaged there")
        case .otherMark(let said, let mark):
            failure(
                "E0814", "\(path) begins with the mark of \(mark), and `encoding \(said)` was said",
                hint: "leave the clause out")
        case .unmarked(let name):
            failure(
                "E0809", "\(path):1: this is not UTF-8: every second byte is zero, as in UTF-16",
                hint: "say `encoding \(name)`")
        }
    }

    func notUTF8(line: Int, _ guess: EncodingGuess) -> Failure {
        let ways = guess.names.map { "`encoding \($0)`" }.joined(separator: " or ")
        var failure = failure(
            "E0809", "\(path):\(line): this is not UTF-8",
            hint: guess.names.isEmpty ? "say `encoding NAME`, or save the file as UTF-8" : "say \(ways)")
        if let reading = guess.reading, let name = guess.names.first {
            failure.diagnostic.notes.append("in \(name) the line reads: \(reading)")
        }
        return failure
    }

    /// A row with more cells than the header. What stands beyond is told, for no column of the file of failures has it.
    ///
    /// - Parameter cells: more than there are columns.
    func longRow(cells: Int, columns: Int, _ dialect: TableDialect, surplus: [String]) -> Failure {
        let separator = Separator.phrase(dialect.separator)
        let beyond = surplus.map { "`\($0)`" }.joined(separator: ", ")
        return failure(
            "E0804",
            "\(Self.count(cells, "cell")) where the header has \(columns); beyond it: \(beyond)",
            hint: "a cell that holds \(separator) without quotes, or a quote left open above")
    }

    /// Rows of several cells below a header of one.
    func noColumns(line: Int, cells: Int) -> Failure {
        failure(
            "E0804", "\(path):\(line): \(Self.count(cells, "cell")) where the header has 1",
            hint: "the header line holds no separator that was found: name it, `separator \";\"`")
    }

    func noSeparator(_ text: String) -> Failure {
        failure(
            "E0812", "cells cannot be separated by `\(text)`",
            hint: "one character, or \(Separator.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    func unknownEncoding(_ name: String) -> Failure {
        let near = Nearest.word(name.lowercased(), in: TextEncoding.usual)
        return failure(
            "E0815", "no encoding is called `\(name)`",
            hint: near.map { "did you mean `\($0)`?" } ?? "`iconv -l` lists the names")
    }

    func unknownWord(_ word: String, of clause: FileClause) -> Failure {
        failure(
            "E0816", "`\(clause.rawValue)` cannot be `\(word)`",
            hint: "one of \(clause.words.joined(separator: ", "))")
    }

    // MARK: Notes

    /// How a table is read, where that is not by commas (tabs in a `.tsv`) and as UTF-8.
    func forms(of source: TextSource, _ dialect: TableDialect) -> [Diagnostic] {
        var notes = encodingNotes(source)
        let separator = Separator.phrase(dialect.separator)
        switch dialect.reason {
        case .usual, .said: break
        case .header: notes.append(note("N0812", "\(path) is separated by \(separator), by its header line"))
        case .line: notes.append(note("N0812", "\(path) is separated by \(separator), by its line `sep=`"))
        }
        if let rival = dialect.rival {
            let other = Separator.phrase(rival)
            notes.append(
                note(
                    "N0813", "\(path) is read as separated by \(separator); \(other) would part its lines as evenly",
                    hint: "say `separator`"))
        }
        return notes
    }

    func formsOfLines(_ source: TextSource, isSaid: Bool) -> [Diagnostic] {
        if isSaid { return encodingNotes(source) }
        return encodingNotes(source) + [
            note(
                "N0812", "\(path) is read as lines, each a row with its `\(LineRows.column)`",
                hint: "a table has a `separator`")
        ]
    }

    private func encodingNotes(_ source: TextSource) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if let mark = source.blocks.mark { notes.append(note("N0812", "\(path) is read as \(mark), by its mark")) }
        if source.blocks.looksLikeUTF8 {
            notes.append(
                note(
                    "N0815", "\(path) could be UTF-8 as well",
                    hint: "without `encoding` it is read as that"))
        }
        return notes
    }

    func shortRows(_ rows: LineCount) -> Diagnostic {
        let phrase = rows.count == 1 ? "1 row lacks cells at its end" : "\(rows.count) rows lack cells at their ends"
        return note("N0816", "\(path): \(phrase), which are taken as empty (\(rows.phrase))")
    }

    func doubled(_ columns: [(said: String, name: String)]) -> Diagnostic {
        let names = columns.prefix(4).map { "the next `\($0.said)` is `\($0.name)`" }.joined(separator: ", ")
        return note("N0814", "\(path) has columns of one name: \(names)")
    }

    private func note(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.note, code, message, at: location, hint: hint)
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
