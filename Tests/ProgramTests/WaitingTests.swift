import Foundation
import TMSTestSupport
import Testing

/// What a terminal shows of a wait, and what ^C does to it.
@Suite struct WaitingTests {
    private let program = Program()
    private static let refusal = #"{"meta":{"code":429,"type":"Too Many Requests","message":"slow down"},"data":[]}"#

    /// What was written on the line that is rewritten in place.
    private static func statuses(in text: String) -> [String] {
        // What is typed is echoed behind it.
        text.components(separatedBy: "\u{1B}[K").dropFirst().map { part in
            String(part.prefix { $0 != "^" && !$0.isNewline && $0 != "\u{1B}" })
        }.filter { $0.hasPrefix("going on") }
    }

    @Test(arguments: [100, 40, 20])
    func `a wait after too many calls counts down on one line, whatever its width, and the line goes`(
        columns: Int
    ) throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(Self.refusal) })
        let terminal = try Terminal(
            ["--base-url", server.baseURL, "-c", "account"], home: program.home, columns: columns, key: "k")
        terminal.waits(for: "going on in 118 s")
        terminal.type("\u{3}")
        let (text, status) = terminal.end()
        let statuses = Self.statuses(in: text)
        #expect(
            statuses.contains { $0.hasPrefix("going on in 120 s") || $0.hasPrefix("going on in 119 s") }, "\(text)")
        #expect(statuses.allSatisfy { $0.count < columns }, "\(statuses)")
        if columns > 30 { #expect(statuses.contains { $0.hasSuffix(" s · 1 call") }, "\(statuses)") }
        // The last that was done to the line is to clear it.
        #expect(text.range(of: "going on in 118 s").map { text[$0.upperBound...].contains("\u{1B}[K") } == true)
        #expect(status == 7, "\(text)")
        #expect(server.requests.count == 1)
    }

    @Test func `a pipe hears once that a wait began`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(Self.refusal) })
        let result = await program.run(
            "--base-url", server.baseURL, "-c", "account", variables: ["TRACKINGMORE_API_KEY": "k"], interruptAfter: 4)
        #expect(result.status == 7)
        #expect(result.errors.components(separatedBy: "going on in").count == 2, "\(result.errors)")
        #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("\r"))
    }

    @Test func `^C ends what runs, and the shell keeps what it knew`() throws {
        defer { program.remove() }
        let terminal = try Terminal([], home: program.home)
        terminal.waits(for: "❯")
        terminal.type("let n = 7000\r")
        terminal.settles()
        terminal.type("print \"on\"; while true { }\r")
        terminal.waits(for: "\non\n")
        terminal.type("\u{3}")
        terminal.waits(for: "\u{1B}]133;D;7")
        terminal.settles()
        terminal.type("print $n + 1\r")
        terminal.waits(for: "7001")
        terminal.leave()
        let (text, status) = terminal.end()
        #expect(text.contains("7001") && status == 0, "\(text)")
    }

    @Test func `the shell stays when a call is given up, and says what is in doubt`() throws {
        defer { program.remove() }
        let server = try #require(
            RecordingServer { request in
                request.method == "POST" ? .silence : .json(#"{"meta":{"code":200},"data":{"items":[],"total":0}}"#)
            })
        let terminal = try Terminal(["--base-url", server.baseURL], home: program.home, key: "k")
        terminal.waits(for: "❯")
        terminal.type("track AB100000001 via 4px\r")
        let end = Date().addingTimeInterval(20)
        while server.requests.allSatisfy({ $0.method != "POST" }), Date() < end { usleep(20_000) }
        terminal.type("\u{3}")
        terminal.waits(for: "again to stop now")
        terminal.type("\u{3}")
        terminal.waits(for: "look before repeating")
        terminal.type("print 40 + 2\r")
        terminal.waits(for: "42\n")
        terminal.type("exit 5\r")
        let (text, status) = terminal.end()
        let told = "1 call given up before the answer: it is in doubt whether 1 parcel changed; look before repeating"
        #expect(text.contains(told), "\(text)")
        #expect(text.contains("42\n") && status == 5, "\(text)")
        #expect(server.requests.filter { $0.method == "POST" }.count == 1)
    }

    @Test func `a script that gives a call up says what is in doubt, and ends`() throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .silence })
        let terminal = try Terminal(
            ["--base-url", server.baseURL, "--yes", "-c", "account"], home: program.home, key: "k")
        let end = Date().addingTimeInterval(20)
        while server.requests.isEmpty, Date() < end { usleep(20_000) }
        terminal.type("\u{3}")
        terminal.waits(for: "again to stop now")
        let pressed = Date()
        terminal.type("\u{3}")
        let (text, status) = terminal.end()
        #expect(text.contains("1 call given up before the answer: nothing is in doubt"), "\(text)")
        #expect(status == 7 && Date().timeIntervalSince(pressed) < 5)
    }
}
