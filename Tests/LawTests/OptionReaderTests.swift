import ArgumentParser
import Testing

@testable import tms

/// Both readers of options, the argument parser and the quick one, understand the same.
@Suite struct OptionReaderTests {
    /// A word that an option takes, where not every word will do.
    private static let values = [
        "--format": "json", "--timeout": "5s", "--max-steps": "3", "--resume": "7", "--diagnostics": "json",
        "--color": "never",
    ]

    private static let options = CommandReference.of(Arguments.self).arguments.flatMap { argument in
        argument.names.filter { !["--help", "-h", "--version"].contains($0) }.map { name in
            [name] + (argument.value == nil ? [] : [values[name] ?? "x"])
        }
    }

    @Test func `all options are tried`() { #expect(Self.options.count >= 20) }

    @Test(arguments: options) func `an option says the same to both readers`(_ option: [String]) throws {
        let line = option + (option.first == "-c" ? ["days=1"] : ["late.tms", "days=1"])
        let parsed = try Arguments.parse(line).options()
        #expect(Options(quick: line) == parsed)
        #expect(Options(quick: ["late.tms", "days=1"]) != parsed, "the option changes nothing")
    }

    @Test(arguments: Subcommand.allCases)
    func `a subcommand is never taken for a script`(_ subcommand: Subcommand) {
        let name = subcommand.rawValue
        #expect(Options(quick: [name]) == nil)
        let quick = Options(quick: [name, "late.tms"])
        #expect(subcommand == .run ? quick?.task == .script("late.tms") : quick == nil)
    }

    @Test(arguments: Subcommand.allCases.map(\.rawValue) + ["help", "late.tms", "-c"])
    func `what stands behind two dashes is a script`(_ name: String) {
        #expect(Options(quick: ["--quiet", "--", name, "days=1"])?.task == .script(name))
    }
}
