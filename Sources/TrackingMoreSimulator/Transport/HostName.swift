/// The host an address or a request names, without its port: `localhost`, `127.0.0.1`, `::1`.
struct HostName: Equatable {
    /// In small letters, without brackets.
    let name: String

    /// Reads `host`, `host:port`, `[::1]:port`; nil for anything else, a user's name in front of it included.
    init?(authority: String) {
        let text = authority.lowercased()
        var rest = text[...]
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            name = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
            guard !name.isEmpty, name.utf8.allSatisfy({ HostName.isHexDigit($0) || $0 == 0x3A || $0 == 0x2E }) else {
                return nil
            }
        } else {
            name = String(rest.prefix { $0 != ":" })
            rest = rest.dropFirst(name.count)
            guard !name.isEmpty, name.utf8.allSatisfy(HostName.isNameByte) else { return nil }
        }
        guard rest.isEmpty || rest.first == ":" && rest.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
    }

    /// The host of `http://host:port`, as an `Origin` header names it; nil for `null` and what is no address.
    init?(origin: String) {
        for scheme in ["http://", "https://"] where origin.lowercased().hasPrefix(scheme) {
            self.init(authority: String(origin.dropFirst(scheme.count)))
            return
        }
        return nil
    }

    /// Whether it can only be this machine.
    var isThisMachine: Bool {
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" { return true }
        return octets?.first == 127
    }

    /// Whether it is an address, and not a name that somebody else could let point here.
    var isAddress: Bool { octets != nil || name.contains(":") }

    private var octets: [Int]? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part).flatMap { $0 < 256 ? $0 : nil } : nil
        }
        return parts.count == 4 && numbers.count == 4 ? numbers : nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
}
