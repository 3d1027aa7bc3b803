import PTY
import Testing

/// The keys beyond the usual ones: counts, the kill ring, words of other lines, an editor of one's own.
@Suite struct EditingKeyTests {
    private func started(
        _ arguments: [String] = [], columns: Int = 60, variables: [String] = []
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(arguments, columns: columns, environment: ["TERM=xterm"] + variables)
        terminal.waits(for: "demo>")
        return terminal
    }

    @Test func `emacs keys do what they do elsewhere`() throws {
        let terminal = try started()
        for (keys, text) in [
            ("abc def\u{18}\u{15}!", "abc !"), ("abc def\u{1F}\u{1B}/", "abc def"),
            ("abc def\u{1F}\u{1F}\u{1B}/!", "abc !"),
            ("\u{1B}5x", "xxxxx"), ("abcdef\u{1B}3\u{02}!", "abc!def"), ("abc\u{02}\u{02}\u{1B}-\u{02}!", "ab!c"),
            ("one two\u{1B}t!", "two one!"), ("one two\u{1B}b\u{1B}t!", "two one!"), ("a\u{16}\tb", "a\\tb"),
            ("abc\u{0}\u{01}\u{18}\u{18}!", "abc!"), ("one two\u{17}\u{01}\u{0B}\u{19}\u{1B}y", "two"),
            ("one two\u{17}\u{01}\u{0B}\u{19}\u{1B}y\u{1B}y", "one "), ("one two\u{08}!", "one !"),
            ("one two\u{1B}[127;5u!", "one !"), ("one two\u{18}\u{7F}!", "!"),
        ] {
            terminal.type(keys + "\r")
            terminal.answers("got: \"\(text)\"")
            terminal.type("\u{0C}")
            terminal.waits { $0 == "demo>" }
        }
    }

    @Test func `unknown keys and answers of the terminal type nothing`() throws {
        let terminal = try started()
        for keys in [
            "\u{1B}[15~", "\u{1B}OP", "\u{1B}[5~", "\u{1B}[57399u", "\u{18}q", "\u{1B}q", "\u{1B}[Mabc", "\u{1B}[?1;2c",
            "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}P1$r0m\u{1B}\\",
            "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^message\u{07}", "\u{1B}Xstring\u{1B}\\", "\u{1B}99999x",
        ] {
            terminal.type("ab\(keys)c\r")
            terminal.answers("got: \"abc\"")
            terminal.type("\u{0C}")
            terminal.waits { $0 == "demo>" }
        }
    }

    @Test func `an answer that never ends keeps the keys for a moment only`() throws {
        let terminal = try started()
        terminal.type("ab\u{1B}]11;rgb")
        terminal.settle(milliseconds: 300)
        terminal.type("c\r")
        terminal.answers("got: \"abc\"")
        terminal.type("ab\u{1B}]11;rgb\r")
        terminal.answers("got: \"ab\"")
    }

    @Test func `Alt-dot brings the last word of the line before, then of earlier ones`() throws {
        let terminal = try started()
        for line in ["a first", "b \"two words\""] {
            terminal.type(line + "\r")
            terminal.answers("got: \"\(line.debugDescription.dropFirst().dropLast())\"")
        }
        terminal.type("x \u{1B}.")
        terminal.waits { $0.hasSuffix("demo> x \"two words\"") }
        terminal.type("\u{1B}.")
        terminal.waits { $0.hasSuffix("demo> x first") }
        terminal.type("\u{1B}.\u{1B}.!")
        terminal.waits { $0.hasSuffix("demo> x first!") }
    }

    @Test func `up and down move by rows of the screen inside of a line that wraps, then through the history`() throws {
        let terminal = try started(columns: 20)
        terminal.type("older\r")
        terminal.answers("got: \"older\"")
        terminal.type("0123456789 0123456789 挂号 0123456789")
        terminal.waits { $0.hasSuffix("demo> 0123456789 012\n3456789 挂号 0123456\n789") }
        terminal.type("\u{1B}[A")
        terminal.settle()
        #expect((terminal.emulator.row, terminal.emulator.column) == (3, 3))
        terminal.type("\u{1B}[A")
        terminal.settle()
        #expect((terminal.emulator.row, terminal.emulator.column) == (2, 6))
        terminal.type("\u{1B}[B\u{1B}[B!")
        terminal.waits { $0.hasSuffix("\n789!") }
        terminal.type("\u{15}")
        terminal.type("\u{1B}[A")
        terminal.waits { $0.hasSuffix("demo> older") }
    }

    @Test func `a closing brace moves back to the line that its block began with`() throws {
        let terminal = try started()
        terminal.type("for {\rif {\rprint\r}\r}\r")
        terminal.answers(#"got: "for {\n  if {\n    print\n  }\n}""#)
        terminal.type("for {\r  a }\r")
        terminal.answers(#"got: "for {\n    a }""#)
    }

    @Test func `^X^E edits the line in the program that EDITOR names, and runs nothing`() throws {
        let terminal = try started(variables: ["PATH=/usr/bin:/bin", "EDITOR=sed -i s/one/two/"])
        terminal.type("one 挂\u{18}\u{05}")
        terminal.waits { $0.hasSuffix("demo> two 挂") }
        terminal.type("!\r")
        terminal.answers("got: \"two 挂!\"")
        let failing = try started(variables: ["PATH=/usr/bin:/bin", "EDITOR=false"])
        failing.type("one\u{18}\u{05}")
        failing.waits { $0.contains("has failed") && $0.hasSuffix("demo> one") }
        let without = try started()
        without.type("one\u{18}\u{05}")
        without.waits { $0.contains("set EDITOR") && $0.hasSuffix("demo> one") }
    }

    @Test func `in vi mode the cursor shows which keys are letters`() throws {
        let terminal = try started(["vi"])
        func shape() -> String? {
            let text = String(decoding: terminal.bytes, as: UTF8.self)
            return text.components(separatedBy: " q").dropLast().last?.last.map { String($0) }
        }
        terminal.type("one two")
        terminal.settle()
        #expect(shape() == "6")
        terminal.type("\u{1B}")
        terminal.settle()
        #expect(shape() == "2")
        terminal.type("0f ")
        terminal.settle()
        #expect(terminal.emulator.column == 9)
        terminal.type("lcw")
        terminal.settle()
        #expect(shape() == "6")
        terminal.type("\r")
        terminal.waits(for: "got:")
        #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[0 q"))
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [Substring] {
        self.split(separator: mark, omittingEmptySubsequences: false)
    }
}
