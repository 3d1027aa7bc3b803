import TMSRuntime
import TMSSyntax

/// A file of text that has been opened: its first bytes have been looked at and tell how all of it is read.
struct TextSource {
    /// What its rows are.
    enum Form {
        case table(TableDialect)
        /// Each line is a row.
        case lines(start: Int)
    }

    let blocks: TextBlocks
    /// The first bytes, as UTF-8.
    let head: [UInt8]
    let form: Form

    private static let block = 1 << 16

    /// - Parameter format: what the end of the name says: a table of commas or tabs, or a text.
    init(
        path: String, format: OutputFormat, separator: FileForm.Cells, encoding: TextEncoding?
    ) throws(TextBlocks.Problem) {
        let file: FileBlocks
        do { file = try FileBlocks(path: path) } catch { throw .unreadable(error.code) }
        blocks = TextBlocks(file, encoding: encoding)
        var head = try blocks.read(Self.block)
        // A pipe gives what it has: a header, and the lines that tell what parts it, are waited for.
        while head.count < Self.block, !blocks.isAtEnd, head.count(where: { $0 == UInt8(ascii: "\n") }) < 2 {
            head = try blocks.read(Self.block, after: head[...])
        }
        self.head = head
        let usual = format == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ",")
        let start = head.starts(with: TableDialect.mark) ? TableDialect.mark.count : 0
        switch separator {
        case .lines: form = .lines(start: start)
        case .separated(let byte):
            form = .table(TableDialect(head, isWhole: blocks.isAtEnd, usual: usual, said: byte))
        case .asFound:
            let dialect = TableDialect(head, isWhole: blocks.isAtEnd, usual: usual, said: nil)
            let isTable = format != .txt || dialect.reason == .line || Self.isTable(head, from: start, blocks.isAtEnd)
            form = isTable ? .table(dialect) : .lines(start: start)
        }
    }

    /// Whether the lines of a text are a table without doubt: as many cells each, and no sentence in the header.
    private static func isTable(_ head: [UInt8], from start: Int, _ isWhole: Bool) -> Bool {
        SeparatorSearch(head, from: start, isWhole: isWhole, usual: UInt8(ascii: "\t")).isClear
    }
}

/// What a script says of the form of a file, understood.
struct FileForm {
    enum Cells: Equatable {
        case asFound
        case separated(UInt8)
        case lines
    }

    var cells = Cells.asFound
    var encoding: TextEncoding?
    var reading = CellReading()

    init() {}

    init(_ options: FileOptions, _ message: FileMessage) throws(Failure) {
        if let text = options[.separator] {
            guard Separator.isKnown(text) else { throw message.noSeparator(text) }
            cells = Separator.byte(text).map { .separated($0) } ?? .lines
        }
        if let name = options[.encoding] {
            guard let known = TextEncoding(name) else { throw message.unknownEncoding(name) }
            encoding = known
        }
        if let word = options[.dates] {
            guard let order = DateOrder(rawValue: word.lowercased()) else {
                throw message.unknownWord(word, of: .dates)
            }
            reading.dates = order
        }
        if let word = options[.decimals] {
            guard let mark = DecimalMark(rawValue: word.lowercased()) else {
                throw message.unknownWord(word, of: .decimals)
            }
            reading.decimals = mark
        }
    }
}
