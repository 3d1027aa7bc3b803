import ArgumentParser
import Dispatch
import Glibc
import TMSShell

/// Where it all begins. What people run all day does not wait for the argument parser.
@main
struct Program {
    static func main() {
        // A reader that goes away is met where writing fails.
        signal(SIGPIPE, SIG_IGN)
        Heap.prepare()
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--version"] {
            say(Version.text, on: STDOUT_FILENO)
            return
        }
        let options = Options(quick: arguments) ?? parsed(arguments)
        let composition = Composition(options)
        // What calls nobody is over before anything that waits has been started.
        let start = composition.start()
        if case .ended(let status, let session) = start {
            withExtendedLifetime(session) { exit(Int32(truncatingIfNeeded: status)) }
        }
        Task.detached { exit(Int32(truncatingIfNeeded: await composition.finish(start))) }
        dispatchMain()
    }

    /// Help, usage errors and rare forms; does not return for the first two.
    private static func parsed(_ arguments: [String]) -> Options {
        if let file = Options.scriptAskedForHelp(arguments) {
            var options = Options()
            options.task = .script(file)
            options.wantsScriptHelp = true
            return options
        }
        let first = arguments.first ?? ""
        let isSubcommand = Subcommands.names.contains(first) || (first == "help" && arguments.count > 1)
        let root: any ParsableCommand.Type = isSubcommand ? Subcommands.self : Arguments.self
        do {
            let command = try root.parseAsRoot(first == "help" && !isSubcommand ? ["--help"] : arguments)
            if let command = command as? any OptionsCommand { return try command.options() }
            var bare = command
            try bare.run()
            exit(0)
        } catch {
            let code = root.exitCode(for: error)
            let message = root.fullMessage(for: error)
            let isSuccess = code == .success
            say(message, on: isSuccess ? STDOUT_FILENO : STDERR_FILENO)
            exit(isSuccess ? 0 : Int32(ExitStatus.usage))
        }
    }

    private static func say(_ text: String, on descriptor: Int32) {
        let output = OutputBuffer(descriptor: descriptor)
        output.line(text)
        output.flush()
    }
}
