import TMSShell
import TMSSyntax

/// Where the API answers: `https://api.example.com:8443/v2`.
///
/// Only what every reader of URLs reads alike is taken, so that the key goes to the host that was checked: a scheme, a
/// host, a port and a path of plain characters. No name or password, no query, no backslash, no escapes.
struct BaseURL: Equatable {
    enum Scheme: String, CaseIterable { case http, https }

    let text: String
    let scheme: Scheme
    /// As written; the brackets of an IPv6 address included.
    let host: Substring

    init(_ text: String) throws(Diagnostic) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains("@"), !text.contains("\\") else {
            throw Diagnostic(
                .error, "E0908", "the base URL hides where it leads: \(text)",
                notes: ["write the host alone, without a name, a password or blanks: https://api.example.com/v2"])
        }
        guard let scheme = Scheme.allCases.first(where: { text.hasPrefix("\($0.rawValue)://") }) else {
            throw Diagnostic(.error, "E0908", "the base URL asks for https://: \(text)")
        }
        let rest = text.dropFirst(scheme.rawValue.count + 3)
        let authority = rest.prefix { $0 != "/" }
        guard let host = Self.host(of: authority), Self.isPath(rest.dropFirst(authority.count)) else {
            throw Diagnostic(
                .error, "E0908", "the base URL is not a host and a path: \(text)",
                notes: ["write it as https://api.example.com/v2 or https://api.example.com:8443/v2"])
        }
        self.text = text
        self.scheme = scheme
        self.host = host
        guard scheme == .https || isForThisMachine else {
            throw Diagnostic(
                .error, "E0908", "the base URL would send the key unencrypted: \(text)",
                notes: ["http:// is for this machine only (127.0.0.1, localhost)"])
        }
    }

    /// Whether it leads nowhere else.
    var isForThisMachine: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }

    /// The host of `host` and `host:port`; `nil` for anything else.
    private static func host(of authority: Substring) -> Substring? {
        let host: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[...end]
            guard host.count > 4, host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
            else { return nil }
        } else {
            host = authority.prefix { $0 != ":" }
            let labels = host.split(separator: ".", omittingEmptySubsequences: false)
            guard labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isPlain || $0 == "-" } }) else { return nil }
        }
        let port = authority.dropFirst(host.count)
        if port.isEmpty { return host }
        let digits = port.dropFirst()
        guard port.first == ":", !digits.isEmpty, digits.allSatisfy({ "0"..."9" ~= $0 }),
            let number = UInt16(digits), number > 0
        else { return nil }
        return host
    }

    /// Nothing, or parts after slashes that mean themselves.
    private static func isPath(_ path: Substring) -> Bool {
        path.split(separator: "/").allSatisfy { part in
            part != "." && part != ".." && part.allSatisfy { $0.isPlain || "-._~".contains($0) }
        }
    }
}

extension Character {
    /// A letter or digit of ASCII.
    fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber) }
}
