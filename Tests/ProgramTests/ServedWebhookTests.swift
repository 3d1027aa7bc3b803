import Foundation
import Synchronization
import TMSTestSupport
import Testing

/// Webhooks of `tms sandbox serve` and `tms sandbox webhook`, over sockets, checked by a receiver that knows only what
/// `docs/sandbox.md` tells it.
@Suite struct ServedWebhookTests {
    @Test func `a receiver that checks signatures accepts every webhook`() async throws {
        let program = Program()
        defer { program.remove() }
        let refusals = Mutex(2)
        let receiver = try #require(
            RecordingServer { _ in
                let isRefused = refusals.withLock { left in
                    left -= 1
                    return left >= 0
                }
                return .raw(status: isRefused ? 500 : 200, headers: [], body: "")
            })
        let url = "http://127.0.0.1:\(receiver.port)/hook?a=b"
        #expect(await program.run("sandbox", "webhook", url).output == "each parcel that moves is posted to \(url)\n")
        let moved = await program.run("sandbox", "advance", "9", "days")
        let counts = try #require(moved.output.firstMatch(of: /(\d+) parcels moved.* (\d+) webhooks sent/))
        let (parcels, sent) = (Int(counts.1) ?? 0, Int(counts.2) ?? 0)
        #expect(sent == parcels - 2 && parcels > 5)
        #expect(moved.output.contains("2 webhooks to be sent later (HTTP 500)"), "\(moved.output)")
        let again = await program.run("sandbox", "advance", "1", "minute")
        #expect(again.output.contains("2 webhooks sent"), "\(again.output)")
        #expect(receiver.requests.count == parcels + 2)
        for request in receiver.requests {
            #expect(request.method == "POST" && request.target == "/hook?a=b")
            #expect(request.header("Content-Type") == "application/json")
            let body = try #require(
                try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any])
            let verify = try #require(body["verifyInfo"] as? [String: Any])
            let time = try #require(verify["timeStr"] as? Int)
            #expect(abs(Double(time) - Date().timeIntervalSince1970) < 600)
            let signature = try #require(verify["signature"] as? String)
            #expect(signature.count == 64)
            if let own = Self.signature(of: "\(time)", key: "ops@example.com") { #expect(signature == own) }
            let data = try #require(body["data"] as? [String: Any])
            #expect(data["status"] is String && data["tracking_number"] is String)
        }
        #expect(await program.run("sandbox", "webhook", "nothing").output == "nothing is posted any more\n")
        #expect(await program.run("sandbox", "advance", "9", "days").output.contains("webhook") == false)
    }

    @Test func `serve sets where they go, and refuses what is no address of this machine`() async throws {
        let program = Program()
        defer { program.remove() }
        let receiver = try #require(RecordingServer { _ in .raw(status: 204, headers: [], body: "") })
        let server = try #require(ServedProgram(program, "--webhook", "http://localhost:\(receiver.port)/"))
        #expect(await program.run("sandbox", "advance", "3", "days").output.contains("webhooks sent"))
        #expect(!receiver.requests.isEmpty)
        #expect(server.stop() == 0)
        for (options, code) in [
            (["--webhook", "http://example.com/"], "E0931"), (["--webhook", "nonsense"], "E0931"),
            (["--log", "/no/such/folder/log"], "E0930"),
        ] {
            let result = await program.run(arguments: ["sandbox", "serve", "--port", "0"] + options)
            #expect(result.errors.contains(code), "\(result.errors)")
        }
        let refused = await program.run("sandbox", "webhook", "https://example.com/hook")
        #expect(refused.status != 0 && refused.errors.contains("another machine"))
        let said = await program.run("sandbox", "webhook", "https://example.com/hook", "--remote")
        #expect(said.status == 0)
    }

    /// The signature by another program, where there is one; openssl is on most machines.
    private static func signature(of message: String, key: String) -> String? {
        let openssl = ChildProcess("openssl", ["dgst", "-sha256", "-hmac", key], input: message)
        guard let text = openssl?.hearAll().output else { return nil }
        return text.split(separator: " ").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }
}
