import TMSLanguageService
import TMSSyntax
import Testing

/// Line and column in UTF-8 and in UTF-16, there and back.
@Suite struct TextPositionTests {
    private static let texts = [
        "", "print 1", "print 1\n", "print 1\r\nprint 2\r\n", "print \"🚚📦\" # é\nlist",
        "print \"e\u{301}\u{323}\"\r\nprint \"👩‍👩‍👧\"", "# 挂号小包\n\n\nlist", "\u{FEFF}list\n🇩🇪",
    ]

    @Test(arguments: texts, PositionEncoding.allCases)
    func `every place leads to a line and column and back`(text: String, encoding: PositionEncoding) throws {
        let file = SourceFile(name: "test.tms", text: text)
        var offset = 0
        for scalar in text.unicodeScalars {
            let position = try #require(file.textPosition(at: offset, in: encoding))
            #expect(file.offset(of: position, in: encoding) == offset)
            for inner in 1..<max(scalar.utf8.count, 2) where scalar.utf8.count > 1 {
                #expect(file.textPosition(at: offset + inner, in: encoding) == nil)
            }
            offset += scalar.utf8.count
        }
        let end = try #require(file.textPosition(at: offset, in: encoding))
        #expect(file.offset(of: end, in: encoding) == offset)
        #expect(file.textPosition(at: offset + 1, in: encoding) == nil)
        #expect(file.textPosition(at: -1, in: encoding) == nil)
    }

    @Test func `a column of UTF-16 counts an emoji as two, a mark on a letter as one`() {
        let file = SourceFile(name: "test.tms", text: "🚚e\u{301}x\r\ny")
        #expect(file.textPosition(at: 4, in: .utf16) == TextPosition(line: 0, column: 2))
        #expect(file.textPosition(at: 7, in: .utf16) == TextPosition(line: 0, column: 4))
        #expect(file.textPosition(at: 7, in: .utf8) == TextPosition(line: 0, column: 7))
        #expect(file.textPosition(at: 10, in: .utf16) == TextPosition(line: 1, column: 0))
        #expect(file.offset(of: TextPosition(line: 1, column: 1), in: .utf16) == 11)
    }

    @Test func `a place that is in no line, or inside of a character, is none`() {
        let file = SourceFile(name: "test.tms", text: "🚚a\nb")
        for position in [(0, 1), (0, 4), (1, 2), (2, 0), (-1, 0), (0, -1)] {
            #expect(file.offset(of: TextPosition(line: position.0, column: position.1), in: .utf16) == nil)
        }
        #expect(file.offset(of: TextPosition(line: 0, column: 2), in: .utf8) == nil)
    }
}
