import Glibc
import LineEditor
import Testing

@Suite struct PlainLineReaderTests {
    private struct Braces: Validator {
        func validate(_ text: String) -> Validity {
            text.filter { $0 == "{" }.count > text.filter { $0 == "}" }.count ? .incomplete(indent: 2) : .complete
        }
    }

    private func lines(of text: String) -> [LineOutcome] {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        defer { close(ends[0]) }
        _ = Array(text.utf8).withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        close(ends[1])
        let reader = PlainLineReader(input: ends[0], output: ends[0], validator: Braces())
        var outcomes: [LineOutcome] = []
        while outcomes.last != .endOfInput { outcomes.append(reader.readLine(prompt: Prompt("> "))) }
        return outcomes
    }

    @Test func `lines end at newlines, returns are dropped, the last needs no newline`() {
        #expect(lines(of: "a\r\n\nb 挂") == [.line("a"), .line(""), .line("b 挂"), .endOfInput])
    }

    @Test func `an incomplete statement takes the next lines, and ends with the input`() {
        #expect(lines(of: "a {\nb\n}\nc") == [.line("a {\nb\n}"), .line("c"), .endOfInput])
        #expect(lines(of: "a {\nb") == [.line("a {\nb"), .endOfInput])
    }

    @Test func `an empty input ends at once`() {
        #expect(lines(of: "") == [.endOfInput])
    }
}
