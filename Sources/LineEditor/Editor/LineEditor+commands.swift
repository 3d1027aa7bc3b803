/// The commands behind the keys.
extension LineEditor {
    func run(_ code: UInt8) -> HeadlessLibEdit.Reply {
        if code == NamedKey.probe.rawValue {
            isInserting = true
            return .keepsCount
        }
        guard let (command, count) = command(for: code) else { return .nothing }
        var reply = run(command)
        for _ in 1..<max(1, count) { reply = run(command) }
        return reply
    }

    private func run(_ command: Command) -> HeadlessLibEdit.Reply {
        // A key in between begins a kill of its own, also one that has changed nothing.
        if !command.kills { afterKill = nil }
        switch command {
        case .up: return moveByRow(-1) ?? walk { $0.older(in: history) }
        case .down: return moveByRow(1) ?? walk { $0.newer(in: history) }
        case .left: return edit { $0.moveLeft() }
        case .right: return takeHint(whole: true) ?? edit { $0.moveRight() }
        case .home: return edit { $0.moveToLineStart() }
        case .end: return takeHint(whole: true) ?? edit { $0.moveToLineEnd() }
        case .wordLeft: return edit { $0.moveWordLeft() }
        case .wordRight: return takeHint(whole: false) ?? edit { $0.moveWordRight() }
        case .deleteLeft: return edit { $0.deleteLeft() }
        case .deleteRight: return edit { $0.deleteRight() }
        case .deleteOrEnd: return deleteOrEnd()
        case .transpose: return edit { $0.transpose() }
        case .transposeWords: return edit { $0.transposeWords() }
        case .capitalize: return edit { $0.changeWord(Self.capitalized) }
        case .uppercase: return edit { $0.changeWord { $0.uppercased() } }
        case .lowercase: return edit { $0.changeWord { $0.lowercased() } }
        case .toggleCase: return edit(Self.toggleCase)
        case .killToLineEnd: return kill { $0.cursor..<max($0.lineEnd, $0.lineEnd == $0.cursor ? $0.cursor + 1 : 0) }
        case .killToLineStart: return kill(backwards: true) { $0.lineStart..<$0.cursor }
        case .killWord: return kill { $0.cursor..<$0.nextWord }
        case .killWordBack: return kill(backwards: true) { $0.previousWord..<$0.cursor }
        case .killBlankBack: return kill(backwards: true) { $0.previousBlank..<$0.cursor }
        case .yank: return yank()
        case .yankPop: return yankPop()
        case .lastWord: return insertLastWord()
        case .undo: return line.undo.undo().map { state in edit { $0 = state } } ?? .nothing
        case .redo: return line.undo.redo().map { state in edit { $0 = state } } ?? .nothing
        case .insert: return edit { [pasted] in $0.insert(pasted) }
        case .closeBrace: return closeBrace()
        case .setMark:
            line.mark = libedit.state.cursor
            return .nothing
        case .exchangeMark: return exchangeMark()
        case .editor: return editInProgram()
        case .enter: return enter()
        case .breakLine: return breakLine(indent: 0)
        case .cancel: return .changed
        case .interrupt: return end(.interrupted)
        case .suspend:
            suspend()
            return .changed
        case .clearScreen: return clearScreen()
        case .paste: return paste()
        case .complete: return complete(backwards: false)
        case .completeBackwards: return complete(backwards: true)
        case .search: return search()
        case .olderEntry: return walk { $0.older(in: history) }
        case .newerEntry: return walk { $0.newer(in: history) }
        case .historyStart: return walk { $0.oldest(in: history) }
        case .historyEnd: return walk { $0.toDraft(in: history) }
        }
    }

    /// Reads libedit's text, changes it, writes it back.
    func edit(_ change: (inout EditText) -> Void) -> HeadlessLibEdit.Reply {
        var text = libedit.state
        change(&text)
        libedit.write(text)
        return .changed
    }

    func end(_ outcome: LineOutcome) -> HeadlessLibEdit.Reply {
        leaveLine(outcome)
        return .endLine
    }

    /// The command of a key, and how often it is to be done.
    private func command(for code: UInt8) -> (Command, count: Int)? {
        if code == NamedKey.command.rawValue {
            defer { pending = nil }
            return pending
        }
        let command =
            NamedKey(rawValue: code).map { Command.named[$0] }
            ?? (Command.common[code] ?? (settings.keys == .vi ? Command.viCommand : Command.emacs)[code])
        return command.map { ($0, 1) }
    }

    private func enter() -> HeadlessLibEdit.Reply {
        let text = Self.cleaned(libedit.state.text)
        if line.kind == .statement, case .incomplete(let indent) = validator.validate(text) {
            return breakLine(indent: indent)
        }
        return end(.line(text))
    }

    func breakLine(indent: Int) -> HeadlessLibEdit.Reply {
        guard line.kind == .statement else { return end(.line(Self.cleaned(libedit.state.text))) }
        return edit { $0.insert("\n" + String(repeating: " ", count: max(0, indent))) }
    }

    private func deleteOrEnd() -> HeadlessLibEdit.Reply {
        libedit.state.text.isEmpty ? end(.endOfInput) : edit { $0.deleteRight() }
    }

    private func clearScreen() -> HeadlessLibEdit.Reply {
        send(Array("\u{1B}[H\u{1B}[2J".utf8))
        renderer.forget()
        return .changed
    }

    /// The whole paste is one change; nothing in it runs before Enter.
    private func paste() -> HeadlessLibEdit.Reply {
        var text = pasted
        pasted = ""
        if line.kind != .statement { text = text.split(separator: "\n", maxSplits: 1).first.map { String($0) } ?? "" }
        return edit { $0.insert(text) }
    }

    /// At the end of the text, takes the suggestion or its first word; `nil` where there is none to take.
    private func takeHint(whole: Bool) -> HeadlessLibEdit.Reply? {
        var text = libedit.state
        guard text.isAtEnd, case .rest(let hint) = hint(for: EditorView(text: text)), !hint.isEmpty else { return nil }
        let length = whole ? hint.utf8.count : EditText(hint, cursor: 0).nextWord
        text.insert(String(decoding: hint.utf8.prefix(length), as: UTF8.self))
        libedit.write(text)
        return .changed
    }

    private func walk(_ step: (inout HistoryWalk) -> EditText?) -> HeadlessLibEdit.Reply {
        guard line.kind == .statement else { return .nothing }
        let state = libedit.state
        var walk = line.walk.flatMap { $0.shown.text == state.text ? $0 : nil } ?? HistoryWalk(from: state, in: history)
        guard let found = step(&walk) else { return .nothing }
        line.walk = walk
        libedit.write(found)
        return .changed
    }

    private static func capitalized(_ word: Substring) -> String {
        guard let start = word.firstIndex(where: \.isLetter) else { return String(word) }
        let rest = word.index(after: start)
        return word[..<start] + word[start].uppercased() + word[rest...].lowercased()
    }

    private static func toggleCase(_ text: inout EditText) {
        guard let next = text.after.first, next != "\n" else { return }
        let changed = next.isLowercase ? next.uppercased() : next.lowercased()
        text.replace(text.cursor..<text.cursor + next.utf8.count, with: changed)
    }

    /// libedit's own commands can put a key's code into the text as a character.
    private static func cleaned(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0x80..<0xA0).contains($0.value) }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x80..<0xA0).contains($0.value) }))
    }
}
