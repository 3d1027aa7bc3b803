import TMSSyntax
import Testing

@testable import TMSRuntime

/// `plan`, `explain` and `curl` are a matter of the run: no code is compiled for them.
@Suite struct PrefixTests {
    private static let definition = "define send(n) { track $n via ups }"

    @Test(arguments: StatementSyntax.Prefix.allCases)
    func `a definition is the same code under every word, and its calls say which`(prefix: StatementSyntax.Prefix) {
        let text = "\(Self.definition)\nsend(\"RB101CN\")\n\(prefix.rawValue) send(\"RB102CN\")\nsend(\"RB103CN\")"
        #expect(compiled(text).functions.count == 2)
        let world = World()
        run(text, in: world)
        #expect(world.calls.map(\.prefix) == [nil, prefix, nil])
    }

    @Test func `a word within a word holds until its end`() {
        let world = World()
        run(
            "define two(n) { explain track $n via ups\ntrack $n via ups }\nplan two(\"RB101CN\")\ntrack RB102CN via ups",
            in: world)
        #expect(world.calls.map(\.prefix) == [.explain, .plan, nil])
    }

    @Test func `a failure and a return take the word back`() {
        let world = World()
        world.refused = ["RB101CN"]
        run(
            """
            define refused() { track RB101CN via ups }
            define early() { if true { plan track RB103CN via ups
            return 1 } }
            try plan refused() otherwise track RB102CN via ups
            let x = early()
            track RB104CN via ups
            """, in: world)
        #expect(world.calls.map(\.prefix) == [.plan, nil, .plan, nil])
    }

    @Test(arguments: [1, 8]) func `the rows of a loop inherit it, side by side too`(inFlight: Int) {
        let world = World()
        run(
            "plan for n in [\"RB101CN\", \"RB102CN\"] { track $n via ups }\ntrack RB103CN via ups", in: world,
            inFlight: inFlight)
        #expect(world.calls.map(\.prefix) == [.plan, .plan, nil])
    }

    @Test func `a save is left out in a definition that is planned, and done in one that is called`() {
        let world = World()
        run("define keep() { list | save \"a.csv\" }\nplan keep()", in: world)
        #expect(!world.asked.contains { $0.hasPrefix("save") || $0.hasPrefix("write") })
        run("define keep() { list | save \"a.csv\" }\nkeep()", in: world)
        #expect(world.asked.contains { $0.hasPrefix("write") })
    }
}
