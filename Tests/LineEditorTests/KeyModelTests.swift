import Foundation
import PTY
import TMSBase
import Testing

/// Keys at random into the real program: what it gets is what a simple model of the keys holds, and what is on the screen
/// is that text. Some hundred keys, or as many as `TMS_KEYS` says.
@Suite struct KeyModelTests {
    /// A line as the keys leave it, kept by scalars and changed by whole characters.
    private struct Model {
        var scalars: [Unicode.Scalar] = []
        var cursor = 0
        var killed = ""
        var isKilling = false

        var text: String { Self.text(scalars[...]) }

        private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            String(String.UnicodeScalarView(scalars))
        }

        private var left: Int { Self.text(scalars[..<cursor]).last?.unicodeScalars.count ?? 0 }
        private var right: Int { Self.text(scalars[cursor...]).first?.unicodeScalars.count ?? 0 }

        private mutating func wordStart() -> Int {
            var before = Self.text(scalars[..<cursor])
            while let last = before.last, !(last.isLetter || last.isNumber) { before.removeLast() }
            while let last = before.last, last.isLetter || last.isNumber { before.removeLast() }
            return before.unicodeScalars.count
        }

        private mutating func kill(_ range: Range<Int>, backwards: Bool) {
            let text = Self.text(scalars[range])
            killed = !isKilling ? (text.isEmpty ? killed : text) : backwards ? text + killed : killed + text
            scalars.removeSubrange(range)
            cursor = range.lowerBound
            isKilling = true
        }

        mutating func insert(_ text: String) {
            scalars.insert(contentsOf: text.unicodeScalars, at: cursor)
            cursor += text.unicodeScalars.count
        }

        mutating func take(_ key: String) {
            let wasKilling = isKilling
            isKilling = false
            switch key {
            case "\u{1B}[D": cursor -= left
            case "\u{1B}[C": cursor += right
            case "\u{01}": cursor = 0
            case "\u{05}": cursor = scalars.count
            case "\u{7F}":
                let count = left
                scalars.removeSubrange(cursor - count..<cursor)
                cursor -= count
            case "\u{1B}[3~": scalars.removeSubrange(cursor..<cursor + right)
            case "\u{1B}b": cursor = wordStart()
            case "\u{0B}", "\u{15}", "\u{1B}\u{7F}":
                isKilling = wasKilling
                if key == "\u{0B}" {
                    kill(cursor..<scalars.count, backwards: false)
                } else {
                    kill((key == "\u{15}" ? 0 : wordStart())..<cursor, backwards: true)
                }
            case "\u{19}": insert(killed)
            case "\u{1B}3x": insert("xxx")
            default: insert(key)
            }
        }
    }

    private static let texts = ["a", "b ", "word ", "12", "挂", "号小", "e\u{301}", "👍", "long word here "]
    private static let keys = [
        "\u{1B}[D", "\u{1B}[D", "\u{1B}[C", "\u{01}", "\u{05}", "\u{7F}", "\u{1B}[3~", "\u{1B}b", "\u{0B}", "\u{15}",
        "\u{1B}\u{7F}", "\u{19}", "\u{1B}3x",
    ]

    /// Of 36 keys each, for each of the three widths.
    private static let rounds =
        (ProcessInfo.processInfo.environment["TMS_KEYS"].flatMap { Int($0) } ?? 432) / (3 * 36)

    @Test(arguments: [40, 80, 200])
    func `the line is what a model of the keys holds, on the screen too`(columns: Int) throws {
        var random = SeededRandom(seed: UInt64(columns))
        let terminal = try PseudoTerminal(["nohints"], columns: columns, lines: 40)
        terminal.waits(for: "demo>")
        var killed = ""
        for round in 0..<Self.rounds {
            var model = Model()
            model.killed = killed
            var typed: [String] = []
            for _ in 0..<36 {
                let pool = Int.random(in: 0..<5, using: &random) < 3 ? Self.texts : Self.keys
                let key = pool.randomElement(using: &random) ?? "a"
                typed.append(key)
                model.take(key)
            }
            killed = model.killed
            for key in typed { terminal.type(key) }
            terminal.settle(milliseconds: 20)
            let screen = terminal.emulator.screen.joined().filter { $0 != " " }
            #expect(screen == ("demo>" + model.text).filter { $0 != " " }, "round \(round): \(typed)")
            terminal.type("\r")
            let got = "got: \(model.text.debugDescription)".filter { $0 != " " }
            terminal.waits { $0.filter { $0 != " " && $0 != "\n" }.contains(got) && $0.hasSuffix("demo>") }
            terminal.type("\u{0C}")
            terminal.waits { $0 == "demo>" }
        }
    }
}
