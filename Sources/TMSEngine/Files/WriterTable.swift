import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax

/// The files a program is writing, by the names the machine knows them by.
struct WriterTable {
    private struct Entry {
        let writer: any RowWriter
        let message: FileMessage
        /// Whether a person is told of it.
        let isToldOf: Bool
        var rows = 0
    }

    private var entries: [WriterID: Entry] = [:]
    private var nextID = 1

    /// - Parameters:
    ///   - name: what the script calls the file.
    ///   - columns: what the header of a table says where there is no row.
    ///   - document: makes the forms that people read.
    ///   - shown: of each row what a table on the screen shows, for files that are to hold that.
    mutating func begin(
        _ path: String, _ name: String, _ description: ResultDescription, _ location: SourceLocation?,
        columns: @escaping () -> [String]? = { nil },
        document: (OutputFormat, ResultDescription) -> (any DocumentEncoder)?,
        shown: (any RowWriter) -> any RowWriter = { $0 }
    ) -> Answer {
        let message = FileMessage(path: name, location: location)
        if ScriptName.isOne(path) { return beginScript(path, description, message) }
        let format = OutputFormat(path: path)
        let asked = description.format.flatMap { OutputFormat(word: $0) }
        if let format, let asked, !asked.isSaved(as: format) { return .failed(message.otherForm(asked, format)) }
        let encoder = format.flatMap { document($0, description) }
        guard let format, format.canBeOpened || encoder != nil else {
            return .failed(message.unknownFormat(OutputFormat.suffixList(toOpen: false)))
        }
        let draft: FileDraft
        do { draft = try FileDraft(path: path) } catch { return .failed(message.unwritable(error.code)) }
        var writer: any RowWriter =
            switch (format, encoder) {
            case (_, let encoder?): DocumentWriter(draft, encoder)
            case (.csv, _): TableWriter(draft, .csv, columnsOfNone: columns)
            case (.tsv, _): TableWriter(draft, .tsv, columnsOfNone: columns)
            case (.json, _): JSONArrayWriter(draft)
            default: JSONLinesWriter(draft)
            }
        if encoder == nil, asked == .table || asked == .plain { writer = shown(writer) }
        return .writer(enter(writer, message, description))
    }

    /// A script, of which only rows of the history can be made.
    private mutating func beginScript(
        _ path: String, _ description: ResultDescription, _ message: FileMessage
    ) -> Answer {
        let hasText = description.columns.map { $0.contains(StatementsWriter.text) } ?? true
        guard description.schema == Schema.history.name, hasText else { return .failed(message.noStatements) }
        do {
            return .writer(enter(StatementsWriter(try FileDraft(path: path)), message, description))
        } catch {
            return .failed(message.unwritable(error.code))
        }
    }

    private mutating func enter(
        _ writer: any RowWriter, _ message: FileMessage, _ description: ResultDescription
    ) -> WriterID {
        let id = WriterID(nextID)
        nextID += 1
        entries[id] = Entry(writer: writer, message: message, isToldOf: description.isToldOf)
        return id
    }

    mutating func write(_ rows: [Value], to id: WriterID) -> Answer {
        guard let entry = entries[id] else { return .done }
        do {
            try entry.writer.write(rows)
            entries[id]?.rows += rows.count
            return .done
        } catch {
            abandon(id)
            return .failed(entry.message.unwritable(error.code))
        }
    }

    /// - Parameter tell: told of a file that stands, if a person is to be.
    mutating func commit(_ id: WriterID, tell: (OutputEvent) -> Void = { _ in }) -> Answer {
        guard let entry = entries.removeValue(forKey: id) else { return .done }
        do {
            try entry.writer.commit()
            if entry.isToldOf { tell(.saved(rows: entry.rows, entry.message.path)) }
            return .done
        } catch {
            entry.writer.discard()
            return .failed(entry.message.unwritable(error.code))
        }
    }

    mutating func abandon(_ id: WriterID) { entries.removeValue(forKey: id)?.writer.discard() }

    mutating func abandonAll() {
        for entry in entries.values { entry.writer.discard() }
        entries = [:]
    }
}
