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
        if let name = nameOfLink { return name }
        var moment = time(nil)
        var local = tm()
        guard localtime_r(&moment, &local) != nil, let letters = local.tm_zone else { return "UTC" }
        return String(cString: letters)
    }

    /// What follows the folder of all zones where `/etc/localtime` leads.
    private static var nameOfLink: String? {
        var path = [CChar](repeating: 0, count: 1_024)
        return path.withUnsafeMutableBufferPointer { path in
            guard let start = path.baseAddress, readlink("/etc/localtime", start, path.count - 1) > 0,
                let folder = strstr(start, "/zoneinfo/")
            else { return nil }
            return String(cString: folder + "/zoneinfo/".utf8.count)
        }
    }
}
