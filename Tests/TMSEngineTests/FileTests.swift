import Glibc
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSyntax
import TMSTestSupport
import Testing

/// A folder that is gone when the test is.
final class Folder {
    let path: String
    init() {
        var template = Array("/tmp/tms-test-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
    }
    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    var names: [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ name: String, _ bytes: [UInt8]) {
        let file = fopen(path + "/" + name, "w")
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

    func read(_ name: String) -> String? {
        guard let file = fopen(path + "/" + name, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 22)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }
}

@Suite struct FileTests {
    let folder = Folder()
    let location = SourceLocation(SourceFile(name: "-c", text: "open \"a.csv\""), SourceRange(5, 12))

    func open(_ name: String) async -> (rows: [Value], failure: Failure?) {
        await Bench(directory: folder.path).rows(.open(FileName(name), FileOptions(), location))
    }

    func save(_ name: String, _ rows: [[Value]], commits: Bool = true) async -> Failure? {
        let bench = Bench(directory: folder.path)
        guard
            case .writer(let id) = await bench.driver.answer(
                .save(FileName(name), ResultDescription(location: location), location))
        else { return nil }
        for part in rows {
            if case .failed(let failure) = await bench.driver.answer(.write(id, part)) { return failure }
        }
        let answer = await bench.driver.answer(commits ? .commit(id) : .abandon(id))
        if case .failed(let failure) = answer { return failure }
        return nil
    }

    func record(_ pairs: KeyValuePairs<String, Value>) -> Value {
        .record(Record(shape: Shape(keys: pairs.map(\.key)), values: pairs.map(\.value)))
    }

    func cells(_ text: String, name: String = "a.csv") async -> [[String]]? {
        folder.write(name, text)
        let (rows, failure) = await open(name)
        guard failure == nil else { return nil }
        return rows.map { row in
            if case .record(let record) = row { record.values.map(\.plainText) } else { [] }
        }
    }

    @Test func `cells keep every character`() async {
        #expect(
            await cells("number,title\n0012345678905, cute \"pillow\" \r\n\"a,b\",\"say \"\"hi\"\"\nthere\"\n") == [
                ["0012345678905", " cute \"pillow\" "], ["a,b", "say \"hi\"\nthere"],
            ])
    }

    @Test func `a byte order mark, a missing last newline and blank lines are no rows`() async {
        #expect(await cells("\u{FEFF}a,b\n\n1,2\n\n3,4") == [["1", "2"], ["3", "4"]])
        guard case .record(let record)? = await open("a.csv").rows.first else { return }
        #expect(record.shape.keys == ["a", "b"])
    }

    @Test(arguments: [
        ("a\n1,2\n", "a.csv:2: 2 cells where the header has 1"),
        ("a,b\n1,\"2\n", "a.csv:2: a quote opens here and never closes"),
        ("a,b\n\"1\"x,2\n", "a.csv:2: text after a closing quote"),
    ])
    func `what is broken is named with file and line`(text: String, message: String) async {
        folder.write("a.csv", text)
        #expect(await open("a.csv").failure?.diagnostic.message == message)
    }

    @Test func `bytes that are no text are refused with their line`() async {
        folder.write("a.csv", Array("a\nok\n".utf8) + [0xFF, 10])
        #expect(await open("a.csv").failure?.diagnostic.message == "a.csv:3: this is not UTF-8")
    }

    @Test func `a missing file says so under the path`() async {
        let failure = await open("none.csv").failure
        #expect(failure?.diagnostic.message == "cannot read none.csv: there is no such file")
        #expect(failure?.diagnostic.location == location)
        #expect(await open("none.xyz").failure?.diagnostic.code == "E0803")
        #expect(await open("/tmp/.csv").failure != nil)
    }

    @Test func `tab separated cells need no quotes for commas`() async {
        #expect(await cells("a\tb\n1,5\t2\n", name: "a.tsv") == [["1,5", "2"]])
    }

    @Test func `JSON files are read as rows, and errors name the line`() async {
        folder.write("a.json", "[\n{\"a\": 1},\n{\"a\": 12345678901234567890}\n]\n")
        #expect(await open("a.json").rows.map { $0["a"] } == ["1", "12345678901234567890"])
        folder.write("a.json", "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n")
        #expect(await open("a.json").rows.map { $0["a"] } == ["{\"b\":1}"])
        folder.write("a.jsonl", "{\"a\":1}\n\n{\"a\":2}")
        #expect(await open("a.jsonl").rows.map { $0["a"] } == ["1", "2"])
        folder.write("a.jsonl", "{\"a\":1}\n{\"a\":}\n")
        #expect(await open("a.jsonl").failure?.diagnostic.message.hasPrefix("a.jsonl:2: not JSON") == true)
    }

    @Test func `hostile JSON is kept as it stands`() async {
        let digits = String(repeating: "9", count: 400)
        let text = "{\"a\":1e999999,\"b\":\(digits),\"c\":-0.0e-5,\"a\":2,\"\\u0000\":\"\\ud83d\\ude00\"}\n"
        folder.write("a.jsonl", "\u{FEFF}" + text)
        let rows = await open("a.jsonl").rows
        #expect(rows.first?["a"] == "1e999999")
        #expect(rows.first?["b"] == digits)
        _ = await save("b.jsonl", [rows])
        #expect(folder.read("b.jsonl") == text.replacing("\\ud83d\\ude00", with: "\u{1F600}"))
    }

    @Test(arguments: [
        ("[\n{\"a\":\"\\ud800\"}]", "a.json:2: not JSON: half of a surrogate pair stands alone"),
        ("[1,\n" + String(repeating: "[", count: 100_000), "a.json:2: not JSON: it ends in the middle of a value"),
        (
            "[1,\n" + String(repeating: "[", count: 600) + String(repeating: "]", count: 601),
            "a.json:2: not JSON: it is nested too deeply"
        ),
        ("[\n1,\n01]", "a.json:3: not JSON: this is not a number as JSON writes it"),
    ])
    func `hostile JSON is refused by file and line`(text: String, message: String) async {
        folder.write("a.json", text)
        #expect(await open("a.json").failure?.diagnostic.message == message)
    }

    @Test func `JSON that is not UTF-8 is refused by file and line`() async {
        folder.write("a.json", Array("[\n{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}]".utf8))
        #expect(await open("a.json").failure?.diagnostic.message == "a.json:2: not JSON: this text is not UTF-8")
    }

    @Test func `any text survives being saved and opened again`() async throws {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array(",\"\n\r\t;' abc01é挂🎁\u{FEFF}")
        for name in ["r.csv", "r.tsv"] {
            let texts = (0..<300).map { _ in
                [0, 1].map { _ in
                    String(
                        (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
                    )
                }
            }
            let rows = texts.map { record(["first": .string($0[0]), "second": .string($0[1])]) }
            #expect(await save(name, [rows]) == nil)
            let read = await open(name)
            #expect(read.failure == nil)
            #expect(read.rows.map { [$0["first"], $0["second"]] } == texts.map { [$0[0], $0[1]] })
        }
    }

    @Test func `a byte order mark before a name is no part of it`() async {
        folder.write("a.csv", "\n\u{FEFF}via\n4px\n")
        #expect(await open("a.csv").rows.map { $0["via"] } == ["4px"])
    }

    @Test func `a lone empty cell survives`() async {
        _ = await save("r.csv", [[record(["a": .string("")]), record(["a": .string("x")])]])
        #expect(folder.read("r.csv") == "a\n\"\"\nx\n")
        #expect(await open("r.csv").rows.map { $0["a"] } == ["", "x"])
    }

    @Test func `the header is the union of keys, in the order they were seen`() async {
        _ = await save("r.csv", [[record(["a": .integer(1)])], [record(["b": .string("x,y"), "a": .integer(2)])]])
        #expect(folder.read("r.csv") == "a,b\n1,\n2,\"x,y\"\n")
        #expect(folder.names == ["r.csv"])
    }

    @Test func `nothing stands under the name before the commit`() async {
        folder.write("r.csv", "old")
        _ = await save("r.csv", [[record(["a": .integer(1)])]], commits: false)
        #expect(folder.read("r.csv") == "old")
        #expect(folder.names == ["r.csv"])
    }

    @Test func `JSON keeps what JSON held`() async {
        _ = await save(
            "r.json", [[record(["n": .null, "big": .text(Text("1e3", isNumberLexeme: true)), "t": .string("1e3")])]])
        #expect(folder.read("r.json") == "[\n{\"n\":null,\"big\":1e3,\"t\":\"1e3\"}\n]\n")
        _ = await save("e.json", [])
        #expect(folder.read("e.json") == "[]\n")
        _ = await save("r.jsonl", [[record(["a": .integer(1)]), .string("x")]])
        #expect(folder.read("r.jsonl") == "{\"a\":1}\n\"x\"\n")
    }

    @Test func `a folder that is not there is a plain message`() async {
        let bench = Bench(directory: folder.path)
        guard
            case .failed(let failure) = await bench.driver.answer(
                .save(FileName("no/r.csv"), ResultDescription(location: location), location))
        else {
            Issue.record("a file was made")
            return
        }
        #expect(failure.diagnostic.message == "cannot write no/r.csv: there is no such file")
    }

    @Test func `a prefix of a table never traps`() async {
        let whole = "a,\"b\"\n1,\"x\"\"y\r\nz\"\r\n2,é\n"
        for count in 0...whole.utf8.count {
            folder.write("p.csv", Array(whole.utf8.prefix(count)))
            _ = await open("p.csv")
        }
    }

    @Test func `track from a file sends its rows in batches`() async throws {
        let rows = (0..<95).map { "RR\(100_000 + $0)SG,item \($0)" }
        folder.write("orders.csv", "No,title\n" + rows.joined(separator: "\n"))
        let bench = Bench(directory: folder.path)
        var line = Line(
            "track from \"orders.csv\" number=No via ups", verb: "track", clauses: [("via", .values([.string("ups")]))])
        line.call.file = CallArgument([.string("orders.csv")], SourceRange(11, 23))
        line.call.columns = [ColumnSyntax(label: "number", labelRange: .none, column: "No", range: .none)]
        let result = await bench.rows(line)
        #expect(result.failure == nil)
        #expect(result.rows.count == 95)
        #expect(bench.transport.lines == Array(repeating: "POST /trackings/batch", count: 3))
        #expect(bench.transport.requests.first?.body.contains("\"title\":\"item 0\"") == true)
    }
}
