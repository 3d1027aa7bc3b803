import Glibc
import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing

@testable import TMSEngine

/// Tables as other programs write them: any separator, encoding, line end and way of quoting. They are read to the cells
/// that were written.
@Suite struct ForeignTableTests {
    let folder = Folder()
    let location = SourceLocation(SourceFile(name: "-c", text: "open \"a.csv\""), SourceRange(5, 12))

    @Test(arguments: 0..<300) func `a table of another program is read to the cells that were written`(seed: Int) async
    {
        let table = ForeignTable(seed: UInt64(seed))
        folder.write("a.csv", table.bytes)
        let bench = Bench(directory: folder.path)
        let (rows, failure) = await bench.rows(.open(FileName("a.csv"), table.options, location))
        #expect(failure == nil, "\(table)")
        let cells = rows.map(self.cells)
        #expect(cells == table.rows, "\(table)")
        let names = ColumnName(header: table.header).names
        if case .record(let record)? = rows.first { #expect(record.shape.keys == names, "\(table)") }
        // The checker knows the very columns that the run finds.
        #expect(TableHeader.columns(path: folder.path + "/a.csv", format: .csv, table.options) == names, "\(table)")
        let short = bench.diagnostics.filter { $0.code == "N0816" }
        #expect(short.isEmpty == (table.shortRows == 0), "\(table)")
        // What tms makes of it is read back as it is.
        await save("b.csv", rows)
        let (again, _) = await Bench(directory: folder.path).rows(.open(FileName("b.csv"), FileOptions(), location))
        #expect(again.map(self.cells) == cells)
    }

    private func cells(_ row: Value) -> [String] {
        guard case .record(let record) = row else { return [] }
        return record.values.map(\.plainText)
    }

    private func save(_ name: String, _ rows: [Value]) async {
        let bench = Bench(directory: folder.path)
        guard
            case .writer(let id) = await bench.driver.answer(
                .save(FileName(name), ResultDescription(location: location), location))
        else { return }
        _ = await bench.driver.answer(.write(id, rows))
        _ = await bench.driver.answer(.commit(id))
    }
}

/// A table at random, and its bytes.
private struct ForeignTable: CustomStringConvertible {
    let header: [String]
    let rows: [[String]]
    let bytes: [UInt8]
    let options: FileOptions
    private(set) var shortRows = 0
    let description: String

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let separator = random.pick([",", ";", "\t", "|"])
        let lineEnd = random.pick(["\n", "\r\n", "\r"])
        let encoding = random.pick(["UTF-8", "UTF-8", "mark", "UTF-16LE", "UTF-16BE", "CP1252", "GB18030"])
        let letters = ["CP1252": "éüÄß€", "GB18030": "挂号小包é"][encoding] ?? "éü挂🎁"
        let quotesAll = random.once(in: 4)
        let endsInLine = !random.once(in: 4)
        let columns = 1 + random.below(6)
        let hasLine = random.once(in: 5)
        let saysSeparator = random.once(in: 5)
        var header: [String] = []
        for _ in 0..<columns {
            header.append(
                random.pick([
                    "Number", "Number", " Tracking Number ", "\u{A0}Carrier\u{A0}", "", "Order ID", "Gr\u{F6}\u{DF}e",
                    "Title\u{200B}", "a \"b\"", "Ship To",
                ]))
        }
        // What the encoding lacks is not in the table.
        if encoding == "GB18030" || encoding == "CP1252" {
            header = header.map { $0.replacing("\u{200B}", with: "") }
        }
        if encoding == "GB18030" { header = header.map { $0.replacing("\u{A0}", with: " ") } }
        // A header of one blank cell is no line at all.
        if columns == 1, header[0].isEmpty { header[0] = "Number" }
        self.header = header
        var rows: [[String]] = []
        for _ in 0..<random.below(12) {
            rows.append(
                (0..<columns).map { _ in
                    switch random.below(8) {
                    case 0: ""
                    case 1: "a\(separator)b"
                    case 2: "say \"hi\""
                    case 3: lineEnd == "\r" ? "x" : "two\nlines"
                    case 4: String(letters.shuffled(using: &random).prefix(3))
                    case 5: random.pick([" padded ", "0012345678905", "0,450", "3.5", "9400110200881234567"])
                    case 6: random.pick(["a;b", "c|d", "e,f"]).replacing(separator, with: "-")
                    default: "RB\(100_000_000 + random.below(1_000_000))CN"
                    }
                })
        }
        var text = hasLine ? "sep=\(separator)\(lineEnd)" : ""
        func line(_ cells: [String]) -> String {
            cells.map { cell in
                let needs =
                    cell.contains(separator) || cell.contains("\"") || cell.contains("\n")
                    || (columns == 1 && (cell.isEmpty || cell.contains(",")))
                return quotesAll || needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }.joined(separator: separator)
        }
        var lines = [line(header)]
        for row in rows {
            if random.once(in: 6) { lines.append(random.pick(["", "   "])) }
            var cells = row
            if random.once(in: 4) { while cells.count > 1, cells.last == "" { cells.removeLast() } }
            // One blank cell alone would be a blank line.
            if cells.count < columns, line(cells).allSatisfy({ $0 == " " }) { cells = row }
            if cells.count < columns { shortRows += 1 }
            lines.append(line(cells))
        }
        text += lines.joined(separator: lineEnd) + (endsInLine ? lineEnd : "")
        self.rows = rows
        var options = FileOptions()
        if saysSeparator { options[.separator] = separator }
        switch encoding {
        case "UTF-8": bytes = Array(text.utf8)
        case "mark": bytes = Array("\u{FEFF}\(text)".utf8)
        case "UTF-16LE", "UTF-16BE": bytes = Self.encoded("\u{FEFF}\(text)", encoding)
        default:
            bytes = Self.encoded(text, encoding)
            options[.encoding] = encoding.lowercased()
        }
        self.options = options
        description = "\(encoding) \(options) \(text.debugDescription)"
    }

    private static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
        let converter = iconv_open(encoding, "UTF-8")
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        let room = output.count
        let left = input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from: UnsafeMutablePointer<CChar>? = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to: UnsafeMutablePointer<CChar>? = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (count, left) = (input.count, room)
                precondition(iconv(converter, &from, &count, &to, &left) != Int(bitPattern: UInt.max), "\(text)")
                return left
            }
        }
        return Array(output.prefix(room - left))
    }
}
