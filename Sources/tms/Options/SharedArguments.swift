import ArgumentParser
import TMSEngine
import TMSShell
import TMSSyntax

/// The options every way of running a script shares.
struct SharedArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("How results are written: \(formatWords).", valueName: "form"),
        transform: outputFormat)
    var format: OutputFormat?

    @Flag(name: [.short, .long], help: "Show no results; what the script prints is still shown.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Allow what cannot be taken back, such as delete, without asking.")
    var yes = false

    @Flag(help: "Send reads, hold every write back, and answer it as it would be answered.")
    var dryRun = false

    @Flag(help: "Use the pretend account on this machine, even if a key is set.")
    var sandbox = false

    @Option(help: ArgumentHelp("The profile of the configuration file to use.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "Where the API answers; TMS_BASE_URL does the same.", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp(
            "How long a call is waited for: 10s, 2 min; \(Timeout.usual) s if nothing is said.", valueName: "duration"),
        transform: seconds)
    var timeout: Int?

    @Flag(help: "Let writing verbs use a carrier that is only likely.")
    var guess = false

    @OptionGroup var report: ReportArguments

    @Option(help: ArgumentHelp("Stop a script after this many steps.", valueName: "n"))
    var maxSteps: Int?

    @Option(
        help: ArgumentHelp(
            "Write every row that fails there; the ending says the form: csv, tsv, json, jsonl.", valueName: "file"))
    var failures: String?

    @Flag(help: "Go on with no interrupted run of the same script; begin a new one.")
    var fresh = false

    @Option(help: ArgumentHelp("Go on with this interrupted run, however long ago it was.", valueName: "run"))
    var resume: Int?

    @Flag(help: "Write nothing down of what is sent: it cannot be gone on with or taken back.")
    var noJournal = false

    @Flag(help: "Do not read parcels before they are changed; undo brings back only what is known.")
    var noBeforeImages = false

    func validate() throws {
        if let resume, resume < 1 { throw ValidationError("--resume asks for the number of a run.") }
        if fresh, resume != nil {
            throw ValidationError("--fresh begins a new run, and --resume goes on with an old one.")
        }
        if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps asks for a number above zero.") }
    }

    func options(_ task: Options.Task, parameters: [String] = []) -> Options {
        var options = Options()
        options.task = task
        options.parameters = parameters
        options.format = format
        options.isQuiet = quiet
        options.isSure = yes
        options.profile = profile
        options.isSandbox = sandbox
        options.baseURL = baseURL
        options.timeout = timeout
        options.isDryRun = dryRun
        report.give(to: &options)
        options.guesses = guess
        options.maximumSteps = maxSteps
        options.failures = failures
        options.isJournaled = !noJournal
        options.keepsImages = !noBeforeImages
        options.continuation = resume.map { .run($0) } ?? (fresh ? .never : .ifInterrupted)
        return options
    }
}

/// How tms tells of mistakes: what every subcommand heeds.
struct ReportArguments: ParsableArguments {
    @Option(help: ArgumentHelp("How mistakes are reported: text, json.", valueName: "form"))
    var diagnostics: Options.Diagnostics = .text

    @Option(help: ArgumentHelp("Colours: auto, always, never. NO_COLOR counts too.", valueName: "when"))
    var color: Options.Coloring = .auto

    func give(to options: inout Options) {
        options.diagnostics = diagnostics
        options.coloring = color
    }

    func options(_ task: Options.Task) -> Options {
        var options = Options()
        options.task = task
        give(to: &options)
        return options
    }
}

/// For subcommands that show something: what is shown, and in which form.
struct ShowingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("How results are written: \(formatWords).", valueName: "form"),
        transform: outputFormat)
    var format: OutputFormat?

    @Flag(name: [.short, .long], help: "Show no results, only mistakes.")
    var quiet = false

    @OptionGroup var report: ReportArguments

    func options(_ task: Options.Task) -> Options {
        var options = report.options(task)
        options.format = format
        options.isQuiet = quiet
        return options
    }
}

extension Options.Diagnostics: ExpressibleByArgument {}
extension Options.Coloring: ExpressibleByArgument {}

private let formatWords = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")

private func seconds(_ text: String) throws -> Int {
    do {
        return try Timeout.read(text)
    } catch {
        throw ValidationError(error.message + ".")
    }
}

private func outputFormat(_ word: String) throws -> OutputFormat {
    guard let format = OutputFormat(word: word) else {
        throw ValidationError("there is no format \(word); one of \(formatWords).")
    }
    return format
}
