import ArgumentParser
import TMSShell

/// `tms sandbox …`.
struct SandboxArguments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Subcommand.sandbox.rawValue,
        abstract: "The pretend account: serve it over HTTP, move its clock, let it fail, start it anew.",
        subcommands: [
            Serve.self, Status.self, Advance.self, Fail.self, Behave.self, Points.self, Webhook.self, Reset.self,
        ])

    struct Serve: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the API on a port of this machine, for other programs to try against.")

        @Option(help: "The port; 0 takes a free one and prints it.")
        var port = 8080

        @Option(
            help: ArgumentHelp(
                "The address to listen on, 127.0.0.1 if left out; given again, a name requests may call it by.",
                valueName: "host"))
        var host: [String] = []

        @Option(help: "real: one request a second, as the service allows; none: as fast as it goes.")
        var limits: Limits = .none

        @Option(help: ArgumentHelp("Write a line of JSON for each request there.", valueName: "file"))
        var log: String?

        @Option(
            help: ArgumentHelp(
                "Post each parcel that sandbox advance moves to this address of this machine.", valueName: "url"))
        var webhook: String?

        @Option(help: ArgumentHelp("As --webhook, to an address of another machine.", valueName: "url"))
        var remoteWebhook: String?

        @OptionGroup var shared: ReportArguments

        enum Limits: String, CaseIterable, ExpressibleByArgument { case real, none }

        func validate() throws {
            guard (0...65_535).contains(port) else { throw ValidationError("A port lies between 0 and 65535.") }
            if webhook != nil, remoteWebhook != nil {
                throw ValidationError("Webhooks go to one address: --webhook or --remote-webhook.")
            }
        }

        func options() throws -> Options {
            var plan = Options.ServePlan()
            if let first = host.first { plan.host = first }
            plan.names = Array(host.dropFirst())
            plan.port = port
            plan.hasRealLimits = limits == .real
            plan.log = log
            plan.webhook = webhook ?? remoteWebhook
            plan.isWebhookRemote = remoteWebhook != nil
            return shared.options(.serve(plan))
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

        @OptionGroup var shared: ShowingArguments

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

        @OptionGroup var shared: ShowingArguments

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

        @OptionGroup var shared: ShowingArguments

        @Argument(help: "The fault, how long and how often.")
        var fault: [String]

        func options() throws -> Options { shared.steering("fail", fault) }
    }

    struct Behave: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set what is not known of the service: tms sandbox behave missing-on-read 4017.",
            discussion: "tms sandbox points lists them.")

        @OptionGroup var shared: ShowingArguments

        @Argument(help: "The contested point.")
        var point: String

        @Argument(help: "How the sandbox has it from now on.")
        var way: String

        func options() throws -> Options { shared.steering("behave", [point, way]) }
    }

    struct Points: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what is not known of the service, and how the sandbox has it.")

        @OptionGroup var shared: ShowingArguments

        func options() throws -> Options { shared.steering("points", []) }
    }

    struct Webhook: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Post each parcel that moves: tms sandbox webhook http://127.0.0.1:9000/hook.",
            discussion: "nothing ends it.")

        @OptionGroup var shared: ShowingArguments

        @Argument(help: "Where they go, or nothing.")
        var url: String

        @Flag(help: "Let the address lie on another machine.")
        var remote = false

        func options() throws -> Options {
            let address = url.lowercased() == "nothing" ? url : "\"\(url.filter { $0 != "\"" && $0 != "\\" })\""
            return shared.steering("webhook", [address] + (remote ? ["remote"] : []))
        }
    }

    struct Status: OptionsCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show its clock, seed, parcels, quota, failures and contested points.")

        @OptionGroup var shared: ShowingArguments

        func options() throws -> Options { shared.steering("status", []) }
    }
}

extension ShowingArguments {
    /// A line of the language about the sandbox, run on the sandbox whatever keys there are.
    fileprivate func steering(_ verb: String, _ words: [String]) -> Options {
        var options = options(.sandbox((["sandbox", verb] + words).joined(separator: " ")))
        options.run.isSandbox = true
        return options
    }
}
