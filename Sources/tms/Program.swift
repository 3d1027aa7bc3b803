import ArgumentParser
import Dispatch
import Glibc
import TMSBase
import TMSShell

/// Where it all begins. What people run all day does not wait for the argument parser.
@main
struct Program {
    static func main() {
        // A reader that goes away is met where writing fails.
        signal(SIGPIPE, SIG_IGN)
        // Whoever asks for it wants an end at once, and no report of where the program was.
        signal(SIGQUIT, SIG_DFL)
        StandardDescriptors.fill()
        Heap.prepare()
        refuseOtherThanText()
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--version"] {
            leave(say(Version.text, on: STDOUT_FILENO) ? .ok : .failed)
        }
        let options = Options(quick: arguments) ?? parsed(arguments)
        let composition = Composition(options)
        // What calls nobody is over before anything that waits has been started.
        let start = composition.start()
        if case .ended(let status, let session) = start {
            withExtendedLifetime(session) { leave(status, composition) }
        }
        Task.detached { leave(await composition.finish(start), composition) }
        dispatchMain()
    }

    /// Swift reads what is no UTF-8 with replacement marks, and an account would keep those.
    private static func refuseOtherThanText() {
        for place in 1..<max(1, Int(CommandLine.argc)) {
            guard let raw = CommandLine.unsafeArgv[place], String(validatingCString: raw) == nil else { continue }
            _ = say(
                "Error: argument \(place) is not UTF-8; set the terminal to UTF-8, or put the text into a file in UTF-8",
                on: STDERR_FILENO)
            leave(.usage)
        }
    }

    /// Ends the program: with its status, or as one does whose output was not read to the end.
    private static func leave(_ status: ExitStatus, _ composition: Composition) -> Never {
        let end = composition.status(afterWriting: status)
        // What ended early because of it has been cancelled by tms itself.
        if composition.output.readerHasLeft, end == ExitStatus.ok || end == ExitStatus.cancelled {
            signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
        }
        leave(end)
    }

    private static func leave(_ status: ExitStatus) -> Never { exit(Int32(truncatingIfNeeded: status.rawValue)) }

    /// Help, usage errors and rare forms; does not return for the first two.
    private static func parsed(_ arguments: [String]) -> Options {
        if let file = Options.scriptAskedForHelp(arguments) {
            var options = Options()
            options.task = .script(file)
            options.wantsScriptHelp = true
            return options
        }
        let first = arguments.first ?? ""
        let isSubcommand = Subcommand(rawValue: first) != nil || (first == "help" && arguments.count > 1)
        let root: any ParsableCommand.Type = isSubcommand ? Subcommands.self : Arguments.self
        do {
            let command = try root.parseAsRoot(first == "help" && !isSubcommand ? ["--help"] : arguments)
            if let command = command as? any OptionsCommand { return try command.options() }
            var bare = command
            try bare.run()
            leave(.ok)
        } catch {
            let code = root.exitCode(for: error)
            let message = OptionProposal.checked(root.fullMessage(for: error))
            let isSuccess = code == .success
            let isSaid = say(message, on: isSuccess ? STDOUT_FILENO : STDERR_FILENO)
            leave(!isSuccess ? .usage : isSaid ? .ok : .failed)
        }
    }

    /// Writes a text; answers whether it could be written. A reader that left has had what it wanted.
    private static func say(_ text: String, on descriptor: Int32) -> Bool {
        let output = OutputBuffer(descriptor: descriptor)
        output.line(text)
        output.flush()
        return output.failure == nil
    }
}

/// The version, as `--version` and the first line of the shell say it.
enum Version {
    static let number = "0.1"
    static let text = "tms \(number)"
}
