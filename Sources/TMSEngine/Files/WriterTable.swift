import TMSRuntime
import TMSSyntax

/// The files a program is writing, by the names the machine knows them by.
struct WriterTable {
    private struct Entry {
        let writer: any RowWriter
        let message: FileMessage
    }

    private var entries: [WriterID: Entry] = [:]
    private var nextID = 1

    /// - Parameters:
    ///   - name: what the script calls the file.
    ///   - document: makes the forms that people read.
    mutating func begin(
        _ path: String, _ name: String, _ description: ResultDescription, _ location: SourceLocation?,
        document: (OutputFormat, ResultDescription) -> (any DocumentEncoder)?
    ) -> Answer {
        let message = FileMessage(path: name, location: location)
        let format = OutputFormat(path: path)
        let encoder = format.flatMap { document($0, description) }
        guard let format, format.canBeOpened || encoder != nil else {
            return .failed(message.unknownFormat(OutputFormat.suffixList(toOpen: false)))
        }
        let draft: FileDraft
        do { draft = try FileDraft(path: path) } catch { return .failed(message.unwritable(error.code)) }
        let writer: any RowWriter =
            switch (format, encoder) {
            case (_, let encoder?): DocumentWriter(draft, encoder)
            case (.csv, _): TableWriter(draft, .csv)
            case (.tsv, _): TableWriter(draft, .tsv)
            case (.json, _): JSONArrayWriter(draft)
            default: JSONLinesWriter(draft)
            }
        let id = WriterID(nextID)
        nextID += 1
        entries[id] = Entry(writer: writer, message: message)
        return .writer(id)
    }

    mutating func write(_ rows: [Value], to id: WriterID) -> Answer {
        guard let entry = entries[id] else { return .done }
        do {
            try entry.writer.write(rows)
            return .done
        } catch {
            abandon(id)
            return .failed(entry.message.unwritable(error.code))
        }
    }

    mutating func commit(_ id: WriterID) -> Answer {
        guard let entry = entries.removeValue(forKey: id) else { return .done }
        do {
            try entry.writer.commit()
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
