import LineEditor
import TMSCommands
import TMSShell
import TMSSyntax

/// One section of the configuration: an account, and how this person likes to see it.
struct Profile: Equatable {
    var name: String
    var keyFile: String?
    var keyCommand: String?
    var baseURL: String?
    /// How long a call is waited for, in seconds.
    var timeout: Int?
    /// A zone by its name: `Europe/Berlin`.
    var zone: String?
    var format: OutputFormat?
    /// Results are read aloud: they have lines, and no columns.
    var isFlat: Bool?
    /// Of the terminal; nil leaves it to the terminal to tell.
    var background: Background?
    /// Calls a second that the account's plan allows.
    var rate: Int?
    /// What the account holds of a parcel is read before it is changed; nil where nothing is said.
    var keepsImages: Bool?

    static let unnamed = Profile(name: "default")
}

/// What `config.toml` says.
struct Configuration {
    var path: String
    /// The profile used when none is asked for.
    var preferred: String?
    /// The keys of the shell; nil where nothing is said.
    var keys: LineEditor.Keys?
    var profiles: [String: Profile]
    /// What `reply` says, with the texts of the file.
    var replies = ReplyTexts.standard
    /// Whether there is such a file.
    var isThere = true

    static func empty(_ path: String) -> Configuration { Configuration(path: path, preferred: nil, profiles: [:]) }
}
