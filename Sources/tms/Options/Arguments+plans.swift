import ArgumentParser
import TMSShell

// What a script would do, told, kept in a file and done later.

/// `tms plan FILE [name=value …] [-o PLAN]`.
struct PlanArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.plan.rawValue,
        abstract: "Say what a script would write and what it would cost, and write nothing.",
        discussion: """
            Sends reads that cost nothing, and holds every write back. With -o the plan is saved, and tms apply does \
            exactly that.
            """)

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Save the plan in this file; only you can read it.", valueName: "plan"))
    var output: String?

    @OptionGroup var shared: SharedArguments

    @Argument(help: "The script; - reads it from standard input.", completion: .file(extensions: ["tms"]))
    var file: String

    @Argument(help: ArgumentHelp("Values for the script's parameters, as name=value.", valueName: "parameters"))
    var words: [String] = []

    func options() throws -> Options {
        var options = shared.options(.plan(file, savedIn: output), parameters: try parameters(words[...]))
        options.run.isDryRun = true
        return options
    }
}

/// `tms apply PLAN`.
struct ApplyArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.apply.rawValue, abstract: "Do what a saved plan says.",
        discussion: """
            Sends the rows of the plan in their order, after a yes or with --yes. A parcel that has changed since the plan \
            was made is left as it is and named; the exit status is 3 then. It is a run like that of a script: it goes on \
            where it was stopped, and undo takes it back.
            """)

    @OptionGroup var shared: SharedArguments

    @Argument(help: "A plan that tms plan -o has saved.", completion: .file(extensions: ["plan"]))
    var file: String

    func options() throws -> Options { shared.options(.apply(file)) }
}
