import ArgumentParser
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

    @Flag(help: "Let writing verbs use a carrier that is only likely.")
    var guess = false

    @Option(help: ArgumentHelp("How mistakes are reported: text, json.", valueName: "form"))
    var diagnostics: Options.Diagnostics = .text

    @Option(help: ArgumentHelp("Colours: auto, always, never. NO_COLOR counts too.", valueName: "when"))
    var color: Options.Coloring = .auto

    @Option(help: ArgumentHelp("Stop a script after this many steps.", valueName: "n"))
    var maxSteps: Int?

    @Option(
        help: ArgumentHelp(
            "Write every row that fails there; the ending says the form: csv, tsv, json, jsonl.", valueName: "file"))
    var failures: String?

    func validate() throws {
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
        options.isDryRun = dryRun
        options.diagnostics = diagnostics
        options.coloring = color
        options.guesses = guess
        options.maximumSteps = maxSteps
        options.failures = failures
        return options
    }
}

extension Options.Diagnostics: ExpressibleByArgument {}
extension Options.Coloring: ExpressibleByArgument {}

private let formatWords = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")

private func outputFormat(_ word: String) throws -> OutputFormat {
    guard let format = OutputFormat(word: word) else {
        throw ValidationError("there is no format \(word); one of \(formatWords).")
    }
    return format
}
