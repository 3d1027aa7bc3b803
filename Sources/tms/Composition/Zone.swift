import Glibc

/// The zone dates are shown and read in: the profile's, or the machine's.
struct Zone: Sendable {
    /// What people call it: `Europe/Berlin`.
    let name: String

    /// - Parameter name: `Europe/Berlin`; an unknown one counts as UTC, as the C library has it.
    init(_ name: String?) {
        if let name { setenv(EnvironmentVariable.zone.rawValue, name, 1) }
        tzset()
        self.name = name ?? Self.ofMachine
    }

    /// Seconds east of UTC at an instant.
    func offset(at instant: Int) -> Int {
        var moment = time_t(instant)
        var local = tm()
        guard localtime_r(&moment, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }

    static func now() -> Int { time(nil) }

    /// The machine's zone by its full name where it has one, else by its letters.
    private static var ofMachine: String {
        if let name = getenv("TZ").map({ String(cString: $0) }), !name.isEmpty { return name }
        var path = [CChar](repeating: 0, count: 1_024)
        let length = readlink("/etc/localtime", &path, path.count)
        let target = String(decoding: path.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let parts = target.split(separator: "/")
        if let folder = parts.lastIndex(of: "zoneinfo") { return parts[(folder + 1)...].joined(separator: "/") }
        var moment = time(nil)
        var local = tm()
        guard localtime_r(&moment, &local) != nil, let letters = local.tm_zone else { return "UTC" }
        return String(cString: letters)
    }
}
