import Testing

@testable import tms

/// A line that holds a key is not kept in the history; any other is.
struct SecretTextTests {
    private let secrets = SecretText { $0.contains("my-own-key-in-use") }

    @Test(arguments: [
        "export TRACKINGMORE_API_KEY=0f2c4a6e-1111-2222-3333-444455556666", "let key = \"abc\"",
        "call get \"/trackings/get?api_key=abc\"", "call post \"/x\" [token: \"abc\"]", "print \"my-own-key-in-use\"",
        "print 0f2c4a6e-1a2b-4c3d-9e8f-001122334455", "let k = \"9b74c9897bac770ffc029102a200c5de\"",
        "call post \"/x\" '{\"api_key\": \"abc\"}'", "PASSWORD = \"x\"",
    ])
    func `a line with a key is not kept`(line: String) { #expect(secrets.isIn(line)) }

    @Test(arguments: [
        "track 300403513351 via 4px to us title \"cute pillow\"", "list status transit | where silent over 10 days",
        "show 9400110200881234567896123456789012345678", "list | group by via | count | save \"key.csv\"",
        "open \"orders.csv\" | rename key to number", "show RB555666772CN", "print \"the key is in the drawer\"",
        "delete JJD0002241234567890123456789012", "list | where title is monkey",
    ])
    func `any other line is kept`(line: String) { #expect(!secrets.isIn(line)) }
}
