import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing

@testable import TMSEngine

/// Tables of random bytes against a reader that is too simple to be wrong.
@Suite struct TableFuzzTests {
    let folder = Folder()
    let location = SourceLocation(SourceFile(name: "-c", text: "open \"a.csv\""), SourceRange(5, 12))

    func open(_ name: String) async -> (rows: [Value], failure: Failure?) {
        await Bench(directory: folder.path).rows(.open(FileName(name), FileOptions(), location))
    }

    func save(_ name: String, _ rows: [Value]) async {
        let bench = Bench(directory: folder.path)
        guard
            case .writer(let id) = await bench.driver.answer(
                .save(FileName(name), ResultDescription(location: location), location))
        else { return }
        _ = await bench.driver.answer(.write(id, rows))
        _ = await bench.driver.answer(.commit(id))
    }

    func cells(_ rows: [Value]) -> [[String]] {
        rows.map { row in if case .record(let record) = row { record.values.map(\.plainText) } else { [] } }
    }

    @Test(arguments: 0..<40) func `any text is written and read back byte for byte, also when copied`(seed: Int) async {
        var random = TableRandom(seed: seed)
        let columns = Int.random(in: 1...5, using: &random)
        let keys = ColumnName(header: (0..<columns).map { random.text() + "\($0)" }).names
        // Some are longer than the blocks they are read in.
        let count = seed % 4 == 0 ? 3_000 : 50
        let rows = (0..<count).map { _ in (0..<columns).map { _ in random.text(longest: seed % 4 == 0 ? 60 : 12) } }
        let shape = Shape(keys: keys)
        let name = seed % 2 == 0 ? "a.csv" : "a.tsv"
        await save(name, rows.map { .record(Record(shape: shape, values: $0.map { .string($0) })) })
        let read = await open(name)
        #expect(read.failure == nil)
        #expect(cells(read.rows) == rows)
        guard case .record(let first)? = read.rows.first else { return }
        #expect(first.shape.keys == keys)
        await save("b" + name.dropFirst(), read.rows)
        #expect(folder.read("b" + name.dropFirst()) == folder.read(name))
        await save(name == "a.csv" ? "c.tsv" : "c.csv", read.rows)
        #expect(cells(await open(name == "a.csv" ? "c.tsv" : "c.csv").rows) == rows)
    }

    @Test(arguments: 0..<600) func `any bytes are read as they stand, or refused by file and line`(seed: Int) async {
        var random = TableRandom(seed: seed)
        let bytes = random.bytes(Int.random(in: 0...60, using: &random))
        folder.write("a.csv", bytes)
        let (rows, failure) = await open("a.csv")
        switch PlainReader.read(bytes) {
        case .table(let records, let longRows):
            #expect(failure?.diagnostic.code == (longRows > 0 ? "E0817" : nil), "\(bytes)")
            #expect(cells(rows) == Array(records.dropFirst()), "\(bytes)")
            // Rows copied as they stand are those that would be written.
            guard case .record(let first)? = rows.first else { return }
            await save("copied.csv", rows)
            await save(
                "written.csv",
                cells(rows).map { .record(Record(shape: first.shape, values: $0.map { .string($0) })) })
            #expect(folder.read("copied.csv") == folder.read("written.csv"), "\(bytes)")
        case .refused:
            #expect(failure?.diagnostic.message.wholeMatch(of: /a\.csv:\d+: .+/) != nil, "\(bytes)")
        }
    }
}

/// Random text with all that tables stumble over.
struct TableRandom: RandomNumberGenerator {
    private var random: SeededRandom

    init(seed: Int) { random = SeededRandom(seed: UInt64(seed)) }

    mutating func next() -> UInt64 { random.next() }

    mutating func text(longest: Int = 8) -> String {
        let alphabet: [Unicode.Scalar] = [
            ",", "\"", "\n", "\r", "\t", ";", "'", " ", "a", "b", "0", "\u{0}", "é", "挂", "\u{1F381}", "\u{FEFF}",
            "\u{85}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...longest, using: &self) { text.append(alphabet.randomElement(using: &self)!) }
        return String(text)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        let alphabet = Array(",,,\"\"\n\n\n\rab\u{0}é".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0xED, 0xA0]
        return (0..<count).map { _ in alphabet.randomElement(using: &self)! }
    }
}

/// RFC 4180, a character at a time.
enum PlainReader {
    enum Result {
        /// Header and rows, all of one length, and how many were longer.
        case table([[String]], longRows: Int)
        case refused
    }

    /// Carriage returns alone end lines where no newline does.
    private static func lines(_ bytes: [UInt8]) -> [UInt8] {
        var isQuoted = false
        var ends = false
        for (place, byte) in bytes.enumerated() {
            if byte == 34 { isQuoted.toggle() }
            if byte == 10 { return bytes }
            if byte == 13, !isQuoted, place < bytes.count - 1 { ends = true }
        }
        return ends ? bytes.map { $0 == 13 ? 10 : $0 } : bytes
    }

    private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.prefix { $0 != 10 }.allSatisfy { $0 == 13 || $0 == 32 || $0 == 9 }
    }

    static func read(_ bytes: [UInt8]) -> Result {
        let lines = lines(bytes)
        let bytes = lines.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(lines[3...]) : lines
        var records: [[[UInt8]]] = []
        var at = 0
        while at < bytes.count {
            if isBlank(bytes[at...]) {
                at = (bytes[at...].firstIndex(of: 10) ?? bytes.count) + 1
                continue
            }
            var record: [[UInt8]] = []
            while true {
                var cell: [UInt8] = []
                if at < bytes.count, bytes[at] == 34 {
                    at += 1
                    while true {
                        guard at < bytes.count else { return .refused }
                        if bytes[at] == 34 {
                            at += 1
                            guard at < bytes.count, bytes[at] == 34 else { break }
                        }
                        cell.append(bytes[at])
                        at += 1
                    }
                    if bytes[min(at, bytes.count)...].starts(with: [13, 10])
                        || Array(bytes[min(at, bytes.count)...]) == [13]
                    {
                        at += 1
                    }
                    if at < bytes.count, bytes[at] != 44, bytes[at] != 10 { return .refused }
                } else {
                    while at < bytes.count, bytes[at] != 44, bytes[at] != 10 {
                        cell.append(bytes[at])
                        at += 1
                    }
                    if at >= bytes.count || bytes[at] == 10, cell.last == 13 { cell.removeLast() }
                }
                record.append(cell)
                let isMore = at < bytes.count && bytes[at] == 44
                at += 1
                if !isMore { break }
            }
            records.append(record)
        }
        var table: [[String]] = []
        for record in records {
            var row: [String] = []
            for cell in record {
                guard let text = String(validating: cell, as: UTF8.self) else { return .refused }
                row.append(text)
            }
            table.append(row)
        }
        guard let header = table.first else { return .table([], longRows: 0) }
        let fitting = table.filter { $0.count <= header.count }
        if header.count == 1, fitting.count < table.count { return .refused }
        return .table(
            fitting.map { $0 + Array(repeating: "", count: header.count - $0.count) },
            longRows: table.count - fitting.count)
    }
}
