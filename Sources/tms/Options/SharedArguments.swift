import ArgumentParser
import TMSEngine
import TMSShell
import TMSSyntax

// What the options of a run are. An option stands here, in `RunOptions`, and where it is read: the argument parser has it
// from `SharedArguments`, with its help, and the quick reader from the extension of `Options` below.

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

    @Option(help: ArgumentHelp("Add a line of JSON for each call there: no key, no data.", valueName: "file"))
    var log: String?

    @Flag(help: "Go on with no interrupted run of the same script; begin a new one.")
    var fresh = false

    @Option(help: ArgumentHelp("Go on with this interrupted run, however long ago it was.", valueName: "run"))
    var resume: Int?

    @Flag(help: "Write nothing down of what is sent: it cannot be gone on with or taken back.")
    var noJournal = false

    @Flag(help: "Make calls as fast as they go: only to an address of this machine.")
    var noLimit = false

    @Flag(help: "Do not read parcels before they are changed; undo brings back only what is known.")
    var noBeforeImages = false

    @Flag(help: "Neither read nor write the history of the shell.")
    var `private` = false

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
        options.run.format = format
        options.run.isQuiet = quiet
        options.run.isSure = yes
        options.run.profile = profile
        options.run.isSandbox = sandbox
        options.run.baseURL = baseURL
        options.run.timeout = timeout
        options.run.isDryRun = dryRun
        report.give(to: &options)
        options.run.takesGuesses = guess
        options.run.maximumSteps = maxSteps
        options.run.failures = failures
        options.run.log = log
        options.run.isUnlimited = noLimit
        options.run.isPrivate = `private`
        options.run.isJournaled = !noJournal
        options.run.keepsImages = !noBeforeImages
        options.run.continuation = resume.map { .run($0) } ?? (fresh ? .never : .ifInterrupted)
        return options
    }
}

extension Options {
    /// How many words an option took.
    enum Taken { case flag, valued }

    /// Sets what an option says, as `SharedArguments` would; nil for what only that understands.
    mutating func take(_ option: String, _ value: String?) -> Taken? {
        switch option {
        case "--quiet", "-q": run.isQuiet = true
        case "--yes", "-y": run.isSure = true
        case "--sandbox": run.isSandbox = true
        case "--dry-run": run.isDryRun = true
        case "--guess": run.takesGuesses = true
        case "--private": run.isPrivate = true
        case "--no-journal": run.isJournaled = false
        case "--no-limit": run.isUnlimited = true
        case "--no-before-images": run.keepsImages = false
        case "--fresh":
            guard run.continuation == .ifInterrupted else { return nil }
            run.continuation = .never
        default: return value.flatMap { take(option, with: $0) }
        }
        return .flag
    }

    private mutating func take(_ option: String, with value: String) -> Taken? {
        switch option {
        case "-c":
            guard task == .session else { return nil }
            task = .line(value)
        case "--format":
            guard let known = OutputFormat(word: value) else { return nil }
            run.format = known
        case "--profile": run.profile = value
        case "--base-url": run.baseURL = value
        case "--timeout":
            guard let seconds = try? Timeout.read(value) else { return nil }
            run.timeout = seconds
        case "--diagnostics":
            guard let known = Diagnostics(rawValue: value) else { return nil }
            diagnostics = known
        case "--color":
            guard let known = Coloring(rawValue: value) else { return nil }
            coloring = known
        case "--max-steps":
            guard let number = Int(value), number > 0 else { return nil }
            run.maximumSteps = number
        case "--failures": run.failures = value
        case "--log": run.log = value
        case "--resume":
            guard run.continuation == .ifInterrupted, let number = Int(value), number > 0 else { return nil }
            run.continuation = .run(number)
        default: return nil
        }
        return .valued
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
        options.run.format = format
        options.run.isQuiet = quiet
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
