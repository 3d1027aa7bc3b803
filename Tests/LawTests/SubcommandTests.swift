import Testing

@testable import tms

/// Both readers of options know the same subcommands.
@Suite struct SubcommandTests {
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
