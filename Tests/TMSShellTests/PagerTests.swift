import Testing

@testable import TMSShell

/// What the built-in pager shows, on paper.
@Suite struct PagerTests {
    private static let table =
        " #  number  title\n"
        + (1...50).map { "\($0 < 10 ? " " : "")\($0)  RB\($0)CN   lamp \($0) 挂号小包 with a long title" }
        .joined(separator: "\n") + "\n"

    private func screen(rows: Int = 10, columns: Int = 30) -> PagerScreen {
        PagerScreen(Self.table, headings: 1, fixed: 12, rows: rows, columns: columns)
    }

    private func press(_ screen: inout PagerScreen, _ bytes: String) {
        for key in PagerKeyReader.keys(in: Array(bytes.utf8)) { screen.press(key) }
    }

    @Test func `the heading stays, and the rows move`() {
        var screen = screen()
        #expect(screen.shown.count == 10)
        #expect(screen.shown[0] == " #  number  title" && screen.shown[1].hasPrefix(" 1  RB1CN"))
        for (keys, first) in [
            (" ", 9), ("\u{1B}[B", 10), ("k", 9), ("\u{1B}[5~", 1), ("\u{1B}[5~", 1), ("G", 43), ("j", 43), ("g", 1),
            ("\u{1B}[6~\u{1B}[6~", 17), ("\u{1B}[1~", 1), ("\u{1B}OF", 43),
        ] {
            press(&screen, keys)
            #expect(screen.shown[0] == " #  number  title")
            #expect(screen.shown[1].contains("RB\(first)CN"), "\(keys.debugDescription): \(screen.shown)")
        }
    }

    @Test(arguments: [16, 30, 40, 80, 200])
    func `sideways the first column stays, and no line is wider than the screen`(columns: Int) {
        var screen = screen(columns: columns)
        for _ in 0..<8 {
            press(&screen, "\u{1B}[C")
            for line in screen.shown { #expect(StyledLine(line).width <= columns, "\(columns): \(line)") }
            if columns >= 30 { #expect(screen.shown[1].hasPrefix(" 1  RB1CN"), "\(screen.shown[1])") }
        }
        if columns == 30 { #expect(!screen.shown[1].contains("lamp")) }
        press(&screen, String(repeating: "\u{1B}[D", count: 20))
        #expect(screen.left == 0)
    }

    @Test func `a search goes to the line, on to the next, and around`() {
        var screen = screen()
        press(&screen, "/LAMP 4\r")
        #expect(screen.shown.contains { $0.hasPrefix("\u{1B}[7m 4  RB4CN") }, "\(screen.shown)")
        press(&screen, "n")
        #expect(screen.shown.contains { $0.hasPrefix("\u{1B}[7m40  RB40CN") }, "\(screen.shown)")
        press(&screen, "NN")
        #expect(screen.shown.contains { $0.hasPrefix("\u{1B}[7m49  RB49CN") }, "\(screen.shown)")
        press(&screen, "/nowhere\r")
        #expect(screen.shown[9].contains("nothing holds nowhere"))
        press(&screen, "/x\u{7F}\u{7F}q")
        #expect(screen.isOver, "an empty search is left")
    }

    @Test(arguments: ["q", "\u{1B}", "\u{3}", "\u{4}"])
    func `it is left by any of these`(key: String) {
        var screen = screen()
        press(&screen, key)
        #expect(screen.isOver)
    }

    @Test func `what means nothing is swallowed`() {
        var screen = screen()
        let before = screen.shown
        press(&screen, "\u{1B}[200~\u{1B}[<0;1;1M\u{1}xyzé挂")
        #expect(screen.shown == before && !screen.isOver)
    }

    @Test func `colours stay, and a window that changes keeps to the text`() {
        var screen = PagerScreen(
            "\u{1B}[31mred\u{1B}[0m and \u{1B}]8;;https://a.example\u{1B}\\plain\u{1B}]8;;\u{1B}\\\n", rows: 5,
            columns: 6)
        #expect(screen.shown[0] == "\u{1B}[31mred\u{1B}[0m an")
        #expect(screen.shown[1] == "~")
        screen.rows = 1
        screen.columns = 1
        screen.settle()
        #expect(screen.shown[0] == "\u{1B}[31mr\u{1B}[0m")
    }
}
