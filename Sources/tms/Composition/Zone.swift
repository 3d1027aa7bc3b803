import Glibc
import TMSSyntax

/// The zone dates are shown and read in: the profile's, or the machine's.
struct Zone: Sendable {
    /// What people call it: `Europe/Berlin`.
    let name: String

    /// - Parameter name: `Europe/Berlin`, which the configuration has tested.
    init(_ name: String) {
        setenv(EnvironmentVariable.zone.rawValue, name, 1)
        tzset()
        self.name = name
    }

    /// The zone of the machine, which the environment may name.
    init() throws(Diagnostic) {
        if let given = Self.ofEnvironment, !ZoneNames.has(given) {
            let hint = ZoneNames.nearest(to: given).map { "did you mean `\($0)`?" } ?? "a name such as Europe/Berlin"
            throw Diagnostic(
                .error, "E0915", "there is no zone `\(given)`, which \(EnvironmentVariable.zone.rawValue) names",
                notes: [hint])
        }
        tzset()
        name = Self.ofMachine
    }

    /// Seconds east of UTC at an instant.
    func offset(at instant: Int) -> Int {
        var moment = time_t(instant)
        var local = tm()
        guard localtime_r(&moment, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }

    static func now() -> Int { time(nil) }

    private static var ofEnvironment: String? {
        getenv(EnvironmentVariable.zone.rawValue).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The machine's zone by its full name where it has one, else by its letters.
    private static var ofMachine: String {
        if let name = ofEnvironment { return name }
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
