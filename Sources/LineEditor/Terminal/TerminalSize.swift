import Glibc

/// The cells of a terminal.
struct TerminalSize: Equatable {
    var columns: Int
    var lines: Int

    /// The size now; 80 by 24 where the terminal does not know.
    init(of descriptor: Int32) {
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        columns = known && size.ws_col > 0 ? Int(size.ws_col) : 80
        lines = known && size.ws_row > 0 ? Int(size.ws_row) : 24
    }
}

/// What the terminal's driver has been told.
enum TerminalModes {
    /// The character that the backspace key sends.
    static func backspace(of descriptor: Int32) -> UInt8? {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
        return withUnsafeBytes(of: modes.c_cc) { $0.dropFirst(Int(VERASE)).first }
    }
}

/// How the cursor looks: a bar where letters are inserted, a block where they are commands of vi.
enum CursorShape: String {
    case bar = "\u{1B}[6 q"
    case block = "\u{1B}[2 q"
    /// As the terminal has it.
    case unset = "\u{1B}[0 q"
}
