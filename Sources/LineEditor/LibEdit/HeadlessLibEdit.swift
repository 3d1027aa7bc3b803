import CLibEdit
import Glibc

/// libedit without its display: it keeps the text, the key maps, the vi commands and the terminal modes, and draws into
/// a sink. Its own drawing goes wrong on wrapped lines; the editor draws instead.
///
/// Three habits keep libedit inside its memory: its screen is always larger than the text, its buffers are grown once
/// at the start, and a cursor left before the text is put back.
final class HeadlessLibEdit {
    enum Keys { case emacs, vi }

    /// What a command tells libedit.
    enum Reply: UInt8 {
        case nothing = 0
        case endLine = 1
        /// The count and the operator typed so far hold for the next key.
        case keepsCount = 3
        case changed = 4
    }

    private let handle: OpaquePointer
    private let sink: UnsafeMutablePointer<FILE>
    /// The screen libedit believes in, in cells.
    private var screen = (columns: 0, lines: 0)

    init?(input: Int32, output: Int32, keys: Keys) {
        elx_use_utf8()
        guard let sink = fopen("/dev/null", "w") else { return nil }
        guard let handle = elx_init("line-editor", sink, input, output) else {
            fclose(sink)
            return nil
        }
        self.handle = handle
        self.sink = sink
        elx_set_int(handle, EL_SIGNAL, 0)
        // ^C, ^Z, ^S and Enter are plain keys while a line is edited.
        for mode in ["-isig", "-ixon", "-icrnl", "-inlcr"] { elx_set_mode(handle, mode) }
        elx_set_editor(handle, keys == .vi ? "vi" : "emacs")
        growOnce()
    }

    deinit {
        // With editing on, el_end throws away what was typed ahead.
        elx_set_int(handle, EL_EDITMODE, 0)
        el_end(handle)
        fclose(sink)
    }

    /// Connects libedit to the editor, which must live longer than every `readLine`.
    func connect(client: UnsafeMutableRawPointer, reader: el_rfunc_t, command: elx_command) {
        elx_set_client(handle, client)
        elx_set_reader(handle, reader)
        elx_add_command(handle, Self.commandName, "", command)
    }

    /// Gives a code to a command of its own in vi's command map; in the other map it has the connected one.
    func connectProbe(_ code: UInt8, command: elx_command) {
        elx_add_command(handle, Self.probeName, "", command)
        bind(code, to: Self.probeName, inCommandMap: true)
    }

    /// Gives a key to the connected command.
    func bind(_ code: UInt8, inCommandMap: Bool = false) {
        bind(code, to: Self.commandName, inCommandMap: inCommandMap)
    }

    /// Takes every meaning from a key.
    func disable(_ code: UInt8, inCommandMap: Bool = false) {
        bind(code, to: "ed-ignore", inCommandMap: inCommandMap)
    }

    func makeInserting(_ code: UInt8) {
        bind(code, to: "ed-insert", inCommandMap: false)
    }

    /// Runs keys until one ends the line.
    func readLine() {
        screen = (0, 0)
        var count: Int32 = 0
        _ = el_wgets(handle, &count)
    }

    /// Switches the terminal between editing and its ordinary modes.
    func setEditingModes(_ on: Bool) {
        elx_set_int(handle, EL_PREP_TERM, on ? 1 : 0)
    }

    /// The text and cursor. To be read and changed only from the reader or a command.
    var state: EditText {
        guard let line = el_wline(handle)?.pointee, let buffer = line.buffer else { return EditText() }
        let count = line.lastchar - buffer
        let cursor = line.cursor - buffer
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var offset = 0
        for index in 0..<max(0, count) {
            if index == cursor { offset = bytes.count }
            let code = buffer[index]
            if (0..<0x80).contains(code) {
                bytes.append(UInt8(truncatingIfNeeded: code))
            } else {
                bytes.append(contentsOf: String(Self.scalar(code)).utf8)
            }
        }
        if cursor >= count { offset = bytes.count }
        return EditText(String(decoding: bytes, as: UTF8.self), cursor: offset)
    }

    /// Changes the part in which `new` differs from the text, then moves the cursor.
    func write(_ new: EditText) {
        let old = state
        let oldCodes = Self.codes(old.text)
        let newCodes = Self.codes(new.text)
        let prefix = zip(oldCodes, newCodes).prefix { $0 == $1 }.count
        let limit = min(oldCodes.count, newCodes.count) - prefix
        let suffix = zip(oldCodes.reversed(), newCodes.reversed()).prefix(limit).prefix { $0 == $1 }.count
        let removed = oldCodes.count - prefix - suffix
        let inserted = newCodes[prefix..<newCodes.count - suffix]
        var cursor = Self.scalarCount(old)
        if removed > 0 || !inserted.isEmpty {
            el_cursor(handle, Int32(clamping: prefix + removed - cursor))
            el_deletestr(handle, Int32(clamping: removed))
            if !inserted.isEmpty { el_winsertstr(handle, inserted + [0]) }
            cursor = prefix + inserted.count
        }
        el_cursor(handle, Int32(clamping: Self.scalarCount(new) - cursor))
        growScreen()
    }

    /// To be called whenever libedit asks for a key.
    func repair() {
        guard let line = el_wline(handle)?.pointee, let buffer = line.buffer, let cursor = line.cursor else { return }
        // vi's `$` on an empty line moves before the buffer, where the next insertion would write.
        if cursor < buffer { el_cursor(handle, Int32(clamping: buffer - cursor)) }
        growScreen()
    }

    private static let commandName = "editor-command"
    private static let probeName = "editor-probe"

    private func bind(_ code: UInt8, to command: String, inCommandMap: Bool) {
        let octal = String(code, radix: 8)
        let key = "\\" + String(repeating: "0", count: 3 - octal.count) + octal
        if inCommandMap {
            elx_bind_alternate(handle, key, command)
        } else {
            elx_bind(handle, key, command)
        }
    }

    /// libedit reads beyond a nearly full buffer, and moving a buffer leaves vi's pending operator behind.
    private func growOnce() {
        let spaces = [wchar_t](repeating: 32, count: 65_000)
        el_winsertstr(handle, spaces + [0])
        el_deletestr(handle, Int32(spaces.count))
    }

    /// Keeps libedit's screen so large that its text never wraps: its wrapping writes beyond the row table.
    private func growScreen() {
        let need = extent
        guard need.columns + 64 > screen.columns || need.lines + 4 > screen.lines else { return }
        screen.columns = max(screen.columns, need.columns + need.columns / 2 + 2_048)
        screen.lines = max(screen.lines, need.lines + need.lines / 2 + 8)
        elx_set_capability(handle, "co", String(screen.columns))
        elx_set_capability(handle, "li", String(screen.lines))
        elx_refresh(handle)
    }

    /// The most cells and lines libedit could use for the text.
    private var extent: (columns: Int, lines: Int) {
        guard let line = el_wline(handle)?.pointee, let buffer = line.buffer else { return (0, 1) }
        var (columns, widest, lines) = (0, 0, 1)
        for index in 0..<max(0, line.lastchar - buffer) {
            switch buffer[index] {
            case 10:
                widest = max(widest, columns)
                (columns, lines) = (0, lines + 1)
            case 32..<127: columns += 1
            case 0x2E80...0xFFFF: columns += 2
            // A tab, or a character that libedit spells out as \U+….
            default: columns += 10
            }
        }
        return (max(widest, columns), lines)
    }

    private static func scalar(_ code: wchar_t) -> Unicode.Scalar {
        UInt32(exactly: code).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }

    private static func codes(_ text: String) -> [wchar_t] {
        text.unicodeScalars.map { $0.value == 0 ? 0x20 : wchar_t($0.value) }
    }

    private static func scalarCount(_ edit: EditText) -> Int {
        edit.before.unicodeScalars.count
    }
}
