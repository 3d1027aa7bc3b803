/// The version, as `--version` and the first line of the shell say it.
enum Version {
    static let number = "0.1"
    static let text = "tms \(number)"
}
