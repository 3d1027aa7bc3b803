import Foundation
import TMSTestSupport
import Testing

/// What is said of a run that ^C ends.
@Suite struct StoppedRunTests {
    private let program = Program()

    @Test(arguments: [
        "for r in open \"orders.csv\" { track $r.number via $r.via }",
        "track from \"orders.csv\"",
        "open \"orders.csv\" | track",
    ])
    func `every row that has its answer is counted as done, and the last line says how far it came`(line: String) throws
    {
        defer { program.remove() }
        program.write(
            "orders.csv", "number,via\n" + (0..<200).map { "TT\(100_000_000 + $0)X,4px\n" }.joined())
        let service = try #require(WritingService(isOpen: false))
        let terminal = try Terminal(
            ["--base-url", service.baseURL, program.write("import.tms", line + "\n")], home: program.home, key: "k")
        let end = Date().addingTimeInterval(20)
        while service.writes < 2, Date() < end { usleep(20_000) }
        terminal.type("\u{3}")
        terminal.waits(for: "again to stop now")
        service.open()
        let (text, status) = terminal.end()
        #expect(status == 7)
        #expect(text.contains("80 tracked · 120 not sent · 2 calls · quota 80"), "\(text)")
        let last = text.split(whereSeparator: \.isNewline).last { $0.hasPrefix("stopped") }
        #expect(last == "stopped after 80 of 200 · nothing in doubt · the same line goes on", "\(text)")
        #expect(service.writes == 2)
        #expect(!text.contains("E0703") && !text.contains("E0340"), "\(text)")
    }
}
