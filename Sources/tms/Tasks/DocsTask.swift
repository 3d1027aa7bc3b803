import TMSCommands
import TMSShell

/// `tms docs`: the pages of `docs` that are written from declarations.
struct DocsTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ page: Options.Page) -> Int {
        composition.output.write(page.text)
        composition.output.flush()
        return ExitStatus.ok
    }
}

extension Options.Page {
    /// What the page says now; a test compares it with `docs`.
    var text: String {
        switch self {
        case .api: APIReference().text + SandboxChapter().text
        case .diagnostics: DiagnosticReference().text
        }
    }
}
