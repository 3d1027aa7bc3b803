import TMSTestSupport
import Testing

/// Answers of a service that is wrong, old or not the service at all: told as that, and never taken for "no rows".
@Suite struct HostileAnswerTests {
    private let program = Program()

    private func run(_ line: String, at server: RecordingServer) async -> Program.Result {
        await program.run(
            "--base-url", server.baseURL, "-c", line, variables: ["TRACKINGMORE_API_KEY": "k"])
    }

    private static func parcels(_ numbers: Range<Int>) -> String {
        numbers.map { #"{"id":"\#($0)","tracking_number":"AB\#(100_000_000 + $0)","carrier_code":"4px"}"# }
            .joined(separator: ",")
    }

    private static func list(_ numbers: Range<Int>, _ more: String) -> RecordingServer.Reply {
        .json(#"{"meta":{"code":200},"data":{\#(more)"items":[\#(parcels(numbers))]}}"#)
    }

    private static func page(_ request: RecordingServer.Request) -> Int {
        Int(request.target.split(separator: "page=").last?.prefix { $0.isNumber } ?? "") ?? 1
    }

    @Test(arguments: ["account", "track AB100000001 via 4px", "call post \"/trackings/post\" [number: 1]", "list"])
    func `a redirect is told with its status and where it leads, and is not followed`(line: String) async throws {
        defer { program.remove() }
        let elsewhere = try #require(RecordingServer { _ in .json("{}") })
        let target = elsewhere.baseURL + "/login"
        let server = try #require(
            RecordingServer { _ in .raw(status: 302, headers: ["Location: \(target)"], body: "") })
        let result = await run(line, at: server)
        let told = "the service redirects to \(target) (302); tms does not follow"
        #expect(result.status != 0 && result.errors.contains(told), "\(result)")
        #expect(!result.errors.contains("may have been done"))
        #expect(server.requests.count == 1)
        #expect(elsewhere.requests.isEmpty)
    }

    @Test(arguments: [
        ("hello\n", "the answer is not HTTP"),
        (
            "HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 400_000))\r\n\r\n{}",
            "headers of the answer are too large"
        ),
        (
            "HTTP/1.1 200 OK\r\n\(String(repeating: "X: xxxxxxxxxxxxxxxxxx\r\n", count: 20_000))\r\n{}",
            "headers of the answer are too large"
        ),
    ])
    func `what is no answer of HTTP is told at once`(answer: String, told: String) async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .bytes(answer) })
        let result = await run("account", at: server)
        #expect(result.status != 0 && result.errors.contains(told), "\(result.errors)")
        #expect(server.requests.count == 1)
    }

    @Test func `a failure that left everything as it was leaves no doubt`() async throws {
        defer { program.remove() }
        let message = "the disk is full; nothing was done"
        let server = try #require(
            RecordingServer { _ in .json(#"{"meta":{"code":500,"type":"Error","message":"\#(message)"},"data":[]}"#) })
        let result = await run("track AB100000001 via 4px", at: server)
        #expect(result.status != 0 && result.errors.contains(message), "\(result)")
        #expect(!result.errors.contains("may have been done"))
        #expect(server.requests.count == 1)
    }

    @Test func `pages smaller than was asked for are read to the end`() async throws {
        defer { program.remove() }
        let server = try #require(
            RecordingServer { request in
                let page = Self.page(request)
                let asked = Int(request.target.split(separator: "limit=").last?.prefix { $0.isNumber } ?? "") ?? 100
                let size = min(asked, 500)
                let first = min((page - 1) * size, 1_200)
                return Self.list(first..<min(first + size, 1_200), #""page":\#(page),"limit":\#(size),"total":"1200","#)
            })
        let result = await run("let all = list | where carrier_code is 4px; print len($all)", at: server)
        #expect(result.output == "1200\n", "\(result)")
    }

    @Test(arguments: [
        #"{"items":"x"}"#, "1.5", "\"x\"", "{}", "null", #"{"items":[1]}"#, #"{"items":[],"total":"many"}"#,
        #"{"items":[],"total":"9223372036854775807"}"#, #"{"items":[],"total":-1}"#, #"{"items":null}"#,
    ])
    func `a list of another form is an error and never none`(data: String) async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(#"{"meta":{"code":200},"data":\#(data)}"#) })
        for line in ["list | count", "list", "let all = list; print len($all)"] {
            let result = await run(line, at: server)
            #expect(result.status == 5 && result.errors.contains("E0702"), "\(line): \(result)")
            #expect(result.output.isEmpty)
        }
    }

    @Test(arguments: ["account", "carriers", "count by status", "show RB555666772CN via china-post"])
    func `other reads are as careful`(line: String) async throws {
        for data in ["1.5", "\"x\"", "null", "true"] {
            let server = try #require(RecordingServer { _ in .json(#"{"meta":{"code":200},"data":\#(data)}"#) })
            let result = await run(line, at: server)
            #expect(result.status == 5 && result.errors.contains("E0702"), "\(line) \(data): \(result)")
        }
        program.remove()
    }

    /// `[]` is how the service's language writes an object without members: none of many, but never none of one.
    @Test func `an empty array is no record, and may be a list without rows`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in .json(#"{"meta":{"code":200},"data":[]}"#) })
        for line in ["account", "show RB555666772CN via china-post", "count by status", "count by status | chart"] {
            let result = await run(line, at: server)
            #expect(result.status == 5 && result.errors.contains("data is a list, not an object"), "\(line): \(result)")
            #expect(result.output.isEmpty)
        }
        for line in ["list | count", "carriers | count"] {
            let result = await run(line, at: server)
            #expect(result.status == 0 && result.output == "0\n", "\(line): \(result)")
        }
    }

    @Test func `a list that ends before its total is an error`() async throws {
        defer { program.remove() }
        let server = try #require(
            RecordingServer { Self.list(Self.page($0) == 1 ? 0..<100 : 0..<0, #""limit":100,"total":"250","#) })
        let result = await run("let all = list; print len($all)", at: server)
        #expect(result.errors.contains("ended after"), "\(result)")
    }

    @Test func `a service that gives the same page again and again is stopped`() async throws {
        defer { program.remove() }
        let server = try #require(RecordingServer { _ in Self.list(0..<100, "") })
        let result = await run("let all = list; print len($all)", at: server)
        #expect(result.errors.contains("repeats the page before it"), "\(result)")
        #expect(server.requests.count < 5)
    }
}
