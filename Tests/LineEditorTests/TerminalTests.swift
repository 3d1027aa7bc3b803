import Glibc
import PTY
import Testing

@Suite struct TerminalTests {
    private let escape = "\u{1B}"

    private func started(
        _ arguments: [String] = [], columns: Int = 60, lines: Int = 20
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(arguments, columns: columns, lines: lines)
        terminal.waits(for: "demo>")
        return terminal
    }

    /// What the program got after `keys` and Enter.
    private func result(_ keys: String, arguments: [String] = []) throws -> String {
        let terminal = try started(arguments)
        for key in keys.split(separator: "·") { terminal.type(String(key)) }
        terminal.type("\r")
        terminal.answers("got: ")
        return terminal.emulator.screen.first { $0.hasPrefix("got: ") }.map { String($0.dropFirst(6).dropLast()) } ?? ""
    }

    @Test(arguments: [
        ("hello", "hello"), ("title \"4PX挂号小包\"", #"title \"4PX挂号小包\""#),
        ("ab\u{1B}[Dx", "axb"), ("挂号\u{1B}[Dx", "挂x号"), ("e\u{301}👨‍👩‍👧\u{7F}!", "é!"), ("ab\u{02}\u{04}", "a"),
        ("one two\u{17}x", "one x"), ("one two\u{1}\u{0B}z\u{19}", "zone two"),
        ("one two\u{1B}b\u{0B}\u{01}\u{19} ", "two one"),
        ("one two three\u{17}\u{17}\u{01}\u{19}", "two threeone"), ("ab\u{14}", "ba"), ("one\u{1B}b\u{1B}u!", "ONE!"),
        ("abc\u{15}x", "x"), ("abc def\u{1F}", "abc"), ("a\u{1B}[1;5Db", "ba"), ("x\u{1B}[15~y", "xy"),
        ("a{\u{1B}[200~1\r\n2}\u{1B}[201~", #"a{1\n2}"#), ("ab\u{1B}\r", #"ab\n"#), ("\u{1}x\u{5}y", "xy"),
    ])
    func `emacs keys edit the line`(keys: String, text: String) throws {
        #expect(try result(keys).trimmed == text)
    }

    @Test(arguments: [
        ("hello·\u{1B}·0x", "ello"), ("one two·\u{1B}·bdw", "one"), ("one two·\u{1B}·0cwsix·\u{1B}", "six two"),
        ("abc·\u{1B}·0~", "Abc"), ("abc·\u{1B}·xu", "abc"), ("挂号·\u{1B}·x", "挂"), ("\u{1B}·$·ix", "x"), ("é", "é"),
        ("a·\u{1B}·v·_·G·/·?·n·N·ib", "ba"),
    ])
    func `vi keys edit the line`(keys: String, text: String) throws {
        let terminal = try started(["vi"])
        for key in keys.split(separator: "·") {
            terminal.type(String(key))
            terminal.settle()
        }
        terminal.type("\r")
        terminal.answers("got: \"\(text)")
    }

    @Test func `an incomplete statement goes on in the next line, indented, and is one history entry`() throws {
        let terminal = try started()
        terminal.type("for {\rx 1\r}\r")
        terminal.answers(#"got: "for {\n  x 1\n}""#)
        terminal.type("\u{1B}[A")
        terminal.waits { $0.hasSuffix("demo> for {\n...>   x 1\n...> }") }
        #expect(terminal.emulator.column == 6)
        terminal.type("\u{1B}[A\u{1B}[A")
        terminal.settle()
        #expect(terminal.emulator.row == 4)
        terminal.type("\u{1B}[B!\u{3}")
        terminal.answers("interrupted")
        #expect(terminal.emulator.screen.contains("...>  ! x 1"))
    }

    @Test func `^C forgets the line, ^D on an empty line ends the input and elsewhere deletes`() throws {
        let terminal = try started()
        terminal.type("abc\u{3}")
        terminal.answers("interrupted")
        terminal.type("xy\u{1}\u{4}\r")
        terminal.answers(#"got: "y""#)
        terminal.type("\u{4}")
        terminal.waits(for: "bye")
        #expect(terminal.exitStatus() == 0)
    }

    @Test func `Tab inserts the common beginning, lists below, cycles, and Enter keeps the choice`() throws {
        let terminal = try started()
        terminal.type("a\t")
        terminal.waits { $0.hasSuffix("demo> ap\napple    round, 苹果\napricot  soft") }
        terminal.type("\t\t")
        terminal.waits(for: "demo> apricot\n")
        terminal.type("\t")
        terminal.waits(for: "demo> apple\n")
        terminal.type("\r")
        terminal.waits { $0.hasSuffix("demo> apple") }
        terminal.type("b\t!\r")
        terminal.answers(#"got: "apple banana !""#)
        terminal.type("c\t!\r")
        terminal.answers(#"got: "cherry/!""#)
        terminal.type("x a\t\t\u{1B}")
        terminal.waits { $0.hasSuffix("demo> x a") }
    }

    @Test func `the newest fitting entry is suggested and taken by the right arrow, or word by word`() throws {
        let terminal = try started()
        terminal.type("one two three\r")
        terminal.answers("got:")
        terminal.type("on")
        terminal.waits { $0.hasSuffix("demo> one two three") }
        terminal.type("\u{1B}f\u{1B}f!\r")
        terminal.answers(#"got: "one two!""#)
        terminal.type("one two t\u{1B}[C!\r")
        terminal.answers(#"got: "one two three!""#)
        terminal.type("one\r")
        terminal.answers(#"got: "one""#)
        #expect(terminal.emulator.screen.suffix(3).first == "demo> one")
    }

    @Test func `up and down walk through the entries that begin with what was typed`() throws {
        let terminal = try started()
        for text in ["alpha 1", "beta", "alpha 2"] {
            terminal.type(text + "\r")
            terminal.answers("got: \"\(text)\"")
        }
        terminal.type("al\u{1B}[A\u{1B}[A")
        terminal.waits { $0.hasSuffix("demo> alpha 1") }
        terminal.type("\u{1B}[B")
        terminal.waits { $0.hasSuffix("demo> alpha 2") }
        terminal.type("\u{1B}[B\u{1B}[B!\r")
        terminal.answers(#"got: "al!""#)
    }

    @Test func `^R finds a part of an entry, wide characters too, and gives up on ^G`() throws {
        let terminal = try started()
        for text in ["title 挂号", "show 1"] { terminal.type(text + "\r") }
        terminal.answers("got: \"show 1\"")
        terminal.type("x\u{12}挂")
        terminal.waits { $0.hasSuffix("history: 挂 ❯ title 挂号") }
        terminal.type("zz")
        terminal.waits(for: "not in the history: 挂zz")
        terminal.type("\u{7}")
        terminal.waits { $0.hasSuffix("demo> x") }
        terminal.type("\u{12}tit\r")
        terminal.waits { $0.contains("demo> title 挂号\ngot: \"title 挂号\"\ndemo>") && $0.hasSuffix("demo>") }
    }

    @Test func `a narrower terminal redraws the line once`() throws {
        let terminal = try started()
        terminal.type("a line of some thirty letters here")
        terminal.settle()
        terminal.resize(columns: 20, lines: 10)
        terminal.waits { $0 == "demo> a line of some\n thirty letters here" }
        terminal.type("!\r")
        terminal.answers("got:")
    }

    /// tmux keeps what stands on a screen that is cleared from its first cell, and brings it back with the next resize.
    @Test func `the screen is never cleared from its first cell, however often it is resized`() throws {
        let terminal = try started()
        terminal.type("a line of some thirty letters here")
        for columns in [20, 60, 20, 60] {
            terminal.resize(columns: columns, lines: 10)
            terminal.settle()
        }
        terminal.type("!\r")
        terminal.answers("got:")
        #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\r\u{1B}[J"))
    }

    @Test func `a text taller than the screen shows the rows around the cursor`() throws {
        let terminal = try started(columns: 20, lines: 5)
        terminal.type("{\u{1B}[200~" + (1...30).map { "line \($0)" }.joined(separator: "\n") + "\u{1B}[201~")
        terminal.waits { $0.hasSuffix("...> line 30") }
        #expect(terminal.emulator.screen.count == 5)
        terminal.type(String(repeating: "\u{1B}[A", count: 29))
        terminal.waits { $0.hasPrefix("demo> {line 1\n...> line 2") }
        terminal.type("\u{5}\u{3}")
        terminal.answers("interrupted")
    }

    @Test func `messages of other tasks appear above the prompt while a line is typed`() throws {
        let terminal = try started(columns: 40, lines: 60)
        terminal.type("tick 30\r")
        for letter in "typing along" { terminal.type(String(letter)) }
        terminal.waits { $0.contains("message 30") && $0.hasSuffix("demo> typing along") }
        let messages = terminal.emulator.screen.filter { $0.hasPrefix("message") }
        #expect(messages == (1...30).map { "message \($0)" })
    }

    @Test func `a secret is neither shown nor kept`() throws {
        let terminal = try started()
        terminal.type("secret\r")
        terminal.waits(for: "password:")
        terminal.type("挂abc")
        terminal.waits(for: "password: ••••")
        terminal.type("\r")
        terminal.answers(#"got: line("挂abc")"#)
        terminal.type("\u{1B}[A\r")
        terminal.waits(for: "demo> secret")
    }

    @Test func `the terminal is as it was after the end, and after a deadly signal`() throws {
        let terminal = try started()
        terminal.send(signal: SIGTERM)
        #expect(terminal.exitStatus() == nil)
        #expect(String(decoding: terminal.bytes, as: UTF8.self).hasSuffix("\u{1B}[?2004l"))
    }

    @Test func `a dumb terminal gets plain lines and no sequences`() throws {
        let terminal = try PseudoTerminal(environment: ["TERM=dumb"])
        terminal.waits(for: "demo>")
        terminal.type("for {\nx }\n")
        terminal.answers(#"got: "for {\nx }""#)
        #expect(!terminal.bytes.contains(0x1B))
    }

    @Test func `^L clears the screen and keeps the line`() throws {
        let terminal = try started()
        terminal.type("x\rabc\u{0C}")
        terminal.waits { $0 == "demo> abc" }
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
