import Glibc

/// A variable of the environment that tms reads.
enum EnvironmentVariable: String, CaseIterable {
    case key = "TRACKINGMORE_API_KEY"
    case profile = "TMS_PROFILE"
    case baseURL = "TMS_BASE_URL"
    case zone = "TZ"
    case noColor = "NO_COLOR"
    case columns = "COLUMNS"
    case colors = "COLORFGBG"
    case pager = "PAGER"
    case continuousIntegration = "CI"
    case configurationHome = "XDG_CONFIG_HOME"
    case stateHome = "XDG_STATE_HOME"
    case home = "HOME"

    var summary: String {
        switch self {
        case .key: "the key"
        case .profile: "the profile, as `--profile`"
        case .baseURL: "where the API answers, as `--base-url`"
        case .zone: "the zone, where the profile names none"
        case .noColor: "no colours, if it is not empty"
        case .colors: "what colours the terminal has, as some terminals say: `15;0` is a dark background"
        case .pager: "the program that shows what is longer than the screen, if not tms itself"
        case .columns: "the width of tables, where there is no terminal"
        case .continuousIntegration: "no line of progress, if it is not empty"
        case .configurationHome: "where the configuration is, if not in `~/.config`"
        case .stateHome: "where the history and the sandbox are, if not in `~/.local/state`"
        case .home: "the home directory"
        }
    }
}

/// The value of an environment variable.
func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

func environmentVariable(_ variable: EnvironmentVariable) -> String? { environmentVariable(variable.rawValue) }
