import Glibc

/// The zone dates are shown and read in: the profile's, or the machine's.
struct Zone: Sendable {
    /// - Parameter name: `Europe/Berlin`; an unknown one counts as UTC, as the C library has it.
    init(_ name: String?) {
        if let name { setenv(EnvironmentVariable.zone.rawValue, name, 1) }
        tzset()
    }

    /// Seconds east of UTC at an instant.
    func offset(at instant: Int) -> Int {
        var moment = time_t(instant)
        var local = tm()
        guard localtime_r(&moment, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }

    static func now() -> Int { time(nil) }
}
