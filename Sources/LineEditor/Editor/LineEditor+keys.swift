/// What keys are to libedit: codes of its map, or commands that it does not know.
extension LineEditor {
    /// The code of a key; `nil` for a key without a meaning, which does nothing.
    func code(for key: KeyPress) -> UInt32? {
        if takesNextKey { return plainCode(for: key) }
        if let command = bindings[key] { return code(for: command) }
        guard settings.keys == .emacs || isInserting else { return plainCode(for: key) }
        switch key {
        case .scalar("}") where line.kind == .statement: return code(for: .closeBrace)
        case .scalar("\u{16}"), .scalar("\u{11}"): return quoted()
        case .scalar("\u{08}") where hasDeleteForBackspace: return code(for: .killWordBack)
        default: return settings.keys == .emacs ? emacsCode(for: key) : plainCode(for: key)
        }
    }

    private func emacsCode(for key: KeyPress) -> UInt32? {
        switch key {
        case .scalar("\u{18}"): return nextKey().flatMap { Command.afterControlX($0) }.flatMap { code(for: $0) }
        case .scalar("\0"): return code(for: .setMark)
        case .alt(let digit) where digit == "-" || ("0"..."9").contains(digit): return counted(from: digit)
        case .alt(let scalar): return Command.alt(scalar).flatMap { code(for: $0) }
        default: return plainCode(for: key)
        }
    }

    private func plainCode(for key: KeyPress) -> UInt32? {
        switch key {
        // libedit would put it into the text.
        case .scalar("\0"): return nil
        case .scalar(let scalar): return scalar.value
        case .named(let named): return Command.named[named] == nil ? nil : UInt32(named.rawValue)
        case .paste(let text):
            pasted = text
            return UInt32(NamedKey.paste.rawValue)
        case .escape: return settings.keys == .vi ? 0x1B : nil
        case .alt("\r"), .alt("\n"): return code(for: .breakLine)
        case .alt(let scalar):
            guard settings.keys == .vi else { return nil }
            pushedBack.insert(.scalar(scalar), at: 0)
            return 0x1B
        }
    }

    private func code(for command: Command, count: Int = 1) -> UInt32? {
        pending = (command, count)
        return UInt32(NamedKey.command.rawValue)
    }

    /// ^V: the next key is text, also one that would do something.
    private func quoted() -> UInt32? {
        switch nextKey() {
        case .scalar(let scalar)?: return insertion(of: String(Character(scalar == "\r" ? "\n" : scalar)))
        case .escape?: return insertion(of: "\u{1B}")
        case .paste(let text)?: return insertion(of: text)
        case .alt?, .named?, nil: return nil
        }
    }

    private func insertion(of text: String, count: Int = 1) -> UInt32? {
        guard line.kind == .statement || !text.contains("\n") else { return nil }
        pasted = text
        return code(for: .insert, count: count)
    }

    /// Alt-5 and a key: does it five times; Alt-- turns its direction round. More than some thousand times nobody means.
    private func counted(from first: Unicode.Scalar) -> UInt32? {
        var digits = String(first)
        defer { modalView = nil }
        while true {
            var view = EditorView(text: libedit.state)
            view.prompt = Prompt("(arg \(digits)) ", .dim)
            modalView = view
            guard let key = nextKey() else { return nil }
            switch key {
            case .scalar(let digit) where ("0"..."9").contains(digit),
                .alt(let digit) where ("0"..."9").contains(digit):
                digits.unicodeScalars.append(digit)
            default:
                guard let count = Int(digits == "-" ? "-1" : digits), abs(count) <= 9_999 else { return nil }
                return code(for: key, count: count)
            }
        }
    }

    private func code(for key: KeyPress, count: Int) -> UInt32? {
        if case .scalar(let scalar) = key, scalar.value >= 0x20, scalar.value != 0x7F {
            return count > 0 ? insertion(of: String(Character(scalar)), count: count) : nil
        }
        guard let plain = emacsCode(for: key).flatMap({ UInt8(exactly: $0) }) else { return nil }
        let command =
            plain == NamedKey.command.rawValue
            ? pending?.0
            : NamedKey(rawValue: plain).map { Command.named[$0] } ?? (Command.common[plain] ?? Command.emacs[plain])
        pending = nil
        guard let command, command.takesCount else { return UInt32(plain) }
        guard count != 0 else { return nil }
        return (count > 0 ? command : command.reversed).flatMap { code(for: $0, count: abs(count)) }
    }

    /// Shows by the cursor whether letters are inserted or are commands, in vi mode.
    func show(_ shape: CursorShape) {
        guard settings.keys == .vi, shape != cursorShape else { return }
        cursorShape = shape
        send(Array(shape.rawValue.utf8))
    }
}
