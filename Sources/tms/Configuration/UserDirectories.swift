import Glibc

/// Where a person's files live, by the XDG rules.
struct UserDirectories {
    let home: String
    /// Holds `config.toml`.
    let configuration: String
    /// Holds the history, the journal and the sandbox's account.
    private(set) var state: String

    /// The same, with another folder for what tms remembers.
    func with(state: String) -> UserDirectories {
        var directories = self
        directories.state = state
        return directories
    }

    init(_ variable: (EnvironmentVariable) -> String?) {
        let home = variable(.home).flatMap { $0.isEmpty ? nil : $0 } ?? "/"
        self.home = home
        configuration = Self.base(variable(.configurationHome), home + "/.config") + "/tms"
        state = Self.base(variable(.stateHome), home + "/.local/state") + "/tms"
    }

    /// Paths below a person's home, with what they hold.
    static let files: [(path: String, summary: String)] = [
        ("~/.config/tms/config.toml", "the configuration"),
        ("~/.local/state/tms/history", "statements entered in the shell, and what became of them"),
        ("~/.local/state/tms/limits", "when each account was called last, for its limit"),
        (
            "~/.local/state/tms/sandbox/account.sqlite",
            "the pretend account; `tms sandbox reset` starts it anew"
        ),
    ]

    func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

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
