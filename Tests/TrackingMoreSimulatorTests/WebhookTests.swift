import Synchronization
import TMSBase
import Testing
import TrackingMore

@testable import TrackingMoreSimulator

@Suite struct SignatureTests {
    @Test func `the hash is that of its standard`() {
        func hex(_ bytes: [UInt8]) -> String {
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        for (message, hash) in [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ] { #expect(hex(SHA256.hash(Array(message.utf8))) == hash) }
        // RFC 4231, cases 1, 2 and 6: a short key, a word, and a key longer than a block.
        for (key, message, signature) in [
            (
                [UInt8](repeating: 0x0B, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ] { #expect(hex(SHA256.signature(of: Array(message.utf8), key: key)) == signature) }
    }

    @Test func `a webhook is signed as the service signs it`() {
        #expect(
            WebhookMessage.signature(email: "ops@example.test", time: 1_700_000_000)
                == "86b6b97c9cdeb2e07d7d79129995410fcc12b2b5dbc5e7477b7ec19274e0de99")
    }
}

@Suite struct WebhookTests {
    private static let url = "http://127.0.0.1:9000/hook"

    /// Takes what is posted, and answers as it is told.
    private final class Receiver: Transport {
        private let state: Mutex<(bodies: [JSON], status: [Int])>

        init(_ status: Int...) { state = Mutex(([], status)) }

        var bodies: [JSON] { state.withLock { $0.bodies } }

        func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            #expect(request.method == "POST" && request.url == WebhookTests.url)
            #expect(request.headers.value(ofHeader: "Content-Type") == "application/json")
            let body = try? JSON(parsing: request.body)
            let status = state.withLock { state in
                state.bodies.append(body ?? .null)
                return state.status.count > 1 ? state.status.removeFirst() : state.status.first ?? 200
            }
            if status == 0 { throw .unreachable(host: "127.0.0.1") }
            return HTTPResponse(status: status)
        }
    }

    @Test func `each parcel that moves is posted once, as it then stands, and signed`() async throws {
        let account = try Account { $0.time = { 1_700_000_000.9 } }
        try await account.sandbox.setWebhook(WebhookTests.url)
        let receiver = Receiver(200)
        let summary = try await account.sandbox.advance(by: 9 * day, posting: receiver)
        #expect(summary.moved > 5)
        #expect(summary.webhooks == WebhookSummary(sent: summary.moved, waiting: 0, failure: nil))
        #expect(receiver.bodies.count == summary.moved)
        let listed = try await account.data("GET /trackings/get?limit=100").items
        for body in receiver.bodies {
            #expect(body.object?.keys == ["meta", "data", "verifyInfo"])
            #expect(body["meta"] == ["code": 200, "type": "Success", "message": "Success"])
            #expect(body["verifyInfo"]?["timeStr"] == 1_700_000_000)
            let signature = WebhookMessage.signature(email: "ops@example.com", time: 1_700_000_000)
            #expect(body["verifyInfo"]?["signature"]?.text == signature)
            let data = try #require(body["data"]?.object)
            #expect(data.keys.first == "id" && data["archived"] == nil && data["track_update"] == nil)
            let parcel = try #require(listed.first { $0["id"] == data["id"] })
            for (key, value) in data { #expect(parcel[key] == value, "\(key)") }
        }
        #expect(try await account.sandbox.advance(by: 0, posting: receiver).webhooks?.sent == 0)
    }

    @Test func `what is not taken is posted again, ever later by the sandbox's clock, fourteen times`() async throws {
        let account = try Account { $0.parcels = 1 }
        try await account.sandbox.setWebhook(WebhookTests.url)
        let receiver = Receiver(500)
        // The one parcel expires; nothing else will happen to it.
        let first = try await account.sandbox.advance(by: 90 * day, posting: receiver)
        #expect(first.moved == 1)
        #expect(first.webhooks == WebhookSummary(sent: 0, waiting: 1, failure: "HTTP 500"))
        for attempt in 1...14 {
            let delay = 30 << attempt
            let early = try await account.sandbox.advance(by: delay - 1, posting: receiver)
            #expect(early.webhooks == WebhookSummary(sent: 0, waiting: 1, failure: nil))
            #expect(receiver.bodies.count == attempt)
            let due = try await account.sandbox.advance(by: 1, posting: receiver)
            #expect(receiver.bodies.count == attempt + 1)
            #expect(due.webhooks?.waiting == (attempt == 14 ? 0 : 1), "\(attempt)")
        }
        #expect(Set(receiver.bodies.compactMap { $0["data"]?.compact }).count == 1)
    }

    @Test func `a receiver that comes back gets what it has missed`() async throws {
        let account = try Account()
        try await account.sandbox.setWebhook(WebhookTests.url)
        let deaf = try await account.sandbox.advance(by: 3 * day, posting: Receiver(0))
        #expect(deaf.moved > 2)
        #expect(deaf.webhooks?.sent == 0 && deaf.webhooks?.waiting == deaf.moved)
        #expect(deaf.webhooks?.failure == "cannot reach 127.0.0.1")
        let receiver = Receiver(500, 200)
        let later = try await account.sandbox.advance(by: 60, posting: receiver)
        #expect(later.webhooks == WebhookSummary(sent: deaf.moved - 1 + later.moved, waiting: 1, failure: "HTTP 500"))
        // Without somebody to post them they wait.
        #expect(try await account.sandbox.advance(by: day).webhooks == nil)
        #expect(try await account.sandbox.advance(by: 0, posting: receiver).webhooks?.waiting == 0)
    }

    @Test func `an account posts nothing until it is told to, and no longer than it is`() async throws {
        let account = try Account()
        let receiver = Receiver(200)
        #expect(try await account.sandbox.advance(by: 3 * day, posting: receiver).webhooks == nil)
        try await account.sandbox.setWebhook(WebhookTests.url)
        #expect(try await account.sandbox.status().webhook == WebhookTests.url)
        _ = try await account.sandbox.advance(by: 3 * day)
        try await account.sandbox.setWebhook(nil)
        #expect(try await account.sandbox.advance(by: 3 * day, posting: receiver).webhooks == nil)
        try await account.sandbox.setWebhook(WebhookTests.url)
        try await account.sandbox.reset()
        #expect(try await account.sandbox.status().webhook == nil)
        #expect(receiver.bodies.isEmpty)
    }

    @Test(arguments: [
        "ftp://127.0.0.1/x", "127.0.0.1:9000", "http://", "http:///hook", "http://user@127.0.0.1/", "", "nothing",
        "http://example.com/hook", "https://10.0.0.5/", "http://localhost.evil.example/", "http://127.0.0.1 /",
        "http://127.0.0.1\r\nX: y/", "http://127.0.0.1\\@evil.example/",
    ])
    func `an address that is none, or lies on another machine, is refused`(url: String) async throws {
        let sandbox = try Sandbox()
        await #expect(throws: SandboxError.self) { try await sandbox.setWebhook(url) }
        #expect(try await sandbox.status().webhook == nil)
    }

    @Test func `another machine gets them where that is said`() async throws {
        let sandbox = try Sandbox()
        try await sandbox.setWebhook("https://example.com/hook", isRemoteAllowed: true)
        for url in ["http://localhost:1/x", "http://[::1]:9000", "https://127.0.0.1/?a=b"] {
            try await sandbox.setWebhook(url)
            #expect(try await sandbox.status().webhook == url)
        }
    }
}
