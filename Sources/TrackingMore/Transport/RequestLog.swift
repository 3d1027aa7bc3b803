public import TMSBase

/// A file with one line of JSON for each call: of the program that makes it, or of the server that answers it. It holds
/// no key, no query and no body, so that it can be shown to others.
public final class RequestLog: Sendable {
    private let file: AppendedFile
    private let time: @Sendable () -> Double

    /// Opens the file, for its owner alone, and goes on at its end.
    ///
    /// - Parameter time: the clock of this machine, in seconds since 1970.
    public init(path: String, time: @escaping @Sendable () -> Double) throws(SystemError) {
        file = try AppendedFile(path: path)
        self.time = time
    }

    public var path: String { file.path }
    /// Whether a line could not be written; those after it are not tried.
    public var isBroken: Bool { file.isBroken }

    /// What a line tells.
    public struct Entry: Sendable {
        public var method: String
        /// The address; what follows a question mark is left out.
        public var url: String
        /// Parcels and other things that the call was about.
        public var rows: Int
        /// Of HTTP; nil where no answer came.
        public var status: Int?
        /// Of the service.
        public var code: Int?
        public var seconds: Double
        /// Which attempt it was, from 1 on; nil for a server, which cannot know.
        public var attempt: Int?
        /// Of the answer.
        public var bytes: Int

        public init(
            method: String, url: String, rows: Int, status: Int?, code: Int?, seconds: Double, attempt: Int? = nil,
            bytes: Int
        ) {
            self.method = method
            self.url = url
            self.rows = rows
            self.status = status
            self.code = code
            self.seconds = seconds
            self.attempt = attempt
            self.bytes = bytes
        }
    }

    public func add(_ entry: Entry) {
        let moment = Int(exactly: time().rounded(.down)).flatMap(RequestLog.utc)
        var line: JSONObject = [
            "time": moment.map { .string($0) } ?? .null, "method": .string(entry.method),
            "path": .string(RequestLog.path(entry.url)), "rows": JSON(entry.rows),
            "status": entry.status.map { JSON($0) } ?? .null, "code": entry.code.map { JSON($0) } ?? .null,
            "milliseconds": .number(RequestLog.thousandths(entry.seconds)),
        ]
        if let attempt = entry.attempt { line["attempt"] = JSON(attempt) }
        line["bytes"] = JSON(entry.bytes)
        file.add(JSON.object(line).compactBytes())
    }

    /// The path without what a client may have put its secrets into: query, fragment, a user's name before the host.
    private static func path(_ url: String) -> String {
        let plain = url.prefix { $0 != "?" && $0 != "#" }
        guard let scheme = plain.firstRange(of: "://") else { return String(plain.prefix(500)) }
        return String(plain[scheme.upperBound...].drop { $0 != "/" }.prefix(500))
    }

    /// `2019-06-01T00:00:00Z`.
    private static func utc(_ seconds: Int) -> String? {
        guard let time = CivilTime(secondsSinceEpoch: seconds) else { return nil }
        let date = "\(padded(time.year, 4))-\(padded(time.month))-\(padded(time.day))"
        return "\(date)T\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))Z"
    }

    /// Milliseconds with three digits behind the point.
    private static func thousandths(_ seconds: Double) -> String {
        guard let micros = Int(exactly: (seconds * 1e6).rounded()), micros >= 0 else { return "0" }
        let rest = String(micros % 1000)
        return "\(micros / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }
}
