import ArgumentParser

// What is written from the declarations: completions of a shell, pages of the documents.

/// `tms completions SHELL`.
struct CompletionsArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.completions.rawValue,
        abstract: "Write what a shell needs to complete the words of a tms line.",
        discussion: """
            bash: tms completions bash > ~/.local/share/bash-completion/completions/tms
            zsh:  tms completions zsh > a folder of $fpath, as _tms
            fish: tms completions fish > ~/.config/fish/completions/tms.fish
            """)

    @Argument(help: "The shell: bash, zsh, fish.")
    var shell: Options.Shell

    func options() throws -> Options {
        var options = Options()
        options.task = .completions(shell)
        return options
    }
}

extension Options.Shell: ExpressibleByArgument {}

/// `tms docs PAGE`, for those who work on tms.
struct DocsArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.docs.rawValue, abstract: "Write a page of the documents from the declarations.",
        shouldDisplay: false)

    @Argument(
        help: ArgumentHelp(
            "One of \(Options.Page.allCases.map(\.rawValue).joined(separator: ", ")); without it, their files are listed."
        ))
    var page: Options.Page?

    func options() throws -> Options {
        var options = Options()
        options.task = .docs(page)
        return options
    }
}

extension Options.Page: ExpressibleByArgument {}
