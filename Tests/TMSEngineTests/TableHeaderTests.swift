import TMSEngine
import TMSSyntax
import Testing

/// The checker reads the header of a table with the scanner that reads its rows.
@Suite struct TableHeaderTests {
    let folder = Folder()

    @Test(arguments: [
        ("\"a \"\"b\"\"\",c\n1,2\n", ["a \"b\"", "c"]), ("\u{FEFF}number,via\r\n", ["number", "via"]),
        ("\n\nnumber\n", ["number"]), ("\"x\ny\",z", ["x y", "z"]), ("", []),
    ])
    func `a header is read as its rows are`(text: String, columns: [String]) {
        folder.write("in.csv", text)
        #expect(TableHeader.columns(path: folder.path + "/in.csv", format: .csv) == columns)
    }

    @Test func `a header that cannot be told is none`() {
        folder.write("in.csv", String(repeating: "column,", count: 20_000))
        #expect(TableHeader.columns(path: folder.path + "/in.csv", format: .csv) == nil)
        folder.write("open.csv", "\"never closed\n")
        #expect(TableHeader.columns(path: folder.path + "/open.csv", format: .csv) == nil)
        #expect(TableHeader.columns(path: folder.path + "/missing.csv", format: .csv) == nil)
    }
}
