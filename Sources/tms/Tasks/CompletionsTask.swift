import ArgumentParser
import TMSShell

/// `tms completions`: what a shell needs to complete the words of a `tms` line.
struct CompletionsTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ shell: Options.Shell) -> Int {
        composition.output.line(shell.script)
        composition.output.flush()
        return ExitStatus.ok
    }
}

extension Options.Shell {
    /// The script to be read by the shell, made from the declarations of the options.
    var script: String {
        switch self {
        case .bash: Arguments.completionScript(for: .bash)
        case .zsh: Arguments.completionScript(for: .zsh)
        case .fish: Arguments.completionScript(for: .fish)
        }
    }
}
