import CLibEdit
import Glibc
import TMSBase

/// ^X^E: the line in an editor of one's own.
extension LineEditor {
    /// Writes the line to a file, starts `VISUAL` or `EDITOR` on it, and takes what it has become. Nothing is run.
    func editInProgram() -> HeadlessLibEdit.Reply {
        guard line.kind == .statement else { return .nothing }
        guard let program = Self.program else {
            output.emit("there is no editor: set EDITOR to one, such as EDITOR=nano")
            return .nothing
        }
        let state = libedit.state
        guard let path = Self.makeFile(holding: state.text) else {
            output.emit("the line cannot be written to a file: \(String(cString: strerror(errno)))")
            return .nothing
        }
        defer { unlink(path) }
        show(.unset)
        send(renderer.erase() + Self.pasteModeOff)
        libedit.setEditingModes(false)
        let isDone = Self.run(program, on: path)
        comeBack()
        guard isDone, var text = Self.text(of: path) else {
            output.emit("`\(program)` has failed; the line is as it was")
            return .changed
        }
        while text.utf8.last == 0x0A { text.removeLast() }
        return edit { $0 = EditText(text) }
    }

    private static var program: String? {
        for name in ["VISUAL", "EDITOR"] {
            if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return value }
        }
        return nil
    }

    /// A file that only its owner may read.
    private static func makeFile(holding text: String) -> String? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array("\(folder)/tms-XXXXXX.tms".utf8CString)
        let descriptor = path.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkstemps($0, 4) } ?? -1
        }
        guard descriptor >= 0 else { return nil }
        let isWritten = FileBytes.write(Array((text + "\n").utf8), to: descriptor)
        close(descriptor)
        let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if !isWritten { unlink(name) }
        return isWritten ? name : nil
    }

    private static func text(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while case let more = FileBytes.read(descriptor), !more.isEmpty { bytes += more }
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    /// Runs the program to its end; `false` where it could not be started or says that it failed. ^C is for it alone.
    private static func run(_ program: String, on path: String) -> Bool {
        let words = ["sh", "-c", program + " \"$1\"", "sh", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for word in arguments { free(word) } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT, SIGPIPE] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var ignoring = sigaction()
        ignoring.__sigaction_handler.sa_handler = SIG_IGN
        var before = (sigaction(), sigaction())
        sigaction(SIGINT, &ignoring, &before.0)
        sigaction(SIGQUIT, &ignoring, &before.1)
        defer {
            sigaction(SIGINT, &before.0, nil)
            sigaction(SIGQUIT, &before.1, nil)
        }
        var child: pid_t = 0
        guard posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, elx_environment()) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
        return status == 0
    }
}
