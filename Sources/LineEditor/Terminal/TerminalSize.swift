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
