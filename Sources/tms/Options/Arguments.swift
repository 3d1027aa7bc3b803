import ArgumentParser
import TMSBase
import TMSShell

/// A command line form that comes down to options.
protocol OptionsCommand: ParsableCommand {
    func options() throws -> Options
}

extension OptionsCommand {
    /// The words behind a script, each `name=value`.
    func parameters(_ words: ArraySlice<String>) throws -> [String] {
        if let stray = words.first(where: { !Options.isParameter($0) }) {
            throw ValidationError("\(stray) is no parameter; write name=value.")
        }
        return Array(words)
    }
}

/// `tms` itself: the shell, a line, a script.
struct Arguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: "tms",
        abstract: "Follow parcels with TrackingMore: a shell, and a small language for the work around it.",
        usage: """
            tms                                  open the shell
            tms -c 'list status exception'       run one line
            tms late.tms days=10                 run a script with its parameters
            tms check late.tms                   look for mistakes, send nothing
            """,
        discussion: """
            Without a key everything runs on a pretend account kept on this machine, so trying things out is safe. \
            A key comes from TRACKINGMORE_API_KEY, or from key-file or key-command in \
            $XDG_CONFIG_HOME/tms/config.toml; never from an argument.

            In the shell, help lists the verbs and help track explains one.

            Exit status: \(ExitStatus.all.map { "\($0.status) \($0.brief)" }.joined(separator: ", ")).
            """,
        version: Version.text, subcommands: Subcommand.allCases.map(\.command))

    @Option(
        name: .customShort("c"), parsing: .singleValue,
        help: ArgumentHelp("Run this line instead of a file.", valueName: "line"))
    var lines: [String] = []

    @OptionGroup var shared: SharedArguments

    @Argument(
        help: ArgumentHelp("A script, and its parameters as name=value.", valueName: "file"),
        completion: .file(extensions: ["tms"]))
    var words: [String] = []

    func options() throws -> Options {
        if lines.count > 1 { throw ValidationError("-c is given twice; put both into one line with ; between them.") }
        if let line = lines.first { return shared.options(.line(line), parameters: try parameters(words[...])) }
        guard let file = words.first else { return shared.options(.session) }
        if Subcommand(rawValue: file) != nil { throw ValidationError("Options stand after \(file), not before it.") }
        return shared.options(.script(file), parameters: try parameters(words.dropFirst()))
    }
}

/// `tms run`, `tms check` and the like. A root of their own: beside its own arguments, `tms` would take their names for
/// files.
struct Subcommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tms", version: Version.text, subcommands: Subcommand.allCases.map(\.command))
}

/// `tms run FILE`.
struct RunArguments: OptionsCommand {
    static let configuration = CommandConfiguration(commandName: Subcommand.run.rawValue, abstract: "Run a script.")

    @OptionGroup var shared: SharedArguments

    @Argument(help: "The script; - reads it from standard input.", completion: .file(extensions: ["tms"]))
    var file: String

    @Argument(help: ArgumentHelp("Values for the script's parameters, as name=value.", valueName: "parameters"))
    var words: [String] = []

    func options() throws -> Options {
        shared.options(.script(file), parameters: try parameters(words[...]))
    }
}
