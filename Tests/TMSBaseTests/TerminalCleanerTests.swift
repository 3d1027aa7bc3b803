import TMSBase
import Testing

@Suite struct TerminalCleanerTests {
    /// Every control character, alone and in the midst of text.
    static let controls = (0..<0xA0).filter { $0 < 0x20 || $0 >= 0x7F }.compactMap { Unicode.Scalar($0) }

    @Test func `no control character but the line feed and the tab is left in text from outside`() {
        let cleaner = TerminalCleaner(keepsStyles: false)
        for scalar in Self.controls {
            let clean = cleaner.clean("a\(Character(scalar))ü挂b")
            let left = clean.unicodeScalars.filter { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
            #expect(left.allSatisfy { $0 == "\n" || $0 == "\t" }, "U+\(String(scalar.value, radix: 16))")
            #expect(clean.hasPrefix("a") && clean.hasSuffix("ü挂b"))
        }
    }

    @Test(arguments: ["\u{1B}[31mred\u{1B}[0m", "\u{1B}[1;38;5;12mx", "\u{1B}[m"])
    func `styles stay in words of tms and go from text of others`(text: String) {
        #expect(TerminalCleaner(keepsStyles: true).clean(text) == text)
        #expect(!TerminalCleaner(keepsStyles: false).clean(text).contains("\u{1B}"))
    }

    @Test func `a link to a web page stays in words of tms, and nothing else of its kind`() {
        let link = TerminalLink.around("RB1CN", to: "https://t.example/?n=RB1CN")
        #expect(TerminalCleaner(keepsStyles: true).clean(link) == link)
        #expect(!TerminalCleaner(keepsStyles: false).clean(link).contains("\u{1B}"))
        for address in ["file:///etc", "https://x\u{7}y", "https://x y", "https://x\u{1B}[2J"] {
            #expect(TerminalLink.around("a", to: address) == "a")
            let clean = TerminalCleaner(keepsStyles: true).clean("\u{1B}]8;;\(address)\u{1B}\\a")
            #expect(!clean.hasPrefix("\u{1B}"), "\(address)")
        }
    }

    @Test(arguments: [
        "\u{1B}]0;title\u{7}", "\u{1B}[2J", "\u{1B}[10;10H", "\u{1B}[31", "\u{1B}", "\u{1B}[?25l", "\u{9B}31m",
    ])
    func `what is no style never stays`(text: String) {
        let clean = TerminalCleaner(keepsStyles: true).clean(text)
        #expect(!clean.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{9B}" })
    }

    @Test func `marks that turn the direction of a line go, other signs of many bytes stay`() {
        let text = "a\u{202E}b\u{2066}c · ❯ – “é” 😀 \u{A0}"
        #expect(TerminalCleaner(keepsStyles: false).clean(text) == "a\u{FFFD}b\u{FFFD}c · ❯ – “é” 😀 \u{A0}")
    }

    @Test func `a line break of other systems loses its return, a return alone is a blank`() {
        #expect(TerminalCleaner(keepsStyles: false).clean("a\r\nb\rc") == "a\nb c")
    }

    @Test func `JSON and words of a shell pass unchanged`() {
        for value in (0x1...0xFFFF) where !(0xD800...0xDFFF).contains(value) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = "a\(Character(scalar))b"
            for written in [JSONString.quoted(text), ShellWord.quoted(text)] {
                #expect(TerminalCleaner(keepsStyles: false).clean(written) == written, "U+\(String(value, radix: 16))")
            }
        }
    }
}
