import TrackingMore

/// Lets a request in by its key, before anything else of it is looked at.
struct KeyCheck {
    let keys: Sandbox.Keys

    static let header = Dialect.v2.keyHeader
    /// What versions 3 and 4 call it.
    private static let laterHeader = "Tracking-Api-Key"

    func check(_ headers: [(name: String, value: String)]) throws(Refused) {
        guard let key = headers.value(ofHeader: KeyCheck.header) else {
            throw Refused(4001, KeyCheck.missing(headers))
        }
        let plain = key.filter { $0 != " " && $0 != "\t" }
        guard !plain.isEmpty else { throw Refused(4001, "The header `\(KeyCheck.header)` is empty.") }
        switch keys {
        case .any: return
        case .only(let known, let deleted):
            if deleted.contains(key) { throw Refused(4002) }
            if !known.contains(key) { throw Refused(4001) }
        }
    }

    /// The commonest mistake of an integration is the name of the header.
    private static func missing(_ headers: [(name: String, value: String)]) -> String {
        headers.value(ofHeader: laterHeader) == nil
            ? "The header `\(header)` is missing."
            : "Version 2 of the API reads the key from `\(header)`; `\(laterHeader)` is the header of later versions."
    }
}
