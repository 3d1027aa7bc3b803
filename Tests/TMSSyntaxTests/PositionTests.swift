import TMSSyntax
import Testing

/// Places as editors count them: lines from 1, and columns in characters, UTF-8 bytes and UTF-16 units.
@Suite struct PositionTests {
    @Test(arguments: [
        ("track x", 6, 6, 6), ("größe x", 6, 8, 6), ("挂号 x", 3, 7, 3), ("🎁 x", 2, 5, 3), ("e\u{301} x", 2, 4, 3),
        ("👩‍👩‍👧 x", 2, 19, 9), ("🇩🇪 x", 2, 9, 5),
    ])
    func `a column is counted in three ways`(text: String, characters: Int, utf8: Int, utf16: Int) {
        let file = SourceFile(name: "a.tms", text: "list\n" + text)
        let position = file.position(at: file.utf8.count - 1)
        #expect(position.line == 2)
        #expect(position.utf8Column == utf8 + 1)
        #expect(position.utf16Column == utf16 + 1)
        #expect(position.column == characters + 1)
    }

    @Test func `a diagnostic behind such characters points at its word`() throws {
        let file = SourceFile(name: "a.tms", text: "track 300403513351 title \"👩‍👩‍👧 挂号 e\u{301}\" vai 4px")
        let diagnostic = try #require(parse(file, vocabulary: Sample.vocabulary).diagnostics.first)
        let range = try #require(diagnostic.location?.range)
        #expect(file.slice(range) == "vai")
        let position = file.position(at: range.lower)
        #expect(position.column == 35)
        #expect(position.utf16Column == 43)
        #expect(position.utf8Column == 58)
        #expect(diagnostic.json.contains(#""utf8":58,"utf16":43"#))
    }
}
