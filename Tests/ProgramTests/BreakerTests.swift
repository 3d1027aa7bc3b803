import Foundation
import TMSTestSupport
import Testing

/// A service that fails for a cause that may pass.
@Suite struct BreakerTests {
    private let program = Program()
    private static let code = "E0757"

    private func importing(rows: Int, from server: RecordingServer) async -> Program.Result {
        program.write("orders.csv", "number,via\n" + (0..<rows).map { "TT\(100_000_000 + $0)X,4px\n" }.joined())
        let script = program.write("import.tms", "for r in open \"orders.csv\" { track $r.number via $r.via }\n")
        return await program.run(
            "--base-url", server.baseURL, "--no-limit", script, variables: ["TRACKINGMORE_API_KEY": "k"])
    }

    @Test func `three calls in a row end the run with one message, and the rows are not sent`() async throws {
        defer { program.remove() }
        let count = Counter()
        let server = try #require(
            RecordingServer { request in
                count.next() == 1
                    ? .json(WritingService.answer(request.body))
                    : .json(#"{"meta":{"code":429,"message":"slow down"},"data":[]}"#)
            })
        let result = await importing(rows: 1_000, from: server)
        #expect(result.status == 5, "\(result)")
        // Those under way with the first that is refused are sent as well.
        #expect(server.requests.count <= 16)
        let told = result.errors.split(separator: "\n").filter { $0.contains("error ") }
        #expect(told.count == 1 && told[0].contains("error " + Self.code + ": 3 calls in a row"), "\(result)")
        #expect(result.errors.contains("40 tracked · 960 not sent"), "\(result)")
        #expect(
            result.errors.hasSuffix("stopped after 40 of 1,000 · nothing in doubt · the same line goes on\n"),
            "\(result)")
    }

    @Test func `a call that works in between counts afresh, and all rows are sent`() async throws {
        defer { program.remove() }
        let count = Counter()
        // Two calls fail, one works.
        let server = try #require(
            RecordingServer { request in
                count.next() % 3 == 0
                    ? .json(WritingService.answer(request.body))
                    : .json(#"{"meta":{"code":429,"message":"slow down"},"data":[]}"#)
            })
        let result = await importing(rows: 40, from: server)
        #expect(result.status == 0 && result.errors.hasPrefix("40 tracked · 3 calls"), "\(result)")
    }

    @Test func `waits as long as Retry-After says`() async throws {
        defer { program.remove() }
        let count = Counter()
        let server = try #require(
            RecordingServer { request in
                count.next() == 1
                    ? .raw(
                        status: 503, headers: ["Retry-After: 1"], body: #"{"meta":{"code":503},"data":[]}"#)
                    : .json(#"{"meta":{"code":200},"data":{"email":"a@b.example","money":1}}"#)
            })
        let began = Date()
        let result = await program.run(
            "--base-url", server.baseURL, "-c", "account | count", variables: ["TRACKINGMORE_API_KEY": "k"])
        #expect(result.errors.contains("the service is not available; going on in 1 s"), "\(result)")
        #expect(server.requests.count == 2 && Date().timeIntervalSince(began) >= 1)
    }

    @Test(arguments: ["86400", "soon", "-1"])
    func `a pause of more than an hour is not waited for, and one that is no number counts for nothing`(
        pause: String
    ) async throws {
        defer { program.remove() }
        let server = try #require(
            RecordingServer { request in
                .raw(status: 503, headers: ["Retry-After: \(pause)"], body: #"{"meta":{"code":503},"data":[]}"#)
            })
        let result = await program.run(
            "--base-url", server.baseURL, "-c", "limit 2 calls { account }", variables: ["TRACKINGMORE_API_KEY": "k"])
        #expect(result.status == 5, "\(result)")
        #expect(!result.errors.contains("going on in"), "\(result)")
    }
}
