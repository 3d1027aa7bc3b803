import Foundation
import TMSTestSupport
import Testing

/// The line of a terminal that says how far a run has come.
@Suite struct ProgressTests {
    private let program = Program()

    private func write(rows: Int) -> String {
        program.write(
            "orders.csv", "number,via\n" + (0..<rows).map { "TT\(100_000_000 + $0)X,4px\n" }.joined())
        return program.write("import.tms", "for r in open \"orders.csv\" { track $r.number via $r.via }\n")
    }

    private static func lines(in text: String) -> [String] {
        text.components(separatedBy: "\u{1B}[K").dropFirst().map { part in
            String(part.prefix { !$0.isNewline && $0 != "\u{1B}" })
        }.filter { $0.hasPrefix("track ") }
    }

    @Test(arguments: [
        (100, #"^track    40 of 120 █████▎           [12] calls? · quota 40"#), (40, #"^track    40 of 120( · |$)"#),
    ])
    func `is rewritten in place while rows are sent, and goes`(columns: Int, line: String) throws {
        defer { program.remove() }
        let service = try #require(WritingService(isOpen: false))
        let terminal = try Terminal(
            ["--base-url", service.baseURL, write(rows: 120)], home: program.home, columns: columns, key: "k")
        terminal.waits(for: "track    40 of 120")
        service.open()
        let (text, status) = terminal.end()
        let lines = Self.lines(in: text)
        let form = try Regex(line)
        #expect(lines.contains { $0.contains(form) }, "\(lines)")
        #expect(lines.allSatisfy { $0.count < columns }, "\(lines)")
        // The last that was done to the line is to clear it.
        #expect(text.components(separatedBy: "\u{1B}[K").last?.contains("track ") == false, "\(text)")
        #expect(text.contains("120 tracked · 3 calls"), "\(text)")
        #expect(status == 0)
    }

    @Test(arguments: [["CI=true"], ["TERM=dumb"], []])
    func `is not there for a machine that builds, a terminal that cannot, and who wants quiet`(variables: [String])
        throws
    {
        defer { program.remove() }
        let service = try #require(WritingService(isOpen: true))
        let terminal = try Terminal(
            ["--base-url", service.baseURL] + (variables.isEmpty ? ["-q"] : []) + [write(rows: 80)],
            home: program.home, type: variables.contains { $0.hasPrefix("TERM") } ? "dumb" : "xterm", key: "k",
            variables: variables.filter { !$0.hasPrefix("TERM") })
        let (text, status) = terminal.end()
        #expect(status == 0 && !text.contains("\u{1B}[K") && !text.contains("80 of"), "\(text)")
        #expect(text.contains("80 tracked · 2 calls") != variables.isEmpty, "\(text)")
    }

    @Test func `is not there for a pipe`() async throws {
        defer { program.remove() }
        let service = try #require(WritingService(isOpen: true))
        let result = await program.run(
            "--base-url", service.baseURL, write(rows: 80), variables: ["TRACKINGMORE_API_KEY": "k", "TERM": "xterm"])
        #expect(result.errors == "80 tracked · 2 calls · quota 80\n", "\(result)")
    }
}
