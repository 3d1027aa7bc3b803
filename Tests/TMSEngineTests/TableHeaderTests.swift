import TMSEngine
import Testing

/// The checker reads the header of a table with the scanner that reads its rows.
@Suite struct TableHeaderTests {
    let folder = Folder()

    @Test(arguments: [
        ("\"a \"\"b\"\"\",c\n1,2\n", ["a \"b\"", "c"]), ("\u{FEFF}number,via\r\n", ["number", "via"]),
        ("\n\nnumber\n", ["number"]), ("\"x\ny\",z", ["x\ny", "z"]), ("", []),
    ])
    func `a header is read as its rows are`(text: String, columns: [String]) {
        folder.write("in.csv", text)
        #expect(TableHeader.columns(path: folder.path + "/in.csv", delimiter: UInt8(ascii: ",")) == columns)
    }

    @Test func `a header that cannot be told is none`() {
        folder.write("in.csv", String(repeating: "column,", count: 20_000))
        #expect(TableHeader.columns(path: folder.path + "/in.csv", delimiter: UInt8(ascii: ",")) == nil)
        folder.write("open.csv", "\"never closed\n")
        #expect(TableHeader.columns(path: folder.path + "/open.csv", delimiter: UInt8(ascii: ",")) == nil)
        #expect(TableHeader.columns(path: folder.path + "/missing.csv", delimiter: UInt8(ascii: ",")) == nil)
    }
}
