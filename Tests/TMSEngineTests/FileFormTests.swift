import TMSBase
import TMSCommands
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing

@testable import TMSEngine

/// The form of a file, told by its bytes or by the script, and what is said where it is wrong.
@Suite struct FileFormTests {
    let folder = Folder()
    let location = SourceLocation(SourceFile(name: "-c", text: "open \"a.csv\""), SourceRange(5, 12))

    private func open(
        _ bytes: [UInt8], _ name: String = "a.csv", _ options: [FileClause: String] = [:]
    ) async -> (rows: [Value], failure: Failure?, bench: Bench) {
        folder.write(name, bytes)
        let bench = Bench(directory: folder.path)
        let (rows, failure) = await bench.rows(.open(FileName(name), FileOptions(options), location))
        return (rows, failure, bench)
    }

    private func keys(_ row: Value?) -> [String] {
        guard case .record(let record)? = row else { return [] }
        return record.shape.keys
    }

    @Test func `bytes that mean nothing in the encoding are named by their line`() async {
        let failure = await open(Array("a\nok\n".utf8) + [0x81, 10], "a.csv", [.encoding: "cp1252"]).failure
        #expect(failure?.diagnostic.code == "E0813")
        #expect(failure?.diagnostic.message == "a.csv:3: these bytes mean nothing in cp1252")
    }

    @Test func `a file that ends within a character is named too`() async {
        let failure = await open(Array("a\n".utf8) + [0x82], "a.csv", [.encoding: "shift_jis"]).failure
        #expect(failure?.diagnostic.message == "a.csv:2: these bytes mean nothing in shift_jis")
    }

    @Test func `a mark wins over an encoding that is another`() async {
        let failure = await open([0xEF, 0xBB, 0xBF, 0x61, 10], "a.csv", [.encoding: "cp1252"]).failure
        #expect(failure?.diagnostic.code == "E0814")
        #expect(await open([0xEF, 0xBB, 0xBF, 0x61, 10, 0x62], "a.csv", [.encoding: "utf8"]).rows.count == 1)
    }

    @Test func `UTF-16 without its mark is not taken for text with zeros`() async {
        let bytes = "number,via,title\n1,2,3\n".utf8.flatMap { [$0, 0] as [UInt8] }
        let failure = await open(bytes).failure
        #expect(failure?.diagnostic.code == "E0809")
        #expect(failure?.diagnostic.hint == "say `encoding utf-16le`")
        let read = await open(bytes, "a.csv", [.encoding: "utf-16le"])
        #expect(keys(read.rows.first) == ["number", "via", "title"])
    }

    @Test func `an encoding is proposed that the bytes mean something in`() async {
        let western = await open(Array("a\ncaf".utf8) + [0xE9, 10]).failure
        #expect(western?.diagnostic.hint == "say `encoding cp1252`")
        #expect(western?.diagnostic.notes == ["in cp1252 the line reads: café"])
        let chinese: [UInt8] = [0xB9, 0xD2, 0xBA, 0xC5, 0xD0, 0xA1, 0xB0, 0xFC]
        let eastern = await open(Array("a\n".utf8) + chinese + [10]).failure
        #expect(eastern?.diagnostic.hint?.hasPrefix("say `encoding gb18030`") == true)
        #expect(eastern?.diagnostic.notes == ["in gb18030 the line reads: 挂号小包"])
    }

    @Test func `what could be UTF-8 as well is told of`() async {
        let read = await open(Array("a\ncafé\n".utf8), "a.csv", [.encoding: "cp1252"])
        #expect(read.bench.diagnostics.map(\.code) == ["N0815"])
    }

    @Test(arguments: [
        ("E0812", [FileClause.separator: "ab"]), ("E0812", [.separator: "x"]), ("E0812", [.separator: "\""]),
        ("E0815", [.encoding: "cp1252000"]), ("E0815", [.encoding: ""]), ("E0815", [.encoding: "utf-8//TRANSLIT"]),
        ("E0816", [.dates: "ymd"]), ("E0816", [.decimals: "semicolon"]),
    ])
    func `what cannot be said of a file is refused`(code: String, said: [FileClause: String]) async {
        #expect(await open(Array("a,b\n1,2\n".utf8), "a.csv", said).failure?.diagnostic.code == code)
    }

    @Test func `rows that are too long are told of, the others are read, and the whole fails`() async {
        let read = await open(Array("a,b\n1,2\n3,4,5\n6,7\n".utf8))
        #expect(read.rows.map { $0["a"] } == ["1", "6"])
        #expect(
            read.bench.failedRows.map(\.told.message) == ["a.csv:3: 3 cells where the header has 2; beyond it: `5`"])
        #expect(read.failure?.diagnostic.code == "E0817")
        #expect(read.failure?.status == .partial)
    }

    @Test func `the other rows of a file are tracked where one is too long`() async {
        folder.write("orders.csv", "number,title\nRR100200300SG,a\nRR100200301SG,b,c\nRR100200302SG,d\n")
        let bench = Bench(directory: folder.path)
        var line = Line(
            "track from \"orders.csv\" via ups", verb: "track", clauses: [("via", .values([.string("ups")]))])
        line.call.file = CallArgument([.string("orders.csv")], SourceRange(11, 23))
        let result = await bench.rows(line)
        #expect(result.rows.count == 2)
        #expect(result.failure?.status == .partial)
        #expect(
            bench.failedRows.map(\.told.message) == ["orders.csv:3: 3 cells where the header has 2; beyond it: `c`"])
    }

    @Test func `cells left out are told of once, with their number and lines`() async {
        let rows = (0..<20).map { $0 % 2 == 0 ? "1,2,3" : "1" }.joined(separator: "\n")
        let read = await open(Array("a,b,c\n\(rows)\n".utf8))
        #expect(read.rows.count == 20)
        let notes = read.bench.diagnostics
        #expect(notes.map(\.code) == ["N0816"])
        #expect(
            notes.first?.message
                == "a.csv: 10 rows lack cells at their ends, which are taken as empty (lines 3, 5, 7, 9, 11, …)")
    }

    @Test func `short rows survive being sorted out, kept and saved`() async {
        let rows = await open(Array("a,b\n1\n\"2\"\n3,4\n".utf8)).rows
        var codec = RowCodec()
        let bytes = codec.encode(rows[...])
        #expect(
            codec.decode(Array(bytes.dropFirst(RowCodec.headLength))).map { [$0["a"], $0["b"]] } == [
                ["1", ""], ["2", ""], ["3", "4"],
            ])
    }

    @Test(arguments: [
        (["a", "a", "a 2", ""], ["a", "a 3", "a 2", "column 4"]),
        ([" a ", "\u{A0}b\u{A0}", "c\u{200B}"], ["a", "b", "c"]),
        (["two\nlines", "tab\there", "\u{FEFF}x"], ["two lines", "tab here", "x"]),
        (["column 2", ""], ["column 2", "column 3"]),
        (["a  b", "挂号"], ["a  b", "挂号"]),
    ])
    func `each column has a name that can be typed, and its own`(header: [String], names: [String]) {
        #expect(ColumnName(header: header).names == names)
    }

    @Test func `columns of one name and two readings are told of`() async {
        #expect(await open(Array("a,a\n1,2\n".utf8)).bench.diagnostics.map(\.code) == ["N0814"])
        let both = await open(Array("n;p|q\n1;2|3\n".utf8))
        #expect(both.bench.diagnostics.map(\.code) == ["N0812", "N0813"])
    }

    @Test(arguments: [
        ("n;w\n1;2\n", UInt8(ascii: ";")), ("n,w\n1;2,3\n", UInt8(ascii: ",")), ("n|w\n", UInt8(ascii: "|")),
        ("Name; or company\nBob\n", UInt8(ascii: ",")), ("\"a;b\",c\n1,2\n", UInt8(ascii: ",")),
        ("Name;Price, net\nlamp;1,50\n", UInt8(ascii: ";")), ("one\n1;2\n", UInt8(ascii: ",")),
    ])
    func `the header line tells what separates the cells`(text: String, separator: UInt8) {
        let dialect = TableDialect(Array(text.utf8), isWhole: true, usual: UInt8(ascii: ","), said: nil)
        #expect(dialect.separator == separator)
    }

    @Test func `a text is a table only where there is no doubt`() async {
        #expect(keys(await open(Array("a;b\n1;2\n".utf8), "a.txt").rows.first) == ["a", "b"])
        for text in ["Dear Sir, where is it\nThanks, Bob\n", "number\n300403513351\n", "a;b\n1\n2;3\n", ""] {
            let read = await open(Array(text.utf8), "a.txt")
            #expect(read.failure == nil)
            #expect(keys(read.rows.first) == (text.isEmpty ? [] : ["text"]), "\(text)")
        }
        #expect(keys(await open(Array("a;b\n1\n2;3\n".utf8), "a.txt", [.separator: ";"]).rows.first) == ["a", "b"])
    }

    @Test func `lines of any length are read whole, and blank ones are rows`() async {
        let long = String(repeating: "x", count: 200_000)
        let read = await open(Array("\u{FEFF}one\r\n\n\(long)\nlast".utf8), "a.txt")
        #expect(read.rows.map { $0["text"] } == ["one", "", long, "last"])
    }

    @Test func `a large file of another encoding is read in pieces`() async {
        let line = "0123456789,caf".utf8 + [0xE9, 10]
        let bytes = Array("n,t\n".utf8) + (0..<20_000).flatMap { _ in line }
        let read = await open(bytes, "a.csv", [.encoding: "cp1252"])
        #expect(read.rows.count == 20_000)
        #expect(read.rows.allSatisfy { $0["t"] == "café" })
    }
}
