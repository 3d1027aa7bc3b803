import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing

@Suite struct ConcurrencyTests {
    @Test func `the rows of an independent loop want their answers together`() {
        let world = World()
        let result = run("for i in 10001 .. 10100 { refresh $i\n print $i }", in: world, inFlight: 2_000)
        #expect(world.rounds == [100])
        #expect(result.lines == (10_001...10_100).map(String.init))
        #expect(world.asked.count == 100)
    }

    @Test func `what is printed and what fails comes in the order of rows`() {
        let text = "for n in [10001, 20002, 30003, 40004] { print 'a', $n\n refresh $n\n print 'b', $n }"
        let alone = World()
        alone.refused = ["20002"]
        let together = World()
        together.refused = ["20002"]
        let first = run(text, in: alone)
        let second = run(text, in: together, inFlight: 100)
        #expect(first.lines == second.lines)
        #expect(first.lines.count == 7)
        #expect(first.rowFailures == second.rowFailures)
        #expect(second.code == "E0332")
        #expect(together.rounds == [4])
    }

    @Test func `commands on one parcel keep their order`() {
        let world = World()
        run("for n in [aa111, bb222, AA111] { refresh $n\n edit $n title 'x' }", in: world, inFlight: 100)
        #expect(
            world.asked == [
                "refresh aa111", "refresh bb222", "edit aa111", "edit bb222", "refresh AA111", "edit AA111",
            ])
    }

    @Test func `a failure that dooms all ends the run and releases what is open`() {
        let world = World()
        world.refused = ["10003"]
        world.refusalIsFatal = true
        let text = "for i in 10001 .. 10100 { for p in list { refresh $i } }"
        let result = run(text, in: world, inFlight: 3)
        #expect(result.code == "4031")
        #expect(result.lines == [])
    }

    @Test func `a cursor a row left open is closed when the run ends`() {
        let world = World()
        world.refused = ["10002"]
        world.refusalIsFatal = true
        run(
            "for i in 10001 .. 10002 { for p in list { if $i is 10002 { show $i } else { show 10001 } } }", in: world,
            inFlight: 10)
        #expect(world.asked.last == "close 1")
    }

    @Test func `40 failures from the start stop it before the rest is sent`() {
        let world = World()
        world.refused = Set((10_001...11_000).map(String.init))
        let machine = Machine(compiled("for i in 10001 .. 11000 { refresh $i }"), environment: World.environment)
        machine.maxRowsInFlight = 2_000
        var outcome = machine.run()
        var waiting: [(number: Int, effect: Effect)] = []
        while case .wants = outcome {
            waiting += zip(machine.wantedNumbers, machine.wanted).map { ($0, $1) }
            let withdrawn = Set(machine.withdrawn)
            var answers: [(Int, Answer)] = []
            for (number, _) in waiting where withdrawn.contains(number) { answers.append((number, .done)) }
            waiting.removeAll { withdrawn.contains($0.number) }
            #expect(machine.isUntried || machine.withdrawn.isEmpty)
            if answers.isEmpty, !waiting.isEmpty {
                let (number, effect) = waiting.removeFirst()
                answers.append((number, world.answer(effect)))
            }
            outcome = machine.resume(with: answers)
        }
        guard case .failed(let failure) = outcome else {
            Issue.record("the loop did not fail")
            return
        }
        #expect(failure.diagnostic.code == "E0333")
        #expect(world.asked.count == 40)
    }

    @Test func `rows of pages run side by side as well, and try stays with its row`() {
        let world = World()
        world.refused = ["1Z2"]
        let text = "for p, n in list { try refresh $p otherwise print $n, $error.number }\nprint 'done'"
        let result = run(text, in: world, inFlight: 50)
        #expect(result.lines == ["2 1Z2", "done"])
        #expect(world.rounds == [1, 1, 1, 5])
    }

    @Test func `definitions called in a row have their own names`() {
        let text =
            "define next(n) { let m = $n + 1\n refresh $m\n return $m }\nfor i in 10001 .. 10003 { print next($i) }"
        #expect(run(text, inFlight: 10).lines == ["10002", "10003", "10004"])
    }

    @Test func `the loops the checker calls independent are the ones that run side by side`() {
        let text =
            "for i in 10001 .. 10003 { refresh $i }\nlet n = 0\nfor i in 10001 .. 10003 { refresh $i\n $n = $n + 1 }"
        let machine = Machine(compiled(text), environment: World.environment)
        machine.maxRowsInFlight = 100
        let world = World()
        var rounds: [Int] = []
        var outcome = machine.run()
        while case .wants = outcome {
            if machine.wanted.contains(where: { $0.asksForAnswer }) { rounds.append(machine.wanted.count) }
            outcome = machine.resume(all: machine.wanted.map(world.answer))
        }
        #expect(rounds == [3, 1, 1, 1])
    }

    @Test func `loops inside one another ask together`() {
        let world = World()
        run("for a in 1 .. 3 { for b in 1 .. 4 { refresh (10000 + $a * 10 + $b) } }", in: world, inFlight: 100)
        #expect(world.rounds == [12])
        let narrow = World()
        run("for a in 1 .. 3 { for b in 1 .. 4 { refresh (10000 + $a * 10 + $b) } }", in: narrow, inFlight: 5)
        #expect(narrow.asked.count == 12 && (narrow.rounds.max() ?? 0) <= 5)
    }

    @Test func `a loop in a definition that a row calls asks with those of other rows`() {
        let world = World()
        let text = """
            define both(n) { for k in [1, 2] { refresh ($n + $k) } }
            for i in [10010, 10020, 10030] { both($i) }
            """
        run(text, in: world, inFlight: 100)
        #expect(world.rounds == [6])
    }

    @Test func `rows of loops inside one another are told in the order of the script`() {
        let text = """
            for a in 1 .. 3 {
              print "begin {$a}"
              for b in 1 .. 2 { try refresh (10000 + $a * 10 + $b) otherwise print "no {$a} {$b}"
                print "{$a} {$b}" }
              print "end {$a}"
            }
            """
        let world = { () -> World in
            let world = World()
            world.refused = ["10012", "10031"]
            return world
        }
        let alone = run(text, in: world())
        for size in [2, 3, 100] { #expect(run(text, in: world(), inFlight: size).lines == alone.lines) }
    }

    @Test func `what ends a run is told of the rows of every loop around it`() {
        let world = World()
        world.refused = ["10022"]
        world.refusalIsFatal = true
        let result = run(
            "for a in 1 .. 3 { for b in 1 .. 3 { refresh (10000 + $a * 10 + $b) } }", in: world, inFlight: 100)
        #expect(result.code != nil)
        // Of nine rows that were asked for, one failed; the host answered all of them.
        #expect(world.asked.count == 9)
    }

    @Test func `one row or many at a time, the story is the same`() {
        let world = { () -> World in
            let world = World()
            world.refused = ["10007", "10013"]
            return world
        }
        let text = """
            try for i in 10001 .. 10050 {
              for k in [1, 2] { if $k is 2 { show $i } else { print "first {$i}" } }
              try refresh $i otherwise fail "no {$i}"
              print "second {$i}"
            } otherwise { print $error.message, len($failures) }
            """
        let alone = run(text, in: world())
        for size in [2, 7, 1_000] {
            let together = run(text, in: world(), inFlight: size)
            #expect(together.lines == alone.lines)
            #expect(together.rowFailures == alone.rowFailures)
        }
    }

    private func compiled(_ text: String) -> CompiledProgram {
        let parsed = parse(SourceFile(name: "loops.tms", text: text), vocabulary: World.vocabulary)
        let checked = check(parsed, vocabulary: World.vocabulary, context: NothingElse())
        #expect(checked.diagnostics.filter { $0.severity == .error } == [])
        return CompiledProgram.compile(checked, vocabulary: World.vocabulary)
    }
}
