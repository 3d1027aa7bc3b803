import PTY
import TMSBase
import Testing

@testable import LineEditor

/// Random frames are drawn over one another; the screen must be what a simple model, or a fresh drawing, says.
@Suite struct RendererTests {
    private struct Scene {
        var prompt: String
        var edit: EditText
        var hint: String
        var below: [String]

        func frame(columns: Int) -> Frame {
            var builder = FrameBuilder(columns: columns, colors: true)
            builder.append(Prompt(prompt, .bold))
            let runs = edit.text.utf8.indices.enumerated().filter { $0.offset % 5 == 0 }.map {
                StyledRun($0.offset..<$0.offset + 2, Style(.red))
            }
            builder.append(edit.text, runs: runs, cursor: edit.cursor, continuation: Prompt("… ", .dim))
            builder.append(hint, .dim)
            for row in below {
                builder.breakLine()
                builder.append(row)
            }
            return builder.finish()
        }

        /// The rows by the plainest of rules, and the cursor.
        func model(columns: Int) -> (rows: [String], row: Int, column: Int) {
            var rows = [""]
            var width = 0
            var cursor: (row: Int, column: Int)?
            var wantsCursor = false
            func add(_ text: String, cursorAt offset: Int? = nil) {
                var bytes = 0
                for character in text {
                    if offset == bytes { wantsCursor = true }
                    bytes += character.utf8.count
                    if character == "\n" {
                        if wantsCursor { cursor = (rows.count - 1, min(width, columns - 1)) }
                        wantsCursor = false
                        rows.append("")
                        width = 0
                        if offset != nil { add("… ") }
                        continue
                    }
                    let cells = DisplayWidth.of(character)
                    if width + cells > columns {
                        rows.append("")
                        width = 0
                    }
                    if wantsCursor { cursor = (rows.count - 1, width) }
                    wantsCursor = false
                    rows[rows.count - 1].append(character)
                    width += cells
                }
                if offset == bytes { wantsCursor = true }
            }
            add(prompt)
            add(edit.text, cursorAt: edit.cursor)
            add(hint)
            for row in below { add("\n" + row) }
            if wantsCursor {
                if width == columns { rows.append("") }
                cursor = (rows.count - 1, width % columns)
            }
            let trimmed = rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
            return (trimmed, cursor?.row ?? 0, cursor?.column ?? 0)
        }

        mutating func change(from pool: [String], using random: inout SeededRandom) {
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<8: edit.insert(pool.randomElement(using: &random)!)
            case 8: edit.insert(pool.shuffled(using: &random).joined())
            case 9, 10: edit.deleteLeft()
            case 11: edit.deleteRight()
            case 12: edit.moveLeft()
            case 13: edit.moveRight()
            case 14: _ = edit.moveUp()
            case 15: edit.cursor = 0
            case 16: edit.cursor = edit.text.utf8.count
            case 17: hint = Bool.random(using: &random) ? "" : "挂 suggested rest"
            case 18: below = (0..<Int.random(in: 0...3, using: &random)).map { "candidate \($0)" }
            default: if edit.text.utf8.count > 300 { edit = EditText("") }
            }
            // A clusters' parts may have met.
            edit = EditText(edit.text, cursor: edit.before.utf8.count)
        }
    }

    private static let plainPool = ["a", "b ", "word ", "12", "挂", "号小", "e\u{301}", "👍", "\n", "ｱ", "한", "·"]
    private static let disputedPool = plainPool + ["👨‍👩‍👧", "❤️", "🇩🇪", "👍🏽", "1️⃣"]

    @Test(arguments: 1...12)
    func `what is on the screen is what the model says`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let columns = Int.random(in: 14...40, using: &random)
        let lines = Int.random(in: 3...14, using: &random)
        var terminal = TerminalEmulator(
            columns: columns, lines: lines, row: Int.random(in: 0..<lines, using: &random))
        var renderer = Renderer()
        var scene = Scene(prompt: "sandbox ❯ ", edit: EditText(""), hint: "", below: [])
        for step in 0..<150 {
            scene.change(from: Self.plainPool, using: &random)
            let frame = scene.frame(columns: columns)
            let model = scene.model(columns: columns)
            terminal.feed(renderer.render(frame, columns: columns, lines: lines))
            let first = terminal.row - (model.row - renderer.top)
            let visible = Array(model.rows.dropFirst(renderer.top).prefix(lines))
            guard first >= 0, first + visible.count <= lines else {
                Issue.record("seed \(seed), step \(step): the frame is not on the screen")
                return
            }
            let shown = visible.indices.map { terminal.text(row: first + $0) }
            let below = (first + visible.count..<lines).map { terminal.text(row: $0) }
            guard shown == visible, terminal.column == model.column, below.allSatisfy({ $0 == "" }) else {
                Issue.record(
                    "seed \(seed), step \(step): \(shown) at \(terminal.column), not \(visible) at \(model.column)")
                return
            }
        }
    }

    @Test(arguments: 1...6, [TerminalEmulator.Widths.byScalar, .byCluster])
    func `a changed picture equals a fresh one, however the terminal measures emoji`(
        seed: Int, widths: TerminalEmulator.Widths
    ) {
        var random = SeededRandom(seed: UInt64(seed))
        let columns = Int.random(in: 14...40, using: &random)
        let lines = 40
        var terminal = TerminalEmulator(columns: columns, lines: lines, widths: widths)
        var renderer = Renderer()
        var scene = Scene(prompt: "❯ ", edit: EditText(""), hint: "", below: [])
        for step in 0..<80 {
            scene.change(from: Self.disputedPool, using: &random)
            let frame = scene.frame(columns: columns)
            terminal.feed(renderer.render(frame, columns: columns, lines: lines))
            var fresh = TerminalEmulator(columns: columns, lines: lines, widths: widths)
            var freshRenderer = Renderer()
            fresh.feed(freshRenderer.render(frame, columns: columns, lines: lines))
            guard terminal.screen == fresh.screen, terminal.row == fresh.row, terminal.column == fresh.column else {
                Issue.record("seed \(seed), step \(step): \(terminal.screen), not \(fresh.screen)")
                return
            }
        }
    }

    @Test func `a frame shown already writes nothing`() {
        var renderer = Renderer()
        let frame = Scene(prompt: "> ", edit: EditText("abc"), hint: "", below: []).frame(columns: 20)
        #expect(!renderer.render(frame, columns: 20, lines: 5).isEmpty)
        #expect(renderer.render(frame, columns: 20, lines: 5).isEmpty)
    }

    @Test func `one more letter in a long text writes one row`() {
        var renderer = Renderer()
        var scene = Scene(prompt: "> ", edit: EditText(String(repeating: "x", count: 2_000)), hint: "", below: [])
        _ = renderer.render(scene.frame(columns: 120), columns: 120, lines: 50)
        scene.edit.insert("y")
        #expect(renderer.render(scene.frame(columns: 120), columns: 120, lines: 50).count < 1_000)
    }

    @Test func `an erased frame leaves nothing and the cursor where the frame began`() {
        var terminal = TerminalEmulator(columns: 20, lines: 6)
        terminal.feed(Array("before\r\n".utf8))
        var renderer = Renderer()
        let text = EditText(String(repeating: "挂", count: 25), cursor: 6)
        terminal.feed(
            renderer.render(
                Scene(prompt: "> ", edit: text, hint: "h", below: ["m"]).frame(columns: 20), columns: 20, lines: 6))
        #expect(terminal.screen.count == 5)
        terminal.feed(renderer.erase())
        #expect(terminal.screen == ["before"])
        #expect(terminal.row == 1 && terminal.column == 0)
    }
}
