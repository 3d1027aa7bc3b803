import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Opens a data file as a source of rows, by its suffix.
enum FileRows {
    /// - Parameters:
    ///   - path: where the file is.
    ///   - name: what the script calls it.
    static func open(_ path: String, as name: String, _ location: SourceLocation) throws(Failure) -> any RowSource {
        let message = FileMessage(path: name, location: location)
        guard let format = OutputFormat(path: path), format.canBeOpened else {
            throw message.unknownFormat(OutputFormat.suffixList(toOpen: true))
        }
        let file: FileBlocks
        do { file = try FileBlocks(path: path) } catch { throw message.unreadable(error.code) }
        switch format {
        case .csv: return TableRows(file, delimiter: TableText.csv.delimiter, message)
        case .tsv: return TableRows(file, delimiter: TableText.tsv.delimiter, message)
        default: return JSONRows(file, message)
        }
    }
}

/// The items of the array in a JSON file, or the values on the lines of a JSON Lines file, a block at a time.
final class JSONRows: RowSource {
    private static let block = 1 << 18

    private let file: FileBlocks
    private let message: FileMessage
    private var reader = JSONRowReader()
    private var decoder = ValueDecoder()
    /// Bytes and newlines before the block that is being read.
    private var bytesBefore = 0
    private var newlinesBefore = 0

    init(_ file: FileBlocks, _ message: FileMessage) {
        self.file = file
        self.message = message
    }

    func next() async throws(Failure) -> RowChunk { try nextRows() }

    func nextRows() throws(Failure) -> RowChunk {
        let block: [UInt8]
        do { block = try file.read(Self.block) } catch { throw message.unreadable(error.code) }
        let rows: [JSON]
        do {
            rows = file.isAtEnd ? try reader.finish() : try reader.feed(block)
        } catch {
            let within = block.prefix(max(0, error.offset - bytesBefore)).count { $0 == 10 }
            throw message.badJSON(line: newlinesBefore + within + 1, error.reason.rawValue)
        }
        bytesBefore += block.count
        newlinesBefore += block.count { $0 == 10 }
        return RowChunk(rows: rows.map { decoder.value($0) }, isLast: file.isAtEnd)
    }
}
