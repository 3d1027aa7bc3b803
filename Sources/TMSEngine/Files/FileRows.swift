import TMSCommands
import TMSRuntime
import TMSSyntax
import TrackingMore

/// Opens a data file as a source of rows, by its suffix and by what the script says of it.
enum FileRows {
    /// - Parameters:
    ///   - path: where the file is.
    ///   - name: what the script calls it.
    static func open(
        _ path: String, as name: String, _ options: FileOptions = FileOptions(), _ location: SourceLocation
    ) throws(Failure) -> any RowSource {
        let message = FileMessage(path: name, location: location)
        guard let format = OutputFormat(path: path), format.canBeRead else {
            throw message.unknownFormat(OutputFormat.suffixList(toOpen: true))
        }
        let form = try FileForm(options, message)
        do throws(TextBlocks.Problem) {
            guard format.isTable || format == .txt else {
                let file: FileBlocks
                do { file = try FileBlocks(path: path) } catch { throw .unreadable(error.code) }
                return JSONRows(TextBlocks(file, encoding: form.encoding), form.reading, message)
            }
            let source = try TextSource(path: path, format: format, separator: form.cells, encoding: form.encoding)
            return switch source.form {
            case .table(let dialect): TableRows(source, dialect, reading: form.reading, message)
            case .lines(let start): LineRows(source, start: start, isSaid: form.cells == .lines, message)
            }
        } catch {
            throw message.unreadable(error)
        }
    }
}

/// The items of the array in a JSON file, or the values on the lines of a JSON Lines file, a block at a time.
final class JSONRows: FileRowSource {
    private static let block = 1 << 18

    private let file: TextBlocks
    private let message: FileMessage
    private var reader = JSONRowReader()
    private var decoder: ValueDecoder
    /// Bytes and newlines before the block that is being read.
    private var bytesBefore = 0
    private var newlinesBefore = 0
    /// The line of the row that began in an earlier block and is not complete yet.
    private var openLine = 1

    init(_ file: TextBlocks, _ reading: CellReading = CellReading(), _ message: FileMessage) {
        self.file = file
        self.message = message
        decoder = ValueDecoder(file: DataFile(name: message.path), reading: reading)
    }

    func nextRows() throws(Failure) -> RowChunk {
        let block: [UInt8]
        do { block = try file.read(Self.block) } catch { throw message.unreadable(error) }
        let rows: [JSON]
        do {
            rows = file.isAtEnd ? try reader.finish() : try reader.feed(block)
        } catch {
            let within = block.prefix(max(0, error.offset - bytesBefore)).count { $0 == 10 }
            throw message.badJSON(line: newlinesBefore + within + 1, error.reason.rawValue)
        }
        let lines = lines(of: reader.starts + (reader.openStart.map { [$0] } ?? []), in: block)
        bytesBefore += block.count
        newlinesBefore += block.count { $0 == 10 }
        openLine = lines.last ?? openLine
        return RowChunk(rows: zip(rows, lines).map { decoder.value($0, line: $1) }, isLast: file.isAtEnd)
    }

    /// The lines on which rows begin, in this block or in one before it.
    private func lines(of starts: [Int], in block: [UInt8]) -> [Int] {
        var line = newlinesBefore + 1
        var at = 0
        return starts.map { start in
            guard start >= bytesBefore else { return openLine }
            let place = min(start - bytesBefore, block.count)
            line += block[min(at, place)..<place].count { $0 == 10 }
            at = place
            return line
        }
    }
}
