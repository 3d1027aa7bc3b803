import Glibc
import LineEditor
import TMSBase
import TMSCommands
import TMSShell
import TMSSyntax
import TrackingMore

/// Which account a run talks to, and how, once options, environment and configuration have had their say.
struct Account {
    enum Place: Equatable {
        /// The pretend account under the state directory.
        case sandbox
        case live(baseURL: String, KeySource)
    }

    var place: Place
    var profile: Profile
    /// What `reply` says.
    var replies: ReplyTexts
    /// The keys of the shell that the configuration asks for.
    let keys: LineEditor.Keys?

    var isLive: Bool { place != .sandbox }

    /// The option first, then the environment, then the profile. A profile asked for by name beats the key in the
    /// environment, so that a shell with one account's key can look at another.
    init(
        _ options: RunOptions, _ directories: UserDirectories,
        variable: (EnvironmentVariable) -> String? = { environmentVariable($0) }
    ) throws(Diagnostic) {
        let configuration = try Configuration.read(directories.configuration + "/config.toml")
        replies = configuration.replies
        keys = configuration.keys
        let named = options.profile ?? variable(.profile).flatMap { $0.isEmpty ? nil : $0 }
        let name = named ?? configuration.preferred
        profile = name.flatMap { configuration.profiles[$0] } ?? .unnamed
        if let name, name != "sandbox", configuration.profiles[name] == nil {
            let known = configuration.profiles.keys.sorted()
            throw Diagnostic(
                .error, "E0907", "there is no profile `\(name)`",
                notes: [
                    !configuration.isThere
                        ? "there is no \(configuration.path)"
                        : known.isEmpty
                            ? "\(configuration.path) has no profiles" : "profiles: \(known.joined(separator: ", "))"
                ])
        }
        let base = options.baseURL ?? variable(.baseURL).flatMap { $0.isEmpty ? nil : $0 } ?? profile.baseURL
        guard !options.isSandbox, name != "sandbox" else {
            place = .sandbox
            return
        }
        guard let source = Self.keySource(profile, directories, isNamed: named != nil, variable) else {
            // Whoever names a service does not mean the pretend account.
            if let base {
                throw Diagnostic(
                    .error, "E0904", "no key is set for \(base)",
                    notes: [
                        "set \(EnvironmentVariable.key.rawValue), or key-file or key-command in \(configuration.path)",
                        "or leave the base URL out to use the sandbox",
                    ])
            }
            place = .sandbox
            return
        }
        if case .command = source {
            try Self.checkOwner(of: configuration.path, "which names a key command")
        } else if let base, base == profile.baseURL {
            try Self.checkOwner(of: configuration.path, "which says where the key is sent")
        }
        place = .live(baseURL: try BaseURL(base ?? Catalogue.standard.dialect.defaultBaseURL).text, source)
    }

    /// What is run, and where a key goes, is believed only of a file that nobody else can have written or put into its
    /// place. The file and its folder are the user's alone; further up a group may share a folder, and all may where
    /// each keeps to his own files (`/tmp`).
    private static func checkOwner(of path: String, _ use: String) throws(Diagnostic) {
        var place = path
        var depth = 0
        while true {
            var status = stat()
            if stat(place, &status) == 0 {
                let isOurs = depth >= 2 || status.st_uid == getuid() || status.st_uid == 0
                let others: mode_t = depth < 2 ? 0o022 : status.st_mode & S_ISVTX == 0 ? 0o002 : 0
                guard isOurs, status.st_mode & others == 0 else {
                    throw Diagnostic(
                        .error, "E0921", "others can change \(place == path ? "" : "the folder ")\(place), \(use)",
                        notes: [
                            isOurs
                                ? "chmod \(depth < 2 ? "go-w" : "o-w") \(place)" : "it belongs to another user"
                        ])
                }
            }
            guard let end = place.lastIndex(of: "/"), place != "/" else { return }
            place = end == place.startIndex ? "/" : String(place[..<end])
            depth += 1
        }
    }

    private static func keySource(
        _ profile: Profile, _ directories: UserDirectories, isNamed: Bool, _ variable: (EnvironmentVariable) -> String?
    ) -> KeySource? {
        let own: KeySource? =
            profile.keyFile.map { .file(directories.resolve($0)) } ?? profile.keyCommand.map { .command($0) }
        let hasVariable = !(variable(.key) ?? "").isEmpty
        if isNamed { return own ?? (hasVariable ? .environment : nil) }
        return hasVariable ? .environment : own
    }
}

/// What an account is called on the disk.
enum AccountName {
    /// The same for the same key and address. The key cannot be told from it.
    static func name(of key: Secret, at baseURL: String) -> String {
        let hash = SHA256.hash(Array("tms account \(baseURL) \(key.revealed)".utf8))
        return hash.prefix(12).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
