import Glibc

/// What the terminal can do.
enum Terminal {
    /// Columns of the terminal behind a descriptor, else what COLUMNS says, else 80.
    static func width(_ descriptor: Int32) -> Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environmentVariable(.columns).flatMap { Int($0) }.flatMap { $0 > 0 ? min($0, 10_000) : nil } ?? 80
    }

    static func hasColors(_ coloring: Options.Coloring, _ descriptor: Int32) -> Bool {
        switch coloring {
        case .always: return true
        case .never: return false
        case .auto:
            guard isatty(descriptor) == 1, environmentVariable("TERM") != "dumb" else { return false }
            return (environmentVariable(.noColor) ?? "").isEmpty
        }
    }
}
