import ArgumentParser
import TMSBase
import TMSCommands
import TMSShell
import TMSSyntax

/// `docs/tms.1`: the page for `man tms`, written from the declarations that `--help` and the shell's `help` show.
struct ManPage {
    let text: String

    init() {
        let command = CommandReference.of(Arguments.self)
        var page = Roff(name: command.name, section: 1, source: Version.text, manual: "User Commands")
        page.comment("Written by `tms docs man`; a test compares it.")
        Self.opening(command, &page)
        page.section("OPTIONS")
        for argument in command.arguments { Self.argument(argument, &page) }
        Self.commands(command, &page)
        Self.verbs(&page)
        Self.surroundings(&page)
        page.section("SEE ALSO")
        page.prose("`tms help` COMMAND explains a command, `help` VERB in the shell a verb.")
        text = page.text
    }

    private static func opening(_ command: CommandReference, _ page: inout Roff) {
        let summary = command.summary.prefix { $0 != ":" }
        page.section("NAME")
        page.line("\(command.name) \\- \(summary.prefix(1).lowercased())\(summary.dropFirst())")
        page.section("SYNOPSIS")
        page.example(Arguments.configuration.usage ?? "")
        page.section("DESCRIPTION")
        page.prose(command.summary)
        page.prose(command.discussion)
    }

    private static func argument(_ argument: CommandReference.Argument, _ page: inout Roff) {
        if argument.names.isEmpty {
            page.entry(argument.value ?? "", argument.summary)
        } else {
            page.entry(argument.names.joined(separator: ", "), value: argument.value, argument.summary)
        }
    }

    /// Each with the arguments that are its own.
    private static func commands(_ command: CommandReference, _ page: inout Roff) {
        page.section("COMMANDS")
        for subcommand in command.subcommands {
            describe(subcommand, as: "\(command.name) \(subcommand.name)", besides: command.arguments, &page)
            for inner in subcommand.subcommands {
                describe(
                    inner, as: "\(command.name) \(subcommand.name) \(inner.name)", besides: command.arguments, &page)
            }
        }
    }

    private static func describe(
        _ command: CommandReference, as name: String, besides shared: [CommandReference.Argument], _ page: inout Roff
    ) {
        page.subsection(name)
        page.prose(command.summary)
        if !command.discussion.isEmpty { page.prose(command.discussion) }
        for own in command.arguments where !shared.contains(own) { argument(own, &page) }
    }

    private static func verbs(_ page: inout Roff) {
        page.section("VERBS")
        page.prose("What a line of the language can begin with; `help` VERB tells all of it.")
        for verb in Catalogue.standard.vocabulary.verbs { page.entry(HelpPage.usage(verb), verb.summary) }
    }

    /// Configuration, environment, files, exit statuses.
    private static func surroundings(_ page: inout Roff) {
        page.section("CONFIGURATION")
        page.prose(
            "The file `config.toml` holds profiles, each a section such as `[profiles.shop]` with these settings.")
        for setting in Setting.allCases { page.entry(setting.rawValue, setting.summary) }
        page.prose("Above the sections:")
        for setting in [Setting.preferred, Setting.keys] { page.entry(setting.name, setting.summary) }
        page.section("ENVIRONMENT")
        page.prose("Of an option, a variable and a setting the option counts first and the setting last.")
        for variable in EnvironmentVariable.allCases { page.entry(variable.rawValue, variable.summary) }
        page.section("FILES")
        for file in UserDirectories.files { page.entry(file.path, file.summary) }
        page.section("EXIT STATUS")
        for (status, _, meaning) in ExitStatus.all { page.entry(status.description, meaning) }
    }
}
