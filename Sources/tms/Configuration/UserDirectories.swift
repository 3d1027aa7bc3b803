import Glibc

/// Where a person's files live, by the XDG rules.
struct UserDirectories {
    let home: String
    /// Holds `config.toml`.
    let configuration: String
    /// Holds the history, the journal and the sandbox's account.
    let state: String

    init(_ variable: (String) -> String?) {
        let home = variable("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "/"
        self.home = home
        configuration = Self.base(variable("XDG_CONFIG_HOME"), home + "/.config") + "/tms"
        state = Self.base(variable("XDG_STATE_HOME"), home + "/.local/state") + "/tms"
    }

    /// `~/key` with the home directory in place of the tilde; a relative path counts from the configuration.
    func resolve(_ path: String) -> String {
        if path == "~" { return home }
        if path.hasPrefix("~/") { return home + path.dropFirst() }
        return path.hasPrefix("/") ? path : configuration + "/" + path
    }

    /// The rules say that a relative path is to be ignored.
    private static func base(_ path: String?, _ fallback: String) -> String {
        if let path, path.hasPrefix("/") { return path }
        return fallback
    }
}

/// The value of an environment variable.
func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
