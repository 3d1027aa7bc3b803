import Foundation
import TMSBase
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

/// What the log of requests tells, and what it never does.
@Suite struct RequestLogTests {
    @Test func `every request leaves a line of JSON without a key, a query or a body`() async throws {
        let folder = TemporaryFolder()
        defer { folder.remove() }
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let path = folder.path + "/requests.jsonl"
        let sandbox = try Sandbox()
        let server = try await SimulatorServer.start(sandbox, log: try RequestLog(path: path, time: RealTime.seconds))
        let client = try SocketClient(port: server.port)
        let good = "Host: localhost\r\nTrackingmore-Api-Key: SECRETKEY\r\n"
        let new = #"{"tracking_number":"AAAA1","carrier_code":"4px","customer_email":"ann@private.example"}"#
        let requests: [(request: String, expected: JSON)] = [
            (
                "GET /v2/trackings/get?limit=7&orders=&numbers= HTTP/1.1\r\n\(good)\r\n",
                ["method": "GET", "path": "/v2/trackings/get", "rows": 7, "status": 200, "code": 200]
            ),
            (
                "GET /v2/trackings/get?status=lost&secret=SECRETKEY HTTP/1.1\r\n\(good)\r\n",
                ["method": "GET", "path": "/v2/trackings/get", "rows": 0, "status": 200, "code": 4033]
            ),
            (
                "GET /v2/trackings/getuserinfo HTTP/1.1\r\nHost: localhost\r\nTracking-Api-Key: SECRETKEY\r\n\r\n",
                ["method": "GET", "path": "/v2/trackings/getuserinfo", "rows": 0, "status": 200, "code": 4001]
            ),
            (
                "POST http://SECRETKEY@api.trackingmore.com/v2/trackings/post HTTP/1.1\r\n\(good)Content-Length: "
                    + "\(new.utf8.count)\r\n\r\n\(new)",
                ["method": "POST", "path": "/v2/trackings/post", "rows": 1, "status": 200, "code": 200]
            ),
            (
                "GET /v2/carriers HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                ["method": "GET", "path": "/v2/carriers", "rows": 0, "status": 403, "code": 403]
            ),
            (
                "OPTIONS /v2/carriers HTTP/1.1\r\nHost: localhost\r\n\r\n",
                ["method": "OPTIONS", "path": "/v2/carriers", "rows": 0, "status": 204, "code": nil]
            ),
        ]
        for (request, _) in requests {
            client.send(request)
            #expect(await client.responses(1).count == 1)
        }
        await server.stop()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for word in ["SECRETKEY", "private", "lost", "limit"] { #expect(!text.contains(word), "\(word)") }
        let lines = text.split(separator: "\n")
        #expect(lines.count == requests.count)
        for (line, expected) in zip(lines, requests.map(\.expected)) {
            let entry = try JSON(parsing: String(line))
            #expect(
                entry.object?.keys
                    == ["time", "method", "path", "rows", "status", "code", "milliseconds", "bytes"])
            for (key, value) in expected.object ?? [:] { #expect(entry[key] == value, "\(line)") }
            #expect(entry["time"]?.text?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
            #expect(entry["milliseconds"]?.decimal ?? -1 >= 0 && entry["bytes"]?.integer ?? -1 >= 0)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `a file that cannot be written is told of when the log is opened`() {
        #expect(throws: SystemError.self) { try RequestLog(path: "/dev/null/no/log", time: RealTime.seconds) }
    }

    @Test func `a disk that fills up ends the log, not the server`() throws {
        let log = try RequestLog(path: "/dev/full", time: RealTime.seconds)
        let entry = RequestLog.Entry(method: "GET", url: "/", rows: 0, status: 200, code: 200, seconds: 0, bytes: 0)
        log.add(entry)
        #expect(log.isBroken)
        log.add(entry)
    }
}
