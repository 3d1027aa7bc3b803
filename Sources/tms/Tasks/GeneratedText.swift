import ArgumentParser
import TMSCommands
import TMSShell

// Texts that are written from declarations.

extension Options.Page {
    /// What a page of `docs` says now; a test compares it.
    var text: String {
        switch self {
        case .api: APIReference().text + SandboxChapter().text
        case .diagnostics: DiagnosticReference().text
        }
    }
}

extension Options.Shell {
    /// What a shell reads to complete the words of a `tms` line.
    var script: String {
        switch self {
        case .bash: Arguments.completionScript(for: .bash)
        case .zsh: Arguments.completionScript(for: .zsh)
        case .fish: Arguments.completionScript(for: .fish)
        }
    }
}
