import Glibc
import Synchronization
import TMSBase

/// Shows what is longer than the screen: by the program that `PAGER` names, else by tms itself.
public final class Pager: Sendable {
    /// A text with what stays in its place when it moves.
    public struct Page: Sendable {
        public var text: String
        /// Lines at the top, and cells at the left, that stay.
        public var headings = 0
        public var fixed = 0

        public init(_ text: String, headings: Int = 0, fixed: Int = 0) {
            self.text = text
            self.headings = headings
            self.fixed = fixed
        }
    }

    private let command: String?
    private let last = Mutex<Page?>(nil)

    /// - Parameter command: what `PAGER` says; nil or empty for the built-in one.
    public init(command: String?) {
        self.command = command.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Keeps a table with all its columns, for `browse`.
    func keep(_ page: Page) { last.withLock { $0 = page } }

    /// Shows the table that was kept; false where there is none.
    ///
    /// - Parameter status: a line of the same terminal, which stays away meanwhile.
    func showLast(beside status: StatusLine?) -> Bool {
        guard let page = last.withLock({ $0 }) else { return false }
        status?.makeRoom()
        defer { status?.comeBack(belowLine: true) }
        show(page)
        return true
    }

    /// The rows of the terminal.
    var rows: Int { Self.size.rows }

    func show(_ page: Page) {
        if let command, hand(page.text, to: command) { return }
        let (rows, columns) = Self.size
        var screen = PagerScreen(page.text, headings: page.headings, fixed: page.fixed, rows: rows, columns: columns)
        guard let modes = RawMode(STDIN_FILENO) else {
            FileBytes.write(Array(page.text.utf8), to: STDOUT_FILENO)
            return
        }
        write("\u{1B}[?1049h\u{1B}[?25l")
        defer {
            write("\u{1B}[?25h\u{1B}[?1049l")
            modes.restore()
        }
        var drawn: [String] = []
        while !screen.isOver {
            (screen.rows, screen.columns) = Self.size
            screen.settle()
            if screen.shown != drawn {
                drawn = screen.shown
                write("\u{1B}[H" + drawn.map { $0 + "\u{1B}[K" }.joined(separator: "\n") + "\u{1B}[J")
            }
            guard let pressed = PagerKeys.wait() else { return }
            for key in pressed { screen.press(key) }
        }
    }

    private func hand(_ text: String, to command: String) -> Bool {
        // As git does: less shows colours, and nothing where all of it has room.
        setenv("LESS", "FRX", 0)
        guard let pipe = popen(command, "w") else { return false }
        let old = signal(SIGPIPE, SIG_IGN)
        FileBytes.write(Array(text.utf8), to: fileno(pipe))
        let status = pclose(pipe)
        signal(SIGPIPE, old)
        // What the shell says where there is no such program.
        return status >> 8 & 0xFF != 127
    }

    private func write(_ text: String) { FileBytes.write(Array(text.utf8), to: STDOUT_FILENO) }

    private static var size: (rows: Int, columns: Int) {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 && size.ws_row > 0
        return isKnown ? (Int(size.ws_row), Int(size.ws_col)) : (24, 80)
    }
}

/// A terminal that hands on every key at once, until it is given its modes back.
private struct RawMode {
    private let descriptor: Int32
    private let before: termios

    init?(_ descriptor: Int32) {
        var modes = termios()
        guard isatty(descriptor) == 1, tcgetattr(descriptor, &modes) == 0 else { return nil }
        self.descriptor = descriptor
        before = modes
        modes.c_lflag &= ~UInt32(ICANON | ECHO | ISIG)
        tcsetattr(descriptor, TCSADRAIN, &modes)
    }

    func restore() {
        var modes = before
        tcsetattr(descriptor, TCSADRAIN, &modes)
    }
}

/// Reads the keys of a pager.
private enum PagerKeys {
    /// The keys that were pressed; none where the size may have changed; nil at the end of the input.
    static func wait() -> [PagerScreen.Key]? {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let count = poll(&waiting, 1, 250)
        if count < 0 { return errno == EINTR ? [] : nil }
        guard count > 0 else { return [] }
        let read = FileBytes.read(STDIN_FILENO)
        guard !read.isEmpty else { return nil }
        return PagerKeyReader.keys(in: read)
    }
}

/// What the bytes of a terminal mean to a pager.
enum PagerKeyReader {
    static func keys(in bytes: [UInt8]) -> [PagerScreen.Key] {
        var keys: [PagerScreen.Key] = []
        var rest = bytes[...]
        while let byte = rest.first {
            switch byte {
            case 0x1B:
                let (key, length) = sequence(rest)
                if let key { keys.append(key) }
                rest = rest.dropFirst(length)
                continue
            // ^C and ^D.
            case 0x03, 0x04: keys.append(.escape)
            case 0x0A, 0x0D: keys.append(.enter)
            case 0x08, 0x7F: keys.append(.erase)
            case ..<0x20: break
            default:
                let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                keys += String(decoding: rest.prefix(length), as: UTF8.self).prefix(1).map { .character($0) }
                rest = rest.dropFirst(length)
                continue
            }
            rest = rest.dropFirst()
        }
        return keys
    }

    /// A sequence that means nothing is swallowed whole.
    private static func sequence(_ bytes: ArraySlice<UInt8>) -> (PagerScreen.Key?, Int) {
        let second = bytes.dropFirst().first
        guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else { return (.escape, 1) }
        let parameters = bytes.dropFirst(2).prefix { (0x20...0x3F).contains($0) }
        guard let final = bytes.dropFirst(2 + parameters.count).first else { return (nil, bytes.count) }
        let length = 3 + parameters.count
        switch (final, parameters.first) {
        case (UInt8(ascii: "A"), _): return (.up, length)
        case (UInt8(ascii: "B"), _): return (.down, length)
        case (UInt8(ascii: "C"), _): return (.right, length)
        case (UInt8(ascii: "D"), _): return (.left, length)
        case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), UInt8(ascii: "1")): return (.home, length)
        case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), UInt8(ascii: "4")): return (.end, length)
        case (UInt8(ascii: "~"), UInt8(ascii: "5")): return (.pageUp, length)
        case (UInt8(ascii: "~"), UInt8(ascii: "6")): return (.pageDown, length)
        default: return (nil, length)
        }
    }
}
