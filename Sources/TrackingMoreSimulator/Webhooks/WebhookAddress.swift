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
