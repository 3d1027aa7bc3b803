import TrackingMore

/// Lets in what comes from programs of this machine, and keeps out the pages of a browser that runs on it: those reach
/// the port too, by a name that leads here or straight across origins.
struct Gate: Sendable {
    /// The address the server listens on, and the other names it was said to be reached by; in small letters.
    let names: Set<String>
    /// Whether other machines can reach it.
    let isOpen: Bool

    /// The service itself, whose name stands in requests that a proxy setting has steered here.
    private static let service = "api.trackingmore.com"

    init(host: String, names: [String]) {
        self.names = Set(([host] + names).map { $0.lowercased() })
        // What cannot be read is a name, and names are looked up by the system.
        isOpen = HostName(authority: host.contains(":") ? "[\(host)]" : host).map { !$0.isThisMachine } ?? true
    }

    /// Why a request is kept out; nil where it may pass.
    func refusal(_ headers: [(name: String, value: String)]) -> String? {
        for (name, value) in headers where name.lowercased() == "host" && !isKnown(HostName(authority: value)) {
            return "\(shown(value)) is no name of this sandbox; tms sandbox serve --host lets it be one."
        }
        for (name, value) in headers where name.lowercased() == "origin" && !isKnown(HostName(origin: value)) {
            return "Pages of \(shown(value)) may not use this sandbox; tms sandbox serve --host lets them."
        }
        return nil
    }

    private func isKnown(_ host: HostName?) -> Bool {
        guard let host else { return false }
        // An address cannot be made to point here by somebody else, as a name can.
        return host.isThisMachine || names.contains(host.name) || host.name == Gate.service
            || isOpen && host.isAddress
    }

    private func shown(_ text: String) -> String { String(text.prefix(100)) }
}
