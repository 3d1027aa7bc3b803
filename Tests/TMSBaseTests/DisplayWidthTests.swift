import TMSBase
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("挂号小包", 8), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("·…❯", 3),
        ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("☕", 2), ("\u{200B}", 0),
        ("\u{FEFF}a", 1), ("ก็", 1), ("क्ष", 2), ("各\u{302A}", 2), ("か\u{3099}", 2), ("\u{7}", 0), ("à la", 4),
    ])
    func `a text takes the cells a terminal gives it`(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
        #expect(DisplayWidth.of(Substring(text)) == cells)
    }

    @Test(arguments: [
        ("desk lamp", 9, "desk lamp"), ("desk lamp", 8, "desk la…"), ("desk lamp", 1, "…"), ("desk lamp", 0, ""),
        ("挂号小包", 8, "挂号小包"), ("挂号小包", 7, "挂号小…"), ("挂号小包", 6, "挂号…"), ("挂", 1, "…"),
        ("cafe\u{301}s", 5, "cafe\u{301}s"), ("cafe\u{301}s!", 5, "cafe\u{301}…"),
    ])
    func `a text too wide ends in an ellipsis and never splits a character`(text: String, cells: Int, shown: String) {
        #expect(DisplayWidth.truncate(text, to: cells) == shown)
        #expect(DisplayWidth.of(DisplayWidth.truncate(text, to: cells)) <= cells)
    }

    @Test func `a fitted text takes exactly its cells`() {
        for cells in 1...12 {
            for text in ["", "a", "挂号小包", "desk lamp of wood"] {
                #expect(DisplayWidth.of(DisplayWidth.fit(text, to: cells)) == cells)
            }
        }
        #expect(DisplayWidth.fit("12", to: 4, alignRight: true) == "  12")
    }
}
