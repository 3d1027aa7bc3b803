import ArgumentParser
import TMSCommands
import TMSShell

// Texts that are written from declarations.

extension Options.Page {
    /// What the page says now; a test compares it.
    var text: String {
        switch self {
        case .api: APIReference(Catalogue.standard.dialect).text + SandboxChapter().text
        case .diagnostics: DiagnosticReference().text
        case .man: ManPage().text
        case .textmate: TextMateGrammar(Catalogue.standard.vocabulary).text
        case .vim: VimSyntax(Catalogue.standard.vocabulary).text
        }
    }

    /// Its file, from the top of the project.
    var path: String {
        switch self {
        case .api, .diagnostics: "docs/\(rawValue).md"
        case .man: "docs/tms.1"
        case .textmate: "editors/vscode/syntaxes/tms.tmLanguage.json"
        case .vim: "editors/vim/syntax/tms.vim"
        }
    }

    /// A page and its file on each line.
    static var list: String { allCases.map { "\($0.rawValue) \($0.path)\n" }.joined() }
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
