import ArgumentParser

/// `tms test [PATH…]`.
struct TestArguments: OptionsCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.test.rawValue,
        abstract: "Run scripts, each in a fresh sandbox, and report which kept what they expect.",
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
