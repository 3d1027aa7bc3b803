import LineEditor
import TMSRuntime
import TMSShell
import TMSSyntax

/// Every setting as a row: its value, and where that comes from.
struct SettingRows {
    private let options: RunOptions
    private let account: Account
    private let directories: UserDirectories
    private let variable: (EnvironmentVariable) -> String?

    private static let shape = Shape(keys: ["setting", "value", "from", "about"])
    private static let usual = "usual"

    init(
        _ options: RunOptions, _ account: Account, _ directories: UserDirectories,
        variable: @escaping (EnvironmentVariable) -> String? = { environmentVariable($0) }
    ) {
        self.options = options
        self.account = account
        self.directories = directories
        self.variable = variable
    }

    var value: Value {
        let (current, origin) = profile
        var rows = [row(Setting.preferred.name, current, origin, Setting.preferred.summary)]
        rows += Setting.allCases.map { setting in
            let (value, origin) = self.value(of: setting)
            return row(setting.rawValue, value, origin, setting.summary)
        }
        rows.append(
            row("configuration", path, directories.isThere(path) ? "a file" : "no such file", "the file of settings"))
        rows.append(
            row(
                "state", directories.state, isGiven(.stateHome) ? name(.stateHome) : Self.usual,
                "where tms keeps what it remembers"))
        return .items(rows)
    }

    private var path: String { directories.configuration + "/config.toml" }

    private var profile: (String, String) {
        let name = account.isLive ? account.profile.name : "sandbox"
        if options.isSandbox { return (name, "--sandbox") }
        if options.profile != nil { return (name, "--profile, or profile in the shell") }
        if isGiven(.profile) { return (name, self.name(.profile)) }
        if account.profile.name != Profile.unnamed.name { return (name, path) }
        return (name, account.isLive ? self.name(.key) : Self.usual)
    }

    private func value(of setting: Setting) -> (String?, String) {
        let profile = account.profile
        let section = "[profiles.\(profile.name)]"
        func said(_ value: String?, usually usual: String? = nil) -> (String?, String) {
            value.map { ($0, section) } ?? (usual, Self.usual)
        }
        switch setting {
        case .keyFile: return said(profile.keyFile)
        case .keyCommand: return said(profile.keyCommand)
        case .baseURL:
            if let url = options.baseURL { return (url, "--base-url") }
            if isGiven(.baseURL) { return (variable(.baseURL), name(.baseURL)) }
            if case .live(let url, _) = account.place { return said(profile.baseURL, usually: url) }
            return said(profile.baseURL)
        case .timeout:
            if let seconds = options.timeout { return ("\(seconds) s", "--timeout") }
            return said(profile.timeout.map { "\($0) s" }, usually: "\(Timeout.usual) s")
        case .zone:
            if profile.zone == nil, isGiven(.zone) { return (variable(.zone), name(.zone)) }
            return said(profile.zone, usually: "that of the machine")
        case .format:
            if let format = options.format { return (format.rawValue, "--format") }
            return said(profile.format?.rawValue, usually: OutputFormat.table.rawValue)
        case .rate: return said(profile.rate.map { "\($0)" }, usually: "1")
        case .output: return said(profile.isFlat.map { $0 ? "flat" : "table" }, usually: "table")
        case .background:
            if profile.background == nil, let text = variable(.colors), let told = Background(colorVariable: text) {
                return (told.rawValue, name(.colors))
            }
            return said(profile.background?.rawValue)
        case .beforeImages:
            if !options.keepsImages { return ("known", "--no-before-images") }
            return said(profile.keepsImages.map { $0 ? "read" : "known" }, usually: "read")
        }
    }

    private func row(_ setting: String, _ value: String?, _ origin: String, _ summary: String) -> Value {
        .record(
            Record(
                shape: Self.shape,
                values: [
                    .string(setting), value.map { .string($0) } ?? .nothing, .string(origin),
                    .string(summary.replacing("`", with: "")),
                ]))
    }

    private func isGiven(_ variable: EnvironmentVariable) -> Bool { !(self.variable(variable) ?? "").isEmpty }
    private func name(_ variable: EnvironmentVariable) -> String { "$" + variable.rawValue }
}

/// Every profile as a row, the pretend account last.
struct ProfileRows {
    private let account: Account
    private let configuration: Configuration

    private static let shape = Shape(keys: ["name", "current", "account"])

    init(_ account: Account, _ directories: UserDirectories) throws(Diagnostic) {
        self.account = account
        configuration = try Configuration.read(directories.configuration + "/config.toml")
    }

    var value: Value {
        var rows: [Value] = []
        let current = account.isLive ? account.profile.name : "sandbox"
        func add(_ name: String, _ place: String) {
            rows.append(
                .record(Record(shape: Self.shape, values: [.string(name), .boolean(name == current), .string(place)])))
        }
        for (name, profile) in configuration.profiles.sorted(by: { $0.key < $1.key }) {
            add(name, profile.baseURL ?? "TrackingMore")
        }
        if configuration.profiles[current] == nil, account.isLive { add(current, "TrackingMore") }
        add("sandbox", "the pretend account")
        return .items(rows)
    }
}
