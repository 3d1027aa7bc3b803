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
            return takesSequences(descriptor) && (environmentVariable(.noColor) ?? "").isEmpty
        }
    }

    /// Whether a descriptor is a terminal with colours and a cursor that moves. One that does not say what it is gets what
    /// every terminal takes.
    static func takesSequences(_ descriptor: Int32) -> Bool {
        guard isatty(descriptor) == 1, let term = environmentVariable("TERM") else { return false }
        return !term.isEmpty && term != "dumb"
    }
}
