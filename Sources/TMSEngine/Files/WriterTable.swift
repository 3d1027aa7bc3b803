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

    mutating func begin(_ path: String, _ name: String, _ location: SourceLocation) -> Answer {
        let message = FileMessage(path: name, location: location)
        guard let format = FileFormat(path: path) else { return .failed(message.unknownFormat()) }
        let draft: FileDraft
        do { draft = try FileDraft(path: path) } catch { return .failed(message.unwritable(error.code)) }
        let writer: any RowWriter =
            switch format {
            case .csv, .tsv: TableWriter(draft, delimiter: format.delimiter)
            case .json: JSONArrayWriter(draft)
            case .jsonl: JSONLinesWriter(draft)
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
