import PTY
import TMSBase
import Testing

/// Keys at random into the real program: it must not fall over, and what is on the screen must be what it would draw
/// afresh.
@Suite struct RandomKeysTests {
    private static let texts = [
        "a", "b ", "word ", "12", "挂", "号小", "e\u{301}", "👍", "👨‍👩‍👧", "{", "}", "\u{1B}[200~x\r\ny 挂\u{1B}[201~",
        "long word here ",
    ]
    private static let keys = [
        "\u{1B}[D", "\u{1B}[C", "\u{1B}[A", "\u{1B}[B", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{7F}", "\u{7F}",
        "\u{1}", "\u{5}", "\u{B}",
        "\u{17}", "\u{19}", "\u{14}", "\u{1F}", "\u{1B}\r", "\u{1B}[1;5D", "\u{1B}[1;5C", "\r",
    ]
    private static let viKeys =
        texts + keys + ["\u{1B}", "\u{1B}"] + "0$hlwbexXdDcCiaAIsSuUrRpPyfFtT;,3~jk".map { String($0) }

    @Test(arguments: [1, 2], [[], ["vi"]])
    func `after any keys the screen is what a fresh drawing shows`(seed: Int, arguments: [String]) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let columns = Int.random(in: 17...40, using: &random)
        let terminal = try PseudoTerminal(arguments, columns: columns, lines: 60)
        terminal.waits(for: "demo>")
        let pool = arguments.isEmpty ? Self.texts + Self.texts + Self.keys : Self.viKeys
        for round in 0..<25 {
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                terminal.type(pool.randomElement(using: &random)!)
                if Int.random(in: 0..<3, using: &random) == 0 { terminal.settle(milliseconds: 5) }
            }
            // In vi's command mode a cursor behind the last character, where only wide ones put it, moves at the next key.
            if !arguments.isEmpty { terminal.type("\u{1B}") }
            terminal.settle(milliseconds: 45)
            let before = Self.picture(terminal.emulator)
            terminal.type("\u{0C}")
            terminal.waits { $0.hasPrefix("demo>") }
            terminal.settle(milliseconds: 10)
            let after = Self.picture(terminal.emulator)
            guard before == after else {
                Issue.record("round \(round): \(before), not \(after)")
                return
            }
        }
        terminal.type("\u{1B}")
        terminal.settle(milliseconds: 45)
        terminal.type("\u{3}quit\r")
        #expect(terminal.exitStatus() == 0)
    }

    @Test(arguments: [1, 2], [[], ["vi"]])
    func `no keys make the program fall over`(seed: Int, arguments: [String]) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let terminal = try PseudoTerminal(arguments, columns: 30, lines: 10)
        terminal.waits(for: "demo>")
        let controls = (1..<32).filter { $0 != 4 && $0 != 26 }.map { String(Character(Unicode.Scalar(UInt8($0)))) }
        let printable = (32..<127).map { String(Character(Unicode.Scalar(UInt8($0)))) }
        let pool =
            Self.viKeys + controls + controls + printable + [
                "\t", "\u{1B}[Z", "é", String(repeating: "wide 挂 ", count: 40),
            ]
        for _ in 0..<400 {
            terminal.type(pool.randomElement(using: &random)!)
            if Int.random(in: 0..<50, using: &random) == 0 {
                terminal.resize(
                    columns: Int.random(in: 2...60, using: &random), lines: Int.random(in: 2...20, using: &random))
            }
            if Int.random(in: 0..<4, using: &random) == 0 { terminal.settle(milliseconds: 2) }
        }
        terminal.resize(columns: 60, lines: 10)
        for key in ["\u{1B}", "\u{1B}", "\u{3}", "quit\r"] {
            terminal.settle(milliseconds: 45)
            terminal.type(key)
        }
        #expect(terminal.exitStatus() == 0)
    }

    /// The rows of the frame, and the cursor in them.
    private static func picture(_ emulator: TerminalEmulator) -> [String] {
        let screen = emulator.screen
        let first = screen.lastIndex { $0.hasPrefix("demo>") } ?? 0
        return Array(screen.dropFirst(first)) + ["\(emulator.row - first) \(emulator.column)"]
    }
}
