import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing

/// Programs no checker would let through: the machine must fail and never trap.
@Suite struct HostileInputTests {
    private static let corpus = [
        "let late = list status transit | where silent over 10 days | sort by silent down | take 2",
        "for p, n in $late { try refresh $p otherwise print \"{$p.number}: {$error.message}\" }",
        "$late | group by via | count, median silent | save 'late.csv'",
        "define f(a, b = 2) { if $a > 3 { return $a * $b }\n return f($a + 1, $b) }",
        "print f(1), f(1, 2), len($late), $late[0].number, $late[-1]['via'], 7 / 2, 5 % 3",
        "while $n < 10 { $n = $n + 1\n if $n is 5 { continue }\n if $n is 8 { break } }",
        "expect $n is 8, 'not so'\nfail 'x'\nexit 3",
        "list created last 7 days | unique by via | join $late on number | set x = silent / 2 | rename x to y | drop via",
        "let r = [a: 1, b: [1, 2, [c: 'x']]]\nprint $r.b[2].c, keys($r), values($r), join([1, 2], '-')",
        "limit 3 calls, 1 min { refresh 12345 }",
        "1 .. 100 | where $it % 2 is 0 and $it > 50 or false | skip 3 | last | sum x",
        "plan delete $late\nwait 3 s\ntrack 12345 via ups title \"{1 + 1}\"",
        "for i one by one in 1 .. 3 { print slice('abc', $i), replace('aXb', 'X', $i), round($i / 3, 2) }",
        "print 'a' matches '^(a+)+$', 2026-03-05 + 3 days, 3 days ago, today(), now() - 2026-03-01, -5 ?? empty",
        "open 'a.csv' | track via ups | show @1, @2-3, those",
    ]

    @Test(arguments: 0..<8)
    func `shuffled scripts end in an answer and not in a crash`(seed: Int) {
        var random = SmallRandom(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
        for _ in 0..<150 {
            var words: [Substring] = []
            for _ in 0..<3 {
                words += Self.corpus[random.next(below: Self.corpus.count)].split(separator: " ")
                words.append("\n")
            }
            for _ in 0..<random.next(below: 6) {
                let place = random.next(below: words.count)
                switch random.next(below: 3) {
                case 0: words.remove(at: place)
                case 1: words.swapAt(place, random.next(below: words.count))
                default: words.insert(words[random.next(below: words.count)], at: place)
                }
            }
            attempt(words.joined(separator: " "), inFlight: random.next(below: 2) == 0 ? 1 : 50)
        }
    }

    private func attempt(_ text: String, inFlight: Int) {
        let file = SourceFile(name: "hostile", text: text)
        let parsed = parse(file, vocabulary: World.vocabulary)
        var checked = CheckedProgram(program: parsed.program)
        if inFlight > 1 { checked.loops = check(parsed, vocabulary: World.vocabulary, context: NothingElse()).loops }
        for statement in parsed.program.statements {
            if case .define(let syntax) = statement.kind {
                checked.definitions[syntax.name.name] = Definition(syntax: syntax, file: file)
            }
        }
        let machine = Machine(
            CompiledProgram.compile(checked, vocabulary: World.vocabulary), environment: World.environment,
            globals: ["n": .integer(1), "last": .items([.string("aaa11")])])
        machine.maxSteps = 20_000
        machine.maxRowsInFlight = inFlight
        let world = World()
        world.files["a.csv"] = [World.parcel("AA11", "ups", "transit", 1)]
        var outcome = machine.run()
        var rounds = 0
        while case .wants = outcome, rounds < 500 {
            rounds += 1
            outcome = machine.resume(all: machine.wanted.map(world.answer))
            _ = machine.takeOutput()
        }
        if case .wants = outcome, rounds < 500 { Issue.record("it hangs: \(text)") }
    }
}

private struct SmallRandom {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return bound > 0 ? Int(state % UInt64(bound)) : 0
    }
}
