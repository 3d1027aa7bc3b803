import Glibc
import TMSBase

/// What libedit's `~/.editrc` says that fits here: `bind -v`, `bind -e`, and keys for commands. The rest of it is for
/// libedit's own display and its history, which are not used.
public struct EditRC: Sendable {
    /// The mode of the keys; `nil` where nothing is said.
    public private(set) var keys: LineEditor.Keys?
    private(set) var bindings: [KeyPress: Command] = [:]

    /// - Parameter program: lines that name another program do not count.
    public init(_ text: String, program: String) {
        for line in text.split(whereSeparator: \.isNewline) { read(line, program) }
    }

    /// The file that `EDITRC` names, else the one in the home directory; `nil` where it cannot be read.
    public static func ofUser(program: String) -> EditRC? {
        let named = getenv("EDITRC").map { String(cString: $0) }
        let path = named ?? getenv("HOME").map { String(cString: $0) + "/.editrc" }
        guard let path, let bytes = try? FileReading.bytes(path, limit: 1 << 20) else { return nil }
        return EditRC(String(decoding: bytes, as: UTF8.self), program: program)
    }

    private mutating func read(_ line: Substring, _ program: String) {
        var words = line.split(whereSeparator: \.isWhitespace).map { word in
            String(word.count > 1 && word.first == "\"" && word.last == "\"" ? word.dropFirst().dropLast() : word)
        }
        guard let first = words.first, !first.hasPrefix("#") else { return }
        if let colon = first.firstIndex(of: ":") {
            guard first[..<colon].lowercased() == program else { return }
            words[0] = String(first[first.index(after: colon)...])
            if words[0].isEmpty { words.removeFirst() }
        }
        guard words.first == "bind", words.count > 1 else { return }
        switch words[1] {
        case "-v": keys = .vi
        case "-e": keys = .emacs
        default:
            guard words.count == 3, let key = Self.key(words[1]), let command = Self.commands[words[2]] else { return }
            bindings[key] = command
        }
    }

    /// `^A`, `\ea`, `^[a`, `\t`: one key.
    private static func key(_ text: String) -> KeyPress? {
        var scalars: [Unicode.Scalar] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "^", let letter = rest.popFirst() {
                scalars.append(letter == "?" ? "\u{7F}" : Unicode.Scalar(UInt8(letter.value & 0x1F)))
            } else if scalar == "\\", let letter = rest.popFirst() {
                scalars.append(letter == "e" ? "\u{1B}" : letter == "t" ? "\t" : letter == "n" ? "\n" : letter)
            } else {
                scalars.append(scalar)
            }
        }
        guard let first = scalars.first else { return nil }
        if scalars.count == 1, first.value < 0x20 || first.value == 0x7F { return .scalar(first) }
        return scalars.count == 2 && first == "\u{1B}" ? .alt(scalars[1]) : nil
    }

    /// What libedit calls the commands.
    private static let commands: [String: Command] = [
        "ed-move-to-beg": .home, "ed-move-to-end": .end, "ed-next-char": .right, "ed-prev-char": .left,
        "em-next-word": .wordRight, "ed-prev-word": .wordLeft, "ed-delete-next-char": .deleteRight,
        "em-delete-or-list": .deleteOrEnd, "ed-delete-prev-char": .deleteLeft, "em-delete-prev-char": .deleteLeft,
        "ed-delete-prev-word": .killWordBack, "em-delete-next-word": .killWord, "ed-kill-line": .killToLineEnd,
        "em-kill-line": .killToLineStart, "vi-kill-line-prev": .killToLineStart, "ed-transpose-chars": .transpose,
        "em-yank": .yank, "em-capitol-case": .capitalize, "em-upper-case": .uppercase, "em-lower-case": .lowercase,
        "ed-clear-screen": .clearScreen, "ed-newline": .enter, "ed-prev-history": .olderEntry,
        "ed-next-history": .newerEntry, "ed-search-prev-history": .olderEntry, "ed-search-next-history": .newerEntry,
        "ed-prev-line": .up, "ed-next-line": .down, "em-inc-search-prev": .search, "vi-undo": .undo,
        "em-set-mark": .setMark, "em-exchange-mark": .exchangeMark, "vi-histedit": .editor, "rl_complete": .complete,
    ]
}

extension LineEditor.Settings {
    /// Takes over what the file says.
    public mutating func apply(_ file: EditRC) {
        keys = file.keys ?? keys
        bindings.merge(file.bindings) { _, new in new }
    }
}
