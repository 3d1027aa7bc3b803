import Foundation
import TMSTestSupport
import Testing

/// One mistake gets one diagnostic, at the words that are wrong, with a cause, a remedy and the right exit status.
@Suite struct MistakeTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        var line: String
        /// What is underlined.
        var words: String
        var code: String
        var status: Int
        /// What the service answers, where it is asked.
        var answer = #"{"meta":{"code":200,"type":"Success","message":"OK"},"data":[]}"#
        var testDescription: String { line }

        init(_ line: String, _ words: String, _ code: String, _ status: Int, answer: String? = nil) {
            (self.line, self.words, self.code, self.status) = (line, words, code, status)
            if let answer { self.answer = answer }
        }
    }

    /// Found before anything is sent.
    private static let unsent = [
        Mistake("trakc 300403513351 via 4px", "trakc", "E0203", 2),
        Mistake("track 300403513351 vai 4px", "vai", "E0107", 2),
        Mistake("track 300403513351 4px", "4px", "E0109", 2),
        Mistake("list | where stauts is transit", "stauts", "E0214", 2),
        Mistake("for p in list { print $p.nubmer }", "nubmer", "E0214", 2),
        Mistake("track 300403513351 via 4xp", "4xp", "E0210", 2),
        Mistake("list | where to is \"Untied States\"", "\"Untied States\"", "E0210", 2),
        Mistake("list | where to is United States", "United States", "E0110", 2),
        Mistake("list status trnasit", "trnasit", "E0210", 2),
        Mistake("track 300403513351 via 4px via ups", "via", "E0208", 2),
        Mistake("print \"abc", "\"abc", "E0102", 2),
        Mistake("for p in list {", "{", "E0123", 2),
        Mistake("print [1, 2", "[", "E0123", 2),
        Mistake("print (1 + 2", "(", "E0123", 2),
        Mistake("let late = 1; print $lats", "$lats", "E0201", 2),
        Mistake("print $lats", "$lats", "E0201", 2),
        Mistake("let c = ups", "ups", "E0203", 2),
        Mistake("print \"a\" * 2", "\"a\"", "E0216", 2),
        Mistake("if 1 { print 2 }", "1", "E0218", 2),
        Mistake("print 1 / 0", "0", "E0217", 2),
        Mistake("list | where silent over 10", "10", "E0211", 2),
        Mistake("list | where silent over 10 dyas", "dyas", "E0115", 2),
        Mistake("list | tkae 3", "tkae", "E0203", 2),
        Mistake("list | where to is Narnia", "Narnia", "E0210", 2),
        Mistake("list status lost", "lost", "E0210", 2),
        Mistake("list | where frobnicate is 1", "frobnicate", "E0214", 2),
        Mistake("print frobnicate(1)", "frobnicate", "E0204", 2),
        Mistake("delete 300403513351 via 4px", "delete", "E0920", 8),
    ]

    /// Found while the script runs.
    private static let running = [
        Mistake("track 12345678", "12345678", "E0710", 1),
        Mistake("let n = 0; print 1 / $n", "1 / $n", "E0304", 1),
        Mistake("let a = 9223372036854775807; print $a + 1", "$a + 1", "E0303", 1),
        Mistake("define f(x) { return f($x) }; print f(1)", "f($x)", "E0311", 1),
        Mistake("open \"missing.csv\"", "open \"missing.csv\"", "E0801", 1),
        Mistake("open \"torn.csv\"", "open \"torn.csv\"", "E0805", 1),
        Mistake(
            "show 300403513351 via 4px", "300403513351", "4031", 1,
            answer: #"{"meta":{"code":4031,"type":"No Content","message":"none"},"data":[]}"#),
        Mistake(
            "account", "account", "4001", 6,
            answer: #"{"meta":{"code":4001,"type":"Unauthorized","message":"The API key is invalid."},"data":[]}"#),
        Mistake("account", "account", "E0702", 5, answer: "<html>Welcome to the hotel</html>"),
    ]

    private let program = Program()

    @Test(arguments: unsent)
    func `a script with a mistake is told once and sends nothing`(mistake: Mistake) async throws {
        defer { program.remove() }
        #expect(try await requests(of: mistake, before: "list numbers 300403513351\n") == 0)
    }

    @Test(arguments: running)
    func `a mistake that only a run can find is told once`(mistake: Mistake) async throws {
        defer { program.remove() }
        program.write("torn.csv", "number,via\n1234567,ups\n1234568,\"ups\n")
        _ = try await requests(of: mistake, before: "")
    }

    @Test func `a service that cannot be reached ends with status 5 and says what to look at`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .hangUp })
        server.stop()
        let result = await run("account", at: "http://127.0.0.1:1/v2")
        try expect(result, Mistake("account", "account", "E0701", 5), in: "account")
    }

    @Test func `the corrected line quotes a name of several words`() async {
        defer { program.remove() }
        let result = await program.run("-c", "list | where to is \"Untied States\"")
        #expect(result.errors.contains("did you mean `\"United States\"`?"))
        #expect(result.errors.contains("= list | where to is \"United States\""))
    }

    @Test(arguments: [
        ("list | tkae 3", "list | take 3"), ("for p in lst { print $p }", "for p in list { print $p }"),
        ("let c = ups", "let c = \"ups\""), ("list created last 7 dyas", "list created last 7 days"),
    ])
    func `a misspelt word comes with the whole line corrected`(line: String, corrected: String) async {
        defer { program.remove() }
        #expect(await program.run("-c", line).errors.contains("= \(corrected)\n"))
    }

    @Test func `a number that is not tracked is told, and no paid line is proposed`() async {
        defer { program.remove() }
        let result = await program.run("-c", "show RA123456785CN")
        #expect(result.errors.contains("4031: this account does not track RA123456785CN"))
        #expect(result.errors.contains("`track` would follow it, as a new entry"))
        #expect(!result.errors.contains("track RA123456785CN via"))
    }

    // MARK: - Running

    /// Runs the script with one line before the mistake, expects its diagnostic and returns how often the service was
    /// asked.
    private func requests(of mistake: Mistake, before: String) async throws -> Int {
        let answer = mistake.answer
        let server = try #require(RecordingServer { _ in .json(answer) })
        let text = before + mistake.line
        try expect(await run(text, at: server.baseURL), mistake, in: text)
        return server.requests.count
    }

    private func run(_ text: String, at url: String) async -> Program.Result {
        let script = program.write("script.tms", text)
        return await program.run(
            "--base-url", url, "--diagnostics", "json", script, variables: ["TRACKINGMORE_API_KEY": "sekret"])
    }

    private func expect(_ result: Program.Result, _ mistake: Mistake, in text: String) throws {
        let said = result.errors.split(separator: "\n").filter { $0.hasPrefix("{") }
        try #require(said.count == 1, "\(result.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(said[0].utf8)) as? [String: Any]
        let diagnostic = try #require(object)
        #expect(diagnostic["severity"] as? String == "error")
        #expect(diagnostic["code"] as? String == mistake.code)
        #expect(slice(of: text, diagnostic) == mistake.words)
        #expect((diagnostic["message"] as? String)?.isEmpty == false)
        let remedies = [diagnostic["hint"], diagnostic["fixIts"]].compactMap { $0 }
        #expect(!remedies.isEmpty, "no remedy: \(result.errors)")
        #expect(result.status == mistake.status)
        #expect(!result.errors.contains("sekret"))
    }

    /// The text between a diagnostic's `start` and `end`, which stand on one line.
    private func slice(of text: String, _ diagnostic: [String: Any]) -> String? {
        guard let start = diagnostic["start"] as? [String: Int], let end = diagnostic["end"] as? [String: Int],
            let row = start["line"], row == end["line"], let lower = start["utf8"], let upper = end["utf8"]
        else { return nil }
        let line = Array(text.split(separator: "\n", omittingEmptySubsequences: false)[row - 1].utf8)
        return String(decoding: line[lower - 1..<upper - 1], as: UTF8.self)
    }
}
