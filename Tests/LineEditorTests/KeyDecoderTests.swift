import TMSBase
import Testing

@testable import LineEditor

@Suite struct KeyDecoderTests {
    /// Feeds the bytes at once, then lets the time pass.
    private func keys(_ text: String) -> [KeyPress] { keys(Array(text.utf8)) }

    private func keys(_ bytes: [UInt8]) -> [KeyPress] {
        var decoder = KeyDecoder()
        decoder.feed(bytes)
        var keys: [KeyPress] = []
        while let key = decoder.next() { keys.append(key) }
        if let last = decoder.giveUpWaiting() { keys.append(last) }
        return keys
    }

    @Test func `characters of any length are keys`() {
        #expect(keys("aé挂😀\r") == [.scalar("a"), .scalar("é"), .scalar("挂"), .scalar("😀"), .scalar("\r")])
    }

    @Test(arguments: [
        ("\u{1B}[A", NamedKey.up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
        ("\u{1B}[1;5C", .wordRight),
        ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}[3~", .delete),
        ("\u{1B}[3;5~", .killWord),
        ("\u{1B}[Z", .previousCandidate), ("\u{1B}[13;2u", .breakLine), ("\u{1B}[27;3;13~", .breakLine),
    ])
    func `a sequence is a named key`(sequence: String, key: NamedKey) {
        #expect(keys(sequence) == [.named(key)])
    }

    @Test(arguments: [
        "\u{1B}[15~", "\u{1B}[?62;c", "\u{1B}[200", "\u{1B}[[A", "\u{1B}OP", "\u{1B}[I", "\u{1B}[1;2;3;4X",
    ])
    func `an unknown sequence types nothing`(sequence: String) {
        #expect(keys(sequence) == [])
    }

    @Test func `a lone escape is a key once nothing follows, and Alt with a letter one key`() {
        #expect(keys("\u{1B}") == [.escape])
        #expect(keys("\u{1B}b\u{1B}\r") == [.alt("b"), .alt("\r")])
        #expect(keys("\u{1B}\u{1B}[A") == [.escape, .named(.up)])
    }

    @Test func `invalid UTF-8 and C1 controls are dropped`() {
        #expect(
            keys([0x61, 0xFF, 0xC3, 0x62, 0xC2, 0x85, 0xED, 0xA0, 0x80, 0x63]) == [
                .scalar("a"), .scalar("b"), .scalar("c"),
            ])
    }

    @Test func `a paste is one key with plain newlines and no controls`() {
        let paste = "\u{1B}[200~a\r\nb\rc\u{7}\u{1B}[31md\te\u{1B}[201~x"
        #expect(keys(paste) == [.paste("a\nb\nc[31md\te"), .scalar("x")])
    }

    @Test func `keys do not depend on how their bytes are cut`() {
        let bytes = Array("a挂\u{1B}[1;5C\u{1B}[200~x\u{1B}[20y挂\u{1B}[201~é\u{1B}OA".utf8)
        let whole = keys(bytes)
        #expect(whole.count == 6)
        for cut in 1..<bytes.count {
            var decoder = KeyDecoder()
            var found: [KeyPress] = []
            for part in [bytes[..<cut], bytes[cut...]] {
                decoder.feed(part)
                while let key = decoder.next() { found.append(key) }
            }
            #expect(found == whole, "cut at \(cut)")
        }
    }

    @Test func `random bytes never trap`() {
        var random = SeededRandom(seed: 7)
        let pool: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x31, 0x7E, 0x3B, 0x41, 0x75, 0xE6, 0x8C, 0x82, 0xF0, 0x9F, 0x0D,
        ]
        for _ in 0..<2_000 {
            var decoder = KeyDecoder()
            for _ in 0..<20 {
                decoder.feed(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        Bool.random(using: &random)
                            ? pool.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
                    })
                while decoder.next() != nil {}
                if Int.random(in: 0...3, using: &random) == 0 { _ = decoder.giveUpWaiting() }
            }
        }
    }
}
