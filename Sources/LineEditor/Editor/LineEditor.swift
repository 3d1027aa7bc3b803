import CLibEdit
import Glibc
import TMSBase

/// Reads statements from a terminal: editing keys, history, suggestions, candidates, colours, several lines.
///
/// Knows no language; what it should know of one it asks four protocols. To be used from one thread, but `output` may
/// be used from any.
public final class LineEditor: LineSource {
    public struct Settings: Sendable {
        public var colors = true
        public var keys = Keys.emacs
        public var hintStyle = Style.dim
        public var descriptionStyle = Style.dim
        public var selectionStyle = Style.reverse
        /// The most rows a list of candidates takes.
        public var menuRows = 10
        /// Keys that have another meaning than the usual one.
        var bindings: [KeyPress: Command] = [:]

        public init() {}
    }

    public enum Keys: Sendable { case emacs, vi }

    public var settings: Settings
    public var completer: any Completer
    public var highlighter: any Highlighter
    public var hinter: any Hinter
    public var validator: any Validator
    public let history: History
    /// Where other tasks show text while a line may be edited.
    public let output: TerminalOutput

    let libedit: HeadlessLibEdit
    let terminal: Int32
    private let input: Int32
    var decoder = KeyDecoder()
    var renderer = Renderer()
    var size: TerminalSize
    var line = LineInProgress()
    var pushedBack: [KeyPress] = []
    var pasted = ""
    var kills = KillRing()
    var afterKill: EditText?
    /// The command that `NamedKey.command` stands for, and how often it is done.
    var pending: (Command, count: Int)?
    /// Whether letters are inserted, and are not commands of vi.
    var isInserting = true
    var hasProbed = false
    /// Whether vi's last key takes the next one as it is: `f`, `r`.
    var takesNextKey = false
    var cursorShape = CursorShape.unset
    /// Keys that the settings give another meaning.
    let bindings: [KeyPress: Command]
    /// Whether the terminal's backspace key sends DEL, so that ^H is backspace with Control.
    let hasDeleteForBackspace: Bool
    /// What a list or a search shows instead of libedit's text.
    var modalView: EditorView?

    /// `nil` where no line can be edited: see `isPossible(input:output:)`.
    public init?(
        input: Int32 = 0, output: Int32 = 1, settings: Settings = Settings(), history: History = History(),
        completer: any Completer = NoAnswers(), highlighter: any Highlighter = NoAnswers(),
        hinter: any Hinter = NoAnswers(), validator: any Validator = NoAnswers()
    ) {
        guard Self.isPossible(input: input, output: output),
            let libedit = HeadlessLibEdit(input: input, output: output, keys: settings.keys == .vi ? .vi : .emacs),
            let above = TerminalOutput(descriptor: output)
        else { return nil }
        self.input = input
        self.terminal = output
        self.settings = settings
        bindings = settings.bindings
        hasDeleteForBackspace = TerminalModes.backspace(of: input) == 0x7F
        self.history = history
        self.completer = completer
        self.highlighter = highlighter
        self.hinter = hinter
        self.validator = validator
        self.libedit = libedit
        self.output = above
        self.size = TerminalSize(of: output)
        connect()
    }

    public func readLine(prompt: Prompt, continuation: Prompt, kind: LineKind) -> LineOutcome {
        readLine(prompt: prompt, continuation: continuation, kind: kind, text: "")
    }

    /// Reads a line that begins with `text`.
    public func readLine(
        prompt: Prompt, continuation: Prompt = .continuation, kind: LineKind = .statement, text: String
    ) -> LineOutcome {
        if kind == .statement { history.refresh() }
        let killsBefore = kills
        (isInserting, hasProbed, takesNextKey) = (true, false, false)
        line = LineInProgress(prompt: prompt, continuation: continuation, kind: kind, initialText: text)
        size = TerminalSize(of: terminal)
        renderer.forget()
        let signals = TerminalSignals(reportingTo: output.wakeUp)
        output.beginEditing()
        send(Self.pasteModeOn)
        libedit.readLine()
        if line.outcome == nil { leaveLine(.endOfInput) }
        output.endEditing()
        signals.restore()
        let outcome = line.outcome ?? .endOfInput
        // What was cut out of a secret must not come back in the next statement.
        if kind == .secret { (kills, afterKill) = (killsBefore, nil) }
        line = LineInProgress()
        return outcome
    }

    /// Draws the line for the last time, without its helpers, and records how it ended.
    func leaveLine(_ outcome: LineOutcome) {
        guard line.outcome == nil else { return }
        line.outcome = outcome
        modalView = nil
        let text = libedit.state.text
        var view = EditorView(text: EditText(text))
        view.isLeaving = true
        show(.unset)
        send(renderer.render(frame(of: view), columns: size.columns, lines: size.lines) + renderer.leave())
        send(Self.pasteModeOff)
    }

    func send(_ bytes: [UInt8]) {
        if !bytes.isEmpty { FileBytes.write(bytes, to: terminal) }
    }

    static let pasteModeOn = Array("\u{1B}[?2004h".utf8)
    static let pasteModeOff = Array("\u{1B}[?2004l".utf8)

    private func connect() {
        libedit.connect(
            client: Unmanaged.passUnretained(self).toOpaque(),
            reader: { handle, code in
                guard let editor = LineEditor.behind(handle), let next = editor.nextCode() else { return 0 }
                code?.pointee = next
                return 1
            },
            command: { handle, code in
                guard let editor = LineEditor.behind(handle), let byte = UInt8(exactly: code) else { return 0 }
                return editor.run(byte).rawValue
            })
        for key in NamedKey.allCases { libedit.bind(key.rawValue) }
        for code in Command.common.keys { libedit.bind(code) }
        for code in Command.disabled { libedit.disable(code) }
        for code in UInt8(0xA0)...0xFF { libedit.makeInserting(code) }
        switch settings.keys {
        case .emacs: for code in Command.emacs.keys { libedit.bind(code) }
        case .vi: connectViMaps()
        }
    }

    private func connectViMaps() {
        libedit.connectProbe(NamedKey.probe.rawValue) { handle, _ in
            LineEditor.behind(handle)?.isInserting = false
            return HeadlessLibEdit.Reply.keepsCount.rawValue
        }
        for code in Command.disabledInViInsert { libedit.disable(code) }
        for key in NamedKey.allCases where key != .probe { libedit.bind(key.rawValue, inCommandMap: true) }
        for code in Command.common.keys where code != 0x08 && code != 0x7F {
            libedit.bind(code, inCommandMap: true)
        }
        for code in Command.viCommand.keys { libedit.bind(code, inCommandMap: true) }
        for code in Command.disabledInViCommand { libedit.disable(code, inCommandMap: true) }
    }

    private static func behind(_ handle: OpaquePointer?) -> LineEditor? {
        guard let handle, let client = elx_client(handle) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
    }

    /// Waits until the terminal has keys or somebody wakes the editor up, at most `milliseconds`; `false` when the time
    /// is over.
    func wait(milliseconds: Int32) -> Bool {
        var waiting = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: output.wakeUp.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&waiting, 2, milliseconds)
        if let wakeUp = waiting.last, wakeUp.revents != 0 { wakeUpCalls(output.wakeUp.drain()) }
        return count != 0
    }

    /// The bytes that have arrived; `nil` when none have, empty at the end of the input.
    func readAvailable() -> [UInt8]? {
        FileBytes.isReady(input) ? FileBytes.read(input) : nil
    }
}

/// What belongs to one call of `readLine`.
struct LineInProgress {
    var prompt = Prompt("")
    var continuation = Prompt("")
    var kind = LineKind.statement
    /// What the line begins with; `nil` once it is in the line.
    var initialText: String?
    var undo = UndoStack()
    var walk: HistoryWalk?
    var mark: Int?
    var yanked: Inserted?
    var lastWord: Inserted?
    /// The column that moves between rows keep to, and the state the last of them left.
    var vertical: (state: EditText, column: Int)?
    var outcome: LineOutcome?
}

extension LineEditor {
    /// Whether a line can be edited here: both ends are terminals, and `TERM` names one that can move its cursor.
    public static func isPossible(input: Int32 = 0, output: Int32 = 1) -> Bool {
        guard isatty(input) == 1, isatty(output) == 1, let name = getenv("TERM").map({ String(cString: $0) }) else {
            return false
        }
        return !name.isEmpty && name != "dumb"
    }
}
