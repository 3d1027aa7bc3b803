import ArgumentParser

/// The words that begin a line of another kind than a script: declared once for both readers of options.
enum Subcommand: String, CaseIterable {
    case run, plan, apply, check, fmt, fix, test, sandbox, completions, docs

    var command: any ParsableCommand.Type {
        switch self {
        case .run: RunArguments.self
        case .plan: PlanArguments.self
        case .apply: ApplyArguments.self
        case .check: CheckArguments.self
        case .fmt: FormatArguments.self
        case .fix: FixArguments.self
        case .test: TestArguments.self
        case .sandbox: SandboxArguments.self
        case .completions: CompletionsArguments.self
        case .docs: DocsArguments.self
        }
    }
}
