import ArgumentParser
import TMSShell

// What is done to scripts without running them.

/// `tms check PATH…`.
struct CheckArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.check.rawValue,
        abstract: "Look for mistakes in scripts, and say of each loop how it will run.",
        discussion: "Reads files and nothing else. The exit status is 2 if there is a mistake.")

    @OptionGroup var shared: ShowingArguments

    @Argument(help: "Scripts and folders.", completion: .file(extensions: ["tms"]))
    var files: [String]

    func options() throws -> Options { shared.options(.check(files)) }
}

/// `tms fmt PATH…`.
struct FormatArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.fmt.rawValue, abstract: "Write scripts in the usual layout.",
        discussion: """
            Shows the scripts in the usual layout, or with --write replaces them, each whole or not at all. A script with \
            mistakes is left as it is.
            """)

    @Flag(name: .customLong("check"), help: "Change nothing; the exit status is 1 if a file would change.")
    var isCheck = false

    @Flag(name: .customLong("write"), help: "Replace the files.")
    var writes = false

    @OptionGroup var shared: ReportArguments

    @Argument(
        help: "Scripts and folders; - reads standard input and writes standard output.",
        completion: .file(extensions: ["tms"]))
    var files: [String]

    func validate() throws {
        if isCheck && writes { throw ValidationError("--check changes nothing, and --write does; give one of them.") }
    }

    func options() throws -> Options {
        shared.options(.format(files, isCheck ? .check : writes ? .write : .show))
    }
}

/// `tms fix PATH…`.
struct FixArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.fix.rawValue, abstract: "Mend in scripts what can be mended without a doubt.",
        discussion: """
            Applies the fixes that cannot change what a line meant, says which, and reports the mistakes that are left. \
            The exit status is 2 if there are any. With --dry-run nothing is written, and what would change is shown as \
            a unified diff.
            """)

    @Flag(name: .customLong("check"), help: "Change nothing; the exit status is 1 if a file would change.")
    var isCheck = false

    @Flag(help: "Write nothing, and show what would change as a unified diff.")
    var dryRun = false

    @OptionGroup var shared: ReportArguments

    @Argument(
        help: "Scripts and folders; - reads standard input and writes standard output.",
        completion: .file(extensions: ["tms"]))
    var files: [String]

    func options() throws -> Options {
        var options = shared.options(.fix(files, isCheck: isCheck))
        options.run.isDryRun = dryRun
        return options
    }
}
