import TMSRuntime
import Testing

@Suite struct ConcatenationTests {
    @Test(arguments: [
        0, 1, -1, 9, 10, -10, 99, 100, 1_234_567_890, 999_999_999_999_999_999, 1_000_000_000_000_000_000, .max, .min,
        .max - 1, .min + 1,
    ])
    func `a whole number in a text is written as print writes it`(number: Int) {
        #expect(printed("\"<{$n}>\"", globals: ["n": .integer(number)]) == "<\(number)>")
        #expect(printed("\"{$n}{$n} é\"", globals: ["n": .integer(number)]) == "\(number)\(number) é")
    }

    @Test func `texts of any script and length stand together`() {
        let long = String(repeating: "né😀 ", count: 500)
        #expect(printed("\"{$t}|{$e}|{$t}\"", globals: ["t": .string(long), "e": .string("")]) == "\(long)||\(long)")
        #expect(printed("\"{$e}{$e}\"", globals: ["e": .string("")]) == "")
    }

    @Test func `other kinds between them read as they print alone`() {
        #expect(printed("\"{1.5} {true} {empty}{3 days} {[1, 2]} {7}\"") == "1.5 true 3 days 1, 2 7")
    }

    @Test func `a text that grows without end fails`() {
        #expect(run("let x = 'aaaaaaaaaaaaaaaa'\nwhile true { $x = \"{$x}{$x}\" }").code == "E0313")
    }
}
