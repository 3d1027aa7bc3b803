import Foundation
import TMSBase
import TMSTestSupport
import Testing

/// Text that is shown and is to be read again, by a JSON reader or a shell.
@Suite struct WrittenTextTests {
    /// Every character that JSON or a terminal could take for something else, alone and between others.
    static let scalars = [0...0x2FF, 0x600...0x620, 0x1800...0x1810, 0x2000...0x2070, 0xFE00...0xFFFD]
        .flatMap { $0.compactMap { Unicode.Scalar($0) } }

    @Test func `a string of JSON reads as what it was written from, and nothing in it is unseen`() throws {
        for scalar in Self.scalars {
            let text = "a\(Character(scalar))挂🙂"
            let written = JSONString.quoted(text)
            let read = try JSONSerialization.jsonObject(with: Data(written.utf8), options: .fragmentsAllowed)
            #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8), "\(written)")
            #expect(written.unicodeScalars.allSatisfy { $0.value >= 0x20 && !JSONString.isUnseen($0.value) })
        }
    }

    @Test func `joiners that words and emoji need stay as they are`() {
        #expect(JSONString.quoted("👩\u{200D}🔧 می\u{200C}") == "\"👩\u{200D}🔧 می\u{200C}\"")
        #expect(JSONString.quoted("\u{9B}\u{202E}\u{7F}\u{1}\n\"\\/") == #""\u009b\u202e\u007f\u0001\n\"\\/""#)
    }

    @Test(arguments: [
        ("a\r\nb\nc", "a⏎b⏎c"), ("a\rb\u{B}c\u{C}d", "a⏎b⏎c⏎d"), ("\u{85}é\u{2028}–\u{2029}", "⏎é⏎–⏎"), ("Ä €", "Ä €"),
        ("", ""), ("\n\r\n", "⏎⏎"), ("\r\r\n", "⏎⏎"),
    ])
    func `a text on one line shows where it broke`(text: String, line: String) {
        #expect(LineBreaks.marked(text) == line)
    }

    @Test func `a shell makes the same bytes of a word that can be copied from a terminal`() throws {
        let texts = ["", "'", "\u{9B}'\\"] + Self.scalars.dropFirst().map { "it's\\ \(Character($0))1$x`" }
        for start in stride(from: 0, to: texts.count, by: 500) {
            let part = texts[start..<min(start + 500, texts.count)]
            let words = part.map(ShellWord.quoted)
            #expect(words.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 && !JSONString.isUnseen($0.value) })
            let shell = try #require(
                ChildProcess(
                    "bash", ["-s"], input: "printf '%s\\0' \(words.joined(separator: " ")) | od -An -v -tx1\n"))
            let read = shell.hearAll().output.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) }
            #expect(read == part.flatMap { Array($0.utf8) + [0] })
        }
    }
}
