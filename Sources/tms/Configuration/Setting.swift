/// A line of a profile in `config.toml`.
enum Setting: String, CaseIterable {
    case keyFile = "key-file"
    case keyCommand = "key-command"
    case baseURL = "base-url"
    case timeout, zone, format, rate, output, background
    case beforeImages = "before-images"

    /// Beside the profiles: which of them is used.
    static let preferred = (
        name: "profile", summary: "the profile used when none is named; `\"sandbox\"` is the pretend account"
    )

    /// Beside the profiles: which keys the shell has.
    static let keys = (
        name: "keys", summary: "the keys of the shell: `\"emacs\"` or `\"vi\"`; as `~/.editrc` says if nothing is said"
    )

    var summary: String {
        switch self {
        case .keyFile: "a file with the key and nothing else; relative to the configuration, `~/` is the home directory"
        case .keyCommand: "a command that prints the key, run by `/bin/sh`"
        case .baseURL: "where the API answers, if not at TrackingMore"
        case .timeout: "how long a call is waited for: `\"10s\"`, `\"2 min\"`; \(Timeout.usual) s if nothing is said"
        case .zone: "the zone in which dates are read and shown"
        case .rate: "calls a second that the plan of the account allows: `3`; 1 if nothing is said"
        case .beforeImages:
            "`\"known\"`: nothing is read before a change, as with `--no-before-images`; `\"read\"` if nothing is said"
        case .output:
            "`\"flat\"`: a line for each row and each field, without columns, for screen readers; `\"table\"` otherwise"
        case .background: "of the terminal: `\"dark\"` or `\"light\"`, where it does not tell itself"
        case .format: "how results look on a terminal: `table`, `card`, …"
        }
    }
}
