import Foundation
import TMSTestSupport
import Testing

/// `--log FILE`: a line of JSON for each call.
@Suite struct CallLogTests {
    private let program = Program()

    private func lines(_ name: String) throws -> [[String: Any]] {
        let text = try String(contentsOfFile: program.home + "/" + name, encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func `tells time, path, rows, codes and attempts, and neither key nor data`() async throws {
        defer { program.remove() }
        let answers = ["503", "200", "garbage"]
        let count = Counter()
        let server = try #require(
            RecordingServer { _ in
                switch answers[min(count.next() - 1, 2)] {
                case "503": .raw(status: 503, headers: [], body: #"{"meta":{"code":503},"data":[]}"#)
                case "200": .json(#"{"meta":{"code":200},"data":{"email":"ann@private.example","money":1}}"#)
                default: .raw(status: 200, headers: [], body: "<html>")
                }
            })
        let path = program.home + "/calls.jsonl"
        for _ in 0..<2 {
            _ = await program.run(
                "--base-url", server.baseURL, "--log", path, "-c", "account",
                variables: ["TRACKINGMORE_API_KEY": "SECRETKEY"])
        }
        let lines = try lines("calls.jsonl")
        #expect(lines.map { $0["code"] as? Int } == [503, 200, nil])
        #expect(lines.map { $0["status"] as? Int } == [503, 200, 200])
        #expect(lines.map { $0["attempt"] as? Int } == [1, 2, 1])
        #expect(
            lines.allSatisfy {
                ($0["path"] as? String) == "/v2/trackings/getuserinfo" && $0["method"] as? String == "GET"
            })
        #expect(lines.allSatisfy { ($0["milliseconds"] as? Double ?? -1) >= 0 })
        #expect(
            lines.allSatisfy {
                Set($0.keys) == [
                    "time", "method", "path", "rows", "status", "code", "milliseconds", "attempt", "bytes",
                ]
            })
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!text.contains("SECRET") && !text.contains("private"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `counts the rows that were written and those that were read, in the sandbox as well`() async throws {
        defer { program.remove() }
        program.write("orders.csv", "number,via\n" + (0..<50).map { "TT\(100_000_000 + $0)X,4px\n" }.joined())
        let script = program.write("import.tms", "track from \"orders.csv\"\nlist | take 3\n")
        let path = program.home + "/calls.jsonl"
        let result = await program.run("--log", path, script)
        #expect(result.status == 0, "\(result)")
        #expect(try lines("calls.jsonl").map { $0["rows"] as? Int } == [40, 10, 3])
        #expect(!(try String(contentsOfFile: path, encoding: .utf8)).contains("?"))
    }

    @Test func `that cannot be written is told before anything is sent, or at the end`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(#"{"meta":{"code":200},"data":{}}"#) })
        func run(_ path: String) async -> Program.Result {
            await program.run(
                "--base-url", server.baseURL, "--log", path, "-c", "account", variables: ["TRACKINGMORE_API_KEY": "k"])
        }
        let refused = await run("/no/such/folder/log")
        #expect(
            refused.errors == "error " + "E0930" + ": the log /no/such/folder/log cannot be written: no such file or "
                + "directory\n", "\(refused)")
        #expect(refused.status == 1 && server.requests.isEmpty)
        let full = await program.run("--log", "/dev/full", "-c", "account | count")
        #expect(
            full.status == 1 && full.output == "1\n" && full.errors.contains("not every call could be written"),
            "\(full)")
    }
}
