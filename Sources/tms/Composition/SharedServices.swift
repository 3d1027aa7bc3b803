import TMSCommands
import TMSEngine
import TMSRuntime
import TMSShell
import TMSSyntax

/// What the shell's own verbs can do anywhere.
struct SharedServices: SessionServices {
    let session: SessionHooks

    func perform(_ request: SessionRequest) async throws(SessionRefusal) -> Value {
        switch request {
        case .explanation(let code):
            guard let help = CodeHelp(code) else { throw SessionRefusal("no message has the code \(code)") }
            return .written(help.text)
        case .history(let text):
            return StatementRows.of(session.history(), holding: text)
        case .browse:
            guard session.browse() else { throw noTable }
            return .nothing
        case .tour:
            try shell().tour()
            return .nothing
        case .settings: return try shell().settings()
        case .profiles: return try shell().profiles()
        case .changeProfile(let name):
            try shell().change(name)
            return .items([])
        case .row(let distance):
            switch session.step(distance) {
            case .row(let row): return row
            case .end(let count):
                let (end, name) = distance > 0 ? ("last", "after @\(count)") : ("first", "before @1")
                throw SessionRefusal("there is no row \(name), the \(end) of the table")
            case .noTable: throw noTable
            }
        case .ask(let question):
            guard let answer = await session.ask(question) else { throw nobody("give the answer as a param") }
            return .string(answer)
        case .confirm(let question):
            if session.options.isSure { return .boolean(true) }
            guard let answer = await session.ask(question + " (y/N)") else { throw nobody("run with --yes") }
            return .boolean(["y", "yes"].contains(answer.lowercased()))
        case .copy(let text):
            try Clipboard().put(text)
            return .nothing
        case .advanceSandbox, .resetSandbox, .failSandbox, .clearSandboxFaults, .behaveSandbox, .sandboxPoints,
            .setSandboxWebhook, .sandboxStatus:
            throw SessionRefusal("this is a real account, not the sandbox", hint: "run with --sandbox")
        }
    }

    private func shell() throws(SessionRefusal) -> ShellServices {
        guard let shell = session.shell else { throw SessionRefusal("this is for the shell") }
        return shell
    }

    private var noTable: SessionRefusal {
        SessionRefusal("no table has been shown yet", hint: "as after list status exception")
    }

    private func nobody(_ hint: String) -> SessionRefusal {
        SessionRefusal("nobody is there to answer", hint: hint)
    }
}

/// `tms apply FILE` as a line of the language, which is what the journal knows it by: the same plan from another folder is
/// the same work.
struct ApplyLine {
    let file: SourceFile

    init(_ path: String) {
        file = SourceFile(name: "-c", text: "apply \(Quoting.string(FilePath.absolute(path)))")
    }
}
