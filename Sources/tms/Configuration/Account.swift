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

    var isLive: Bool { place != .sandbox }

    /// The option first, then the environment, then the profile. A profile asked for by name beats the key in the
    /// environment, so that a shell with one account's key can look at another.
    init(
        _ options: Options, _ directories: UserDirectories,
        variable: (EnvironmentVariable) -> String? = { environmentVariable($0) }
    ) throws(Diagnostic) {
        let configuration = try Configuration.read(directories.configuration + "/config.toml")
        let named = options.profile ?? variable(.profile).flatMap { $0.isEmpty ? nil : $0 }
        let name = named ?? configuration.preferred
        profile = name.flatMap { configuration.profiles[$0] } ?? .unnamed
        if let name, name != "sandbox", configuration.profiles[name] == nil {
            let known = configuration.profiles.keys.sorted()
            throw Diagnostic(
                .error, "E0907", "there is no profile `\(name)`",
                notes: [
                    known.isEmpty
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
        place = .live(baseURL: try Self.checked(base ?? Client.defaultBaseURL), source)
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

    /// A key is not sent unencrypted to another machine.
    private static func checked(_ url: String) throws(Diagnostic) -> String {
        if url.hasPrefix("https://") { return url }
        guard url.hasPrefix("http://") else {
            throw Diagnostic(.error, "E0908", "the base URL asks for https://: \(url)")
        }
        let rest = url.dropFirst("http://".count)
        let local = ["127.0.0.1", "localhost", "[::1]"]
        let isLocal = local.contains { host in
            rest.hasPrefix(host) && rest.dropFirst(host.count).first.map { ":/".contains($0) } ?? true
        }
        guard isLocal else {
            throw Diagnostic(
                .error, "E0908", "the base URL would send the key unencrypted: \(url)",
                notes: ["http:// is for this machine only (127.0.0.1, localhost)"])
        }
        return url
    }
}
