import ArgumentParser
import TMSShell

/// A command line form that comes down to options.
protocol OptionsCommand: ParsableCommand {
    func options() throws -> Options
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
        version: Version.text, subcommands: Subcommands.all)

    @Option(name: .customShort("c"), help: ArgumentHelp("Run this line instead of a file.", valueName: "line"))
    var line: String?

    @OptionGroup var shared: SharedArguments

    @Argument(
        help: ArgumentHelp("A script, and its parameters as name=value.", valueName: "file"),
        completion: .file(extensions: ["tms"]))
    var words: [String] = []

    func options() throws -> Options {
        if let line { return shared.options(.line(line), parameters: try parameters(words[...])) }
        guard let file = words.first else { return shared.options(.session) }
        if Subcommands.names.contains(file) { throw ValidationError("Options stand after \(file), not before it.") }
        return shared.options(.script(file), parameters: try parameters(words.dropFirst()))
    }
}

/// `tms run`, `tms check` and the like. A root of their own: beside its own arguments, `tms` would take their names for
/// files.
struct Subcommands: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tms", version: Version.text, subcommands: all)

    static let all: [any ParsableCommand.Type] = [
        RunArguments.self, CheckArguments.self, FormatArguments.self, FixArguments.self, TestArguments.self,
        SandboxArguments.self, CompletionsArguments.self, DocsArguments.self,
    ]

    static let names = Set(all.compactMap { $0.configuration.commandName })
}

/// `tms run FILE`.
struct RunArguments: OptionsCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Run a script.")

    @OptionGroup var shared: SharedArguments

    @Argument(help: "The script; - reads it from standard input.", completion: .file(extensions: ["tms"]))
    var file: String

    @Argument(help: ArgumentHelp("Values for the script's parameters, as name=value.", valueName: "parameters"))
    var words: [String] = []

    func options() throws -> Options {
        shared.options(.script(file), parameters: try parameters(words[...]))
    }
}

/// `tms check FILE…`.
struct CheckArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for mistakes in scripts, and say of each loop how it will run.",
        discussion: "Reads files and nothing else. The exit status is 2 if there is a mistake.")

    @OptionGroup var shared: SharedArguments

    @Argument(help: "The scripts.", completion: .file(extensions: ["tms"]))
    var files: [String]

    func options() throws -> Options { shared.options(.check(files)) }
}

/// `tms fmt FILE…`.
struct FormatArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Write scripts in the usual layout.",
        discussion: """
            Shows the scripts in the usual layout, or with --write replaces them, each whole or not at all. A script with \
            mistakes is left as it is.
            """)

    @Flag(name: .customLong("check"), help: "Change nothing; the exit status is 1 if a file would change.")
    var isCheck = false

    @Flag(name: .customLong("write"), help: "Replace the files.")
    var writes = false

    @OptionGroup var shared: SharedArguments

    @Argument(
        help: "The scripts; - reads standard input and writes standard output.", completion: .file(extensions: ["tms"]))
    var files: [String]

    func validate() throws {
        if isCheck && writes { throw ValidationError("--check changes nothing, and --write does; give one of them.") }
    }

    func options() throws -> Options {
        shared.options(.format(files, isCheck ? .check : writes ? .write : .show))
    }
}

/// `tms fix FILE…`.
struct FixArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix", abstract: "Mend in scripts what can be mended without a doubt.",
        discussion: """
            Applies the fixes that cannot change what a line meant, says which, and reports the mistakes that are left. \
            The exit status is 2 if there are any. With --dry-run nothing is written, and what would change is shown as \
            a unified diff.
            """)

    @Flag(name: .customLong("check"), help: "Change nothing; the exit status is 1 if a file would change.")
    var isCheck = false

    @OptionGroup var shared: SharedArguments

    @Argument(
        help: "The scripts; - reads standard input and writes standard output.", completion: .file(extensions: ["tms"]))
    var files: [String]

    func options() throws -> Options { shared.options(.fix(files, isCheck: isCheck)) }
}

/// `tms test [PATH…]`.
struct TestArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run scripts, each in a fresh sandbox, and report which kept what they expect.",
        discussion: """
            A script passes if it ends well: no `expect` is false, nothing fails. Of a folder, the scripts that hold an \
            `expect` are run. No script can reach an account, nor what another one left. The exit status is 4 if an \
            expectation was false, 1 if something else failed.
            """)

    @Argument(help: "Scripts and folders.", completion: .file())
    var paths: [String] = ["."]

    @Option(help: ArgumentHelp("How it is told: text, tap, junit.", valueName: "form"))
    var format: Options.TestPlan.Form = .text

    @Option(help: ArgumentHelp("Only scripts whose path holds this.", valueName: "text"))
    var filter: String?

    @Option(help: ArgumentHelp("The seed of each script's sandbox.", valueName: "n"))
    var seed = 1

    @Option(help: ArgumentHelp("Stop a script after so many seconds.", valueName: "seconds"))
    var timeout = 60

    @Option(help: ArgumentHelp("Stop a script after this many steps.", valueName: "n"))
    var maxSteps: Int?

    @Option(help: ArgumentHelp("How many scripts run side by side; as many as there are processors.", valueName: "n"))
    var jobs: Int?

    func validate() throws {
        for (name, number) in [("timeout", timeout), ("max-steps", maxSteps), ("jobs", jobs)] where number ?? 1 < 1 {
            throw ValidationError("--\(name) asks for a number above zero.")
        }
    }

    func options() throws -> Options {
        var options = Options()
        options.task = .test(
            Options.TestPlan(
                paths: paths, form: format, filter: filter, seed: seed, seconds: timeout, steps: maxSteps, jobs: jobs))
        return options
    }
}

extension Options.TestPlan.Form: ExpressibleByArgument {}

/// `tms completions SHELL`.
struct CompletionsArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Write what a shell needs to complete the words of a tms line.",
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
        commandName: "docs", abstract: "Write a page of the documents from the declarations.", shouldDisplay: false)

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

/// `tms sandbox …`.
struct SandboxArguments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "The pretend account: serve it over HTTP, move its clock, let it fail, start it anew.",
        subcommands: [
            Serve.self, Status.self, Advance.self, Fail.self, Behave.self, Points.self, Reset.self,
        ])

    struct Serve: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the API on a port of this machine, for other programs to try against.")

        @Option(help: "The port; 0 takes a free one and prints it.")
        var port = 8080

        @Option(help: "The address to listen on.")
        var host = "127.0.0.1"

        @Option(help: "real: one request a second, as the service allows; none: as fast as it goes.")
        var limits: Limits = .none

        @OptionGroup var shared: SharedArguments

        enum Limits: String, CaseIterable, ExpressibleByArgument { case real, none }

        func validate() throws {
            guard (0...65_535).contains(port) else { throw ValidationError("A port lies between 0 and 65535.") }
        }

        func options() throws -> Options {
            shared.options(.serve(host: host, port: port, hasRealLimits: limits == .real))
        }
    }

    struct Reset: OptionsCommand {
        static let configuration = CommandConfiguration(abstract: "Start the pretend account anew.")

        @Option(help: "How many parcels it begins with, up to millions.")
        var parcels: Int?

        @Option(help: "What everything in it is drawn from.")
        var seed: Int?

        @Option(help: "How many parcels may be added.")
        var quota: Int?

        @OptionGroup var shared: SharedArguments

        func validate() throws {
            for number in [parcels, seed, quota] where number ?? 0 < 0 {
                throw ValidationError("Parcels, seed and quota are numbers from 0 on.")
            }
        }

        func options() throws -> Options {
            let given = [("parcels", parcels), ("seed", seed), ("quota", quota)]
            return shared.steering("reset", given.flatMap { name, number in number.map { [name, String($0)] } ?? [] })
        }
    }

    struct Advance: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move the pretend account's clock forward: tms sandbox advance 3 days.")

        @OptionGroup var shared: SharedArguments

        @Argument(help: "How long: 3 days, 12 h.")
        var duration: [String]

        func options() throws -> Options { shared.steering("advance", duration) }
    }

    struct Fail: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make its calls fail, also those of other programs: tms sandbox fail 429 for 2 minutes.",
            discussion: """
                A fault is a code of the service (429, 503, 4021), slow, timeout, garbage, half, or nothing, which ends \
                them all. times 3, for 2 minutes (by your own clock), always, and one in 20 say how long and how often; \
                it is the next call if nothing is said.
                """)

        @OptionGroup var shared: SharedArguments

        @Argument(help: "The fault, how long and how often.")
        var fault: [String]

        func options() throws -> Options { shared.steering("fail", fault) }
    }

    struct Behave: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set what is not known of the service: tms sandbox behave missing-on-read 4017.",
            discussion: "tms sandbox points lists them.")

        @OptionGroup var shared: SharedArguments

        @Argument(help: "The contested point.")
        var point: String

        @Argument(help: "How the sandbox has it from now on.")
        var way: String

        func options() throws -> Options { shared.steering("behave", [point, way]) }
    }

    struct Points: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what is not known of the service, and how the sandbox has it.")

        @OptionGroup var shared: SharedArguments

        func options() throws -> Options { shared.steering("points", []) }
    }

    struct Status: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show its clock, seed, parcels, quota, failures and contested points.")

        @OptionGroup var shared: SharedArguments

        func options() throws -> Options { shared.steering("status", []) }
    }
}

extension SharedArguments {
    /// A line of the language about the sandbox, run on the sandbox whatever keys there are.
    fileprivate func steering(_ verb: String, _ words: [String]) -> Options {
        var options = options(.sandbox((["sandbox", verb] + words).joined(separator: " ")))
        options.isSandbox = true
        return options
    }
}

private func parameters(_ words: ArraySlice<String>) throws -> [String] {
    if let stray = words.first(where: { !Options.isParameter($0) }) {
        throw ValidationError("\(stray) is no parameter; write name=value.")
    }
    return Array(words)
}
