import Foundation
import TMSTestSupport
import Testing

/// The line of a terminal that says how far a run has come.
@Suite struct ProgressTests {
    private let program = Program()

    /// A service that takes everything, and answers the second write when it may.
    private final class Service: Sendable {
        private let gate = DispatchSemaphore(value: 0)
        private let recorder: RecordingServer

        init?(isOpen: Bool) {
            let (gate, count) = (gate, Counter())
            if isOpen { gate.signal() }
            let recorder = RecordingServer { request in
                guard request.method == "POST", count.next() == 2 else { return .json(Self.answer(request.body)) }
                gate.wait()
                return .json(Self.answer(request.body))
            }
            guard let recorder else { return nil }
            self.recorder = recorder
        }

        var baseURL: String { recorder.baseURL }
        func open() { gate.signal() }

        private static func answer(_ body: String) -> String {
            let rows = (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [[String: Any]] ?? []
            let data: [String: Any] = ["submitted": rows.count, "added": rows.count, "trackings": rows, "errors": []]
            let answer = try? JSONSerialization.data(withJSONObject: ["meta": ["code": 200], "data": data])
            return String(decoding: answer ?? Data(), as: UTF8.self)
        }
    }

    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0

        func next() -> Int {
            lock.withLock {
                count += 1
                return count
            }
        }
    }

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

    @Test(arguments: [(100, #"^track    40 of 120 █████▎           [12] calls? · quota 40"#), (40, #"^track    40 of 120( · |$)"#)])
    func `is rewritten in place while rows are sent, and goes`(columns: Int, line: String) throws {
        defer { program.remove() }
        let service = try #require(Service(isOpen: false))
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
        #expect(text.components(separatedBy: "\u{1B}[K").last?.hasPrefix("120 tracked · 3 calls") == true, "\(text)")
        #expect(status == 0)
    }

    @Test(arguments: [["CI=true"], ["TERM=dumb"], []])
    func `is not there for a machine that builds, a terminal that cannot, and who wants quiet`(variables: [String])
        throws
    {
        defer { program.remove() }
        let service = try #require(Service(isOpen: true))
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
        let service = try #require(Service(isOpen: true))
        let result = await program.run(
            "--base-url", service.baseURL, write(rows: 80), variables: ["TRACKINGMORE_API_KEY": "k", "TERM": "xterm"])
        #expect(result.errors == "80 tracked · 2 calls · quota 80\n", "\(result)")
    }
}
