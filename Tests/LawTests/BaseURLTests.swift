import TMSBase
import TMSTestSupport
import Testing

@testable import tms

/// What is taken for a base URL is read alike by everybody: this test reads it by a grammar of its own.
@Suite struct BaseURLTests {
    private static let hosts = ["127.0.0.1", "localhost", "[::1]", "api.example.com", "127.0.0.2", "a-b.c", "evil"]
    private static let oddities = [
        "\\", "@", "\\@", ":@", "#@", "?@", "/@", "%40", "%2f", " ", "\t", "\n", "\r\n", "\u{0}", "\u{7F}", "\u{A0}",
        "\u{2044}", "\u{FF20}", "\u{FF0F}", "é", ":", "::", ":0", ":80", ":65535", ":65536", ":+80", "[", "]", "[::1]",
        "//", "..", "/../", "/./", ";", "user", "user:x", "*", "|", "`", "{", "\"", "'", "&", "=", "?x=1", "#f",
    ]
    private static let schemes = [
        "http://", "http://", "http://", "https://", "https://", "HTTP://", "http:/", "https:\\\\", "file://", "",
    ]
    private static let pieces = hosts + oddities + ["/v2", "/", "/a/b-c", "80", ".", "x"]

    /// scheme://host[:port][/path]
    nonisolated(unsafe) private static let grammar =
        #/https?://([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]{3,}\])(:[0-9]{1,5})?(/[A-Za-z0-9._~-]*)*/#

    @Test func `what is taken is a scheme, a host, a port and a path, and goes in clear to this machine only`() throws {
        var random = SeededRandom(seed: 2026)
        var taken = 0
        for _ in 0..<60_000 {
            let rest = (0...random.below(4)).map { _ in random.pick(Self.pieces) }.joined()
            let text = random.pick(Self.schemes) + rest
            guard let url = try? BaseURL(text) else { continue }
            taken += 1
            #expect(text.wholeMatch(of: Self.grammar) != nil, "\(text.debugDescription)")
            #expect(url.text == text)
            if text.hasPrefix("http://") {
                let authority = text.dropFirst("http://".count).prefix { $0 != "/" }
                let isLocal = ["127.0.0.1", "localhost", "[::1]"].contains { host in
                    authority == host || authority.hasPrefix("\(host):")
                }
                #expect(isLocal, "\(text.debugDescription)")
            }
        }
        #expect(taken > 1_000)
    }

    @Test(arguments: [
        "https://api.trackingmore.com/v2", "https://api.trackingmore.com", "https://api.example.com:8443/v2/",
        "http://127.0.0.1:8080/v2", "http://localhost/v2", "http://[::1]:9/v2", "https://[2001:db8::1]/v2",
    ])
    func `plain addresses are taken`(_ text: String) throws {
        #expect(try BaseURL(text).text == text)
    }

    @Test(arguments: [
        #"http://127.0.0.1:8940\@127.0.0.2:8942/v2"#, "http://127.0.0.1#@evil/v2", "http://127.0.0.1?@evil/v2",
        "http://127.0.0.1.evil/v2", "http://127.0.0.1:80:80/v2", "https://a.example/v2?x", "https://", "https:///v2",
        "https://a.example/v2#x", "https://a..b/v2", "https://a.example/%2e%2e/v2", "http://127.0.0.2/v2",
    ])
    func `what two readers may read apart is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try BaseURL(text) }
    }
}
