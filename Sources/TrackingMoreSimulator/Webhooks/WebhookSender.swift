import TrackingMore

/// What became of the webhooks of one movement of the clock.
public struct WebhookSummary: Sendable, Equatable {
    /// Those the receiver took.
    public internal(set) var sent = 0
    /// Those still to be sent, for the first time or again.
    public internal(set) var waiting = 0
    /// Why the last one that was not taken was not: `HTTP 500`.
    public internal(set) var failure: String?
}

/// Posts the webhooks that are due, one after the other. What the receiver does not take stays for another time.
struct WebhookSender {
    let store: Store
    let transport: any Transport
    /// The clock of this machine, in seconds since 1970.
    let time: @Sendable () -> Double
    let escapesSlashes: Bool

    func send() async throws -> WebhookSummary? {
        let place = try await store.read { db in
            (address: try Outbox(db: db).address, account: try Sandbox.account(db))
        }
        guard let address = place.address else { return nil }
        var summary = WebhookSummary()
        var last = 0
        sending: while true {
            let from = last
            let letters = try await store.read { try Outbox(db: $0).due(place.account.now, after: from, limit: 100) }
            guard !letters.isEmpty else { break }
            for letter in letters {
                last = letter.row
                do {
                    let status = try await transport.send(request(letter, address, place.account)).status
                    guard (200..<300).contains(status) else {
                        summary.failure = "HTTP \(status)"
                        try await store.write { try Outbox(db: $0).postpone(letter, now: place.account.now) }
                        continue
                    }
                    summary.sent += 1
                    try await store.write { try Outbox(db: $0).remove(letter) }
                } catch let error as TransportError {
                    // Nobody is there: the others would not arrive either.
                    summary.failure = error.description
                    try await store.write { try Outbox(db: $0).postpone(letter, now: place.account.now) }
                    break sending
                }
            }
        }
        summary.waiting = try await store.read { try Outbox(db: $0).count }
        return summary
    }

    private func request(_ letter: Outbox.Letter, _ address: String, _ account: AccountRecord) -> HTTPRequest {
        let body = WebhookMessage.body(
            letter.data, email: account.email, time: Int(exactly: time().rounded(.down)) ?? account.now)
        return HTTPRequest(
            method: "POST", url: address,
            headers: [("Content-Type", "application/json"), ("User-Agent", "sandbox")],
            body: Reply.bytes(body, escapingSlashes: escapesSlashes))
    }
}

/// Where webhooks are posted: `http://127.0.0.1:9000/hook`.
struct WebhookAddress {
    let url: String

    /// - Parameter isRemoteAllowed: whether it may lie on another machine. What is posted may hold what somebody typed
    ///   into the sandbox, so that it only leaves this machine when that was said.
    init(_ url: String, isRemoteAllowed: Bool) throws(SandboxError) {
        let schemes = ["http://", "https://"]
        guard let scheme = schemes.first(where: { url.lowercased().hasPrefix($0) }),
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .webhook(url) }
        let authority = url.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard let host = HostName(authority: String(authority)) else { throw .webhook(url) }
        guard isRemoteAllowed || host.isThisMachine else { throw .remoteWebhook(host: host.name) }
        self.url = url
    }
}
