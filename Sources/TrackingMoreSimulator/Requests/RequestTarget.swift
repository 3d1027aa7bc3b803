import TrackingMore

/// The path and the query of a request line, taken apart.
struct RequestTarget: Sendable, Equatable {
    /// Below the version, decoded: `["trackings", "get"]`.
    let segments: [String]
    let query: JSONObject
    /// Whether the path begins with the version this is, as every address of the API does.
    let isVersioned: Bool

    /// Reads `/v2/trackings/get?page=1`, also in the absolute form that proxies are sent; nil for broken escapes.
    init?(_ url: String) {
        let noFragment = url.prefix { $0 != "#" }
        let halves = noFragment.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = halves.first ?? ""
        if let scheme = path.range(of: "://") {
            path = path[scheme.upperBound...].drop { $0 != "/" }
        }
        var segments: [String] = []
        for part in path.split(separator: "/") {
            guard let segment = PercentEncoding.decode(part) else { return nil }
            segments.append(segment)
        }
        isVersioned = segments.first == "v2"
        if isVersioned { segments.removeFirst() }
        var query = JSONObject()
        for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(sides.first ?? "", plusIsBlank: true),
                let value = PercentEncoding.decode(sides.count > 1 ? sides[1] : "", plusIsBlank: true)
            else { return nil }
            query[name] = .string(value)
        }
        self.segments = segments
        self.query = query
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        var start = startIndex
        while start < endIndex {
            let rest = self[start...]
            if rest.utf8.starts(with: wanted) {
                return start..<(utf8.index(start, offsetBy: wanted.count, limitedBy: endIndex) ?? endIndex)
            }
            // A scheme stands in front of the first slash.
            if rest.first == "/" { return nil }
            start = index(after: start)
        }
        return nil
    }
}
