import TMSBase

extension HTTPResponse {
    /// How many seconds the answer asks to wait, in `Retry-After`: as a number, or as a date against the clock of the
    /// service in `Date`. Nil where it asks for nothing that can be understood.
    var pause: Int? {
        guard let text = headers.value(ofHeader: "Retry-After") else { return nil }
        if let seconds = Int(text) { return seconds >= 0 ? seconds : nil }
        guard let end = HTTPDate.seconds(text), let now = headers.value(ofHeader: "Date").flatMap(HTTPDate.seconds)
        else { return nil }
        return max(0, end - now)
    }
}

/// A date in a header: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since 1970; nil for what is no such date.
    static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[0].hasSuffix(","), let day = Int(parts[1]),
            let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
            let date = CivilDay(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
        else { return nil }
        return date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second
    }
}
