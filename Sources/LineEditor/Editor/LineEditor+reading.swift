import Glibc

/// The reader libedit calls whenever it wants a key.
extension LineEditor {
    /// The next key as a code of libedit's key map; `nil` at the end of the input.
    func nextCode() -> Int32? {
        libedit.repair()
        if let text = line.initialText {
            line.initialText = nil
            if !text.isEmpty { libedit.write(EditText(text)) }
        }
        if settings.keys == .vi, !hasProbed, !takesNextKey {
            hasProbed = true
            return Int32(NamedKey.probe.rawValue)
        }
        hasProbed = false
        line.undo.note(libedit.state)
        while line.outcome == nil, let key = nextKey() {
            guard let code = code(for: key) else { continue }
            let takes = settings.keys == .vi && !isInserting && !takesNextKey
            takesNextKey = takes && Self.takers.contains(code)
            return Int32(code)
        }
        return nil
    }

    /// The keys of vi's command map that take the next key as it is.
    private static let takers = Set("fFtTr".unicodeScalars.map(\.value))

    /// The next key. Draws only when there is none, so that keys typed ahead and pastes cost one picture.
    func nextKey() -> KeyPress? {
        if !pushedBack.isEmpty { return pushedBack.removeFirst() }
        while line.outcome == nil {
            if let key = decoder.next() { return key }
            if let bytes = readAvailable() {
                if bytes.isEmpty { return nil }
                decoder.feed(bytes)
                continue
            }
            draw()
            let isInTime = wait(milliseconds: decoder.patience ?? -1)
            if !isInTime, let key = decoder.giveUpWaiting() { return key }
        }
        return nil
    }

    func wakeUpCalls(_ reasons: Set<UInt8>) {
        for reason in reasons {
            switch Int32(reason) {
            case SIGWINCH: takeNewSize()
            case SIGCONT: comeBack()
            case SIGTERM, SIGHUP: leave(with: Int32(reason))
            default: showOutput()
            }
        }
    }

    /// ^Z: hands the terminal back to the shell that started us, and takes it again when we are continued.
    func suspend() {
        show(.unset)
        send(renderer.erase() + Self.pasteModeOff)
        libedit.setEditingModes(false)
        Glibc.kill(0, SIGTSTP)
        comeBack()
    }

    private func takeNewSize() {
        let old = size
        size = TerminalSize(of: terminal)
        if size.columns != old.columns {
            send(renderer.eraseAfterResize(to: frame(of: currentView), lines: size.lines))
        } else if size != old {
            send(renderer.erase())
        }
    }

    /// After a stop the terminal has the shell's modes and shows the shell's lines, though libedit believes otherwise.
    func comeBack() {
        libedit.setEditingModes(false)
        libedit.setEditingModes(true)
        size = TerminalSize(of: terminal)
        renderer.forget()
        send(Self.pasteModeOn)
    }

    /// A deadly signal: the terminal gets its modes back first.
    private func leave(with signal: Int32) {
        leaveLine(.endOfInput)
        libedit.setEditingModes(false)
        Glibc.signal(signal, SIG_DFL)
        Glibc.kill(getpid(), signal)
    }

    private func showOutput() {
        let waiting = output.takeWaiting()
        guard !waiting.isEmpty else { return }
        var bytes = renderer.erase()
        for byte in waiting {
            if byte == 0x0A { bytes.append(0x0D) }
            bytes.append(byte)
        }
        send(bytes)
    }
}
