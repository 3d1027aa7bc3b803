import TMSBase
import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing

@Suite struct StatementTests {
    @Test func `let, while and if compute`() {
        let result = run(
            """
            let n = 5
            let f = 1
            while $n > 1 {
              $f = $f * $n
              $n = $n - 1
            }
            if $f is 120 { print "yes" } else { print "no" }
            """)
        #expect(result.lines == ["yes"])
        #expect(result.status == 0)
    }

    @Test func `of two statuses the graver one counts, in this order: 7, 6, 5, 8, 4, 3, 1`() {
        let order: [TMSBase.ExitStatus] = [
            .cancelled, .keyOrQuota, .temporary, .needsYes, .expectation, .partial, .failed,
        ]
        for (place, graver) in order.enumerated() {
            for other in order[place...] {
                #expect(
                    TMSBase.ExitStatus.graver(graver, other) == graver
                        && TMSBase.ExitStatus.graver(other, graver) == graver)
            }
        }
    }

    @Test func `the table of failures holds the first 10,000`() {
        let text = """
            try for n in 0 .. 10003 { if $n over 0 { fail "no {$n}" } } otherwise print $error.message
            print len($failures), $failures[0].message, $failures[-1].message
            """
        let result = run(text)
        #expect(result.lines == ["10003 rows failed", "10000 no 1 no 10000"])
        #expect(result.rowFailures.count == 10_003)
    }

    @Test func `rows that lack a field are counted only where a shown result compares it`() {
        func gaps(_ text: String) -> [ResultEnd.Gap] {
            for case .endResult(let end) in run(text).world.events { return end.gaps }
            return []
        }
        let rows = "[[a: 1], [a: 2, s: x], [s: \"\"]]"
        #expect(gaps("\(rows) | where s is x").map(\.rows) == [2])
        #expect(gaps("\(rows) | where s is x or s is y or a over 1").map(\.field) == ["s", "a"])
        #expect(gaps("\(rows) | where s is x or s is y or a over 1").map(\.rows) == [2, 1])
        #expect(gaps("\(rows) | where s is not x | where s is not y").map(\.rows) == [2])
        #expect(gaps("\(rows) | where s is empty") == [])
        #expect(gaps("\(rows) | where (\"x\") is (s ?? \"y\")") == [])
        #expect(gaps("\(rows) | where a in (\(rows) | where s is x | count), 2").map(\.field) == ["a"])
        #expect(gaps("let r = \(rows) | where s is x\n$r") == [])
    }

    @Test func `for goes through lists, ranges and nothing`() {
        #expect(run("for i in 1 .. 3 { print $i }").lines == ["1", "2", "3"])
        #expect(run("for w, n in [a, b] { print $n, $w }").lines == ["1 a", "2 b"])
        #expect(run("for i in 3 .. 1 { print $i }").lines == [])
        #expect(run("for i in [] { print $i }").lines == [])
        #expect(run("for i in 1 .. 9 | where $it % 2 is 0 | skip 1 | take 2 { print $i }").lines == ["4", "6"])
    }

    @Test func `break and continue are obeyed`() {
        let text = "for i in 1 .. 9 { if $i is 2 { continue }\n if $i is 5 { break }\n print $i }"
        #expect(run(text).lines == ["1", "3", "4"])
    }

    @Test func `definitions take defaults, call each other and give back`() {
        let text = """
            define add(a, b = 10) { return $a + $b }
            define twice(x) { return add($x, $x) }
            define fib(n) { if $n < 2 { return $n }
              return fib($n - 1) + fib($n - 2) }
            print add(1), add(1, 2), twice(4), fib(15)
            """
        #expect(run(text).lines == ["11 3 8 610"])
    }

    @Test func `a definition reads names from outside`() {
        #expect(run("let k = 3\ndefine f(a) { return $a * $k }\nprint f(5)").lines == ["15"])
    }

    @Test func `endless recursion is a failure and no crash`() {
        let result = run("define f(n) { return f($n + 1) }\nprint f(1)")
        #expect(result.code == "E0311")
        #expect(run("define f(n) { return f($n + 1) }\ntry print f(1) otherwise print $error.code").lines == ["E0311"])
    }

    @Test func `a list of numbers counts as many steps as it has numbers`() {
        #expect(run("let b = (1 .. 1000000)\nprint len($b)", maxSteps: 5_000).code == "E0341")
        #expect(run("let b = (1 .. 1000)\nprint len($b)", maxSteps: 5_000).lines == ["1000"])
    }

    @Test func `an endless loop stops at the step limit, and try does not catch that`() {
        let result = run("try while true { let a = 1 } otherwise print 'caught'", maxSteps: 5_000)
        #expect(result.code == "E0341")
        #expect(result.status == 5)
        #expect(result.lines == [])
    }

    @Test func `an answer that does not fit ends the run and says whose mistake it is`() throws {
        let machine = Machine(compiled("for p in list { print $p.number }"), environment: World.environment)
        guard case .wants = machine.run() else { throw Stray() }
        guard
            case .wants(.next) = machine.resume(.rows([World.parcel("RB1CN", "ups", "transit", 1)], more: CursorID(1)))
        else { throw Stray() }
        guard case .failed(let failure) = machine.resume(.done) else { throw Stray() }
        #expect(failure.diagnostic.code == "E0350")
    }

    private struct Stray: Error {}

    @Test func `a name that the checker let through ends the run`() throws {
        let program = parse(SourceFile(name: "a.tms", text: "print nobody(1)"), vocabulary: World.vocabulary).program
        let machine = Machine(
            .compile(CheckedProgram(program: program), vocabulary: World.vocabulary), environment: World.environment)
        guard case .failed(let failure) = machine.run() else { throw Stray() }
        #expect(failure.diagnostic.code == "E0322")
        #expect(failure.status == .usage)
    }

    @Test func `a limit may come from a variable`() {
        let world = World()
        let result = run("let k = 2\nlimit $k calls, (1 + 1) min { print 'in' }", in: world)
        #expect(result.lines == ["in"])
        #expect(world.asked == ["limit 2 120", "endLimit"])
        #expect(run("define f(k) { limit $k calls { print 1 } }\nf 'few'").code == "E0309")
    }

    @Test func `a loop that deletes tells how many rows it has`() {
        let world = World()
        _ = run("for n in ['a1', 'b2'] { show $n }", in: world)
        #expect(!world.asked.contains("loopBegins"))
    }

    @Test func `an interruption ends the run between two effects`() {
        let world = World()
        let result = run(
            "for i in 1 .. 100000 { try refresh 12345 otherwise print 'no' }", in: world, interruptAfter: 3)
        #expect(result.code == "E0340")
        #expect(result.status == 7)
        #expect(world.calls.count <= 4)
    }

    @Test func `nesting and length are bounded`() {
        #expect(run("let x = [1]\nfor i in 1 .. 100000 { $x = [$x] }").code == "E0332")
        #expect(run("let x = [1]\nlet i = 0\nwhile true { $x = [$x] }").code == "E0312")
        #expect(run("let x = 'aaaaaaaaaaaaaaaa'\nwhile true { $x = $x + $x }").code == "E0313")
        #expect(run("let x = 1 .. 100000000").code == "E0314")
    }

    @Test func `try gives the error as a record`() {
        let world = World()
        world.refused = ["404404"]
        let text =
            "try refresh 404404 otherwise print $error.message, $error.code, $error.kind, $error.number, $error.line"
        #expect(run(text, in: world).lines == ["there is no 404404 4031 refused 404404 1"])
        #expect(
            run("try { fail \"bad {1 + 1}\" } otherwise { print $error.message, $error.kind }").lines == ["bad 2 fail"])
        #expect(run("try { let x = 1 / 0 } otherwise { print $error.code }").lines == ["E0304"])
    }

    @Test func `a fatal failure passes through try`() {
        let world = World()
        world.refused = ["404404"]
        world.refusalIsFatal = true
        let result = run("try refresh 404404 otherwise print 'caught'\nprint 'after'", in: world)
        #expect(result.lines == [])
        #expect(result.code == "4031")
    }

    @Test func `a for runs all rows, reports each failure and fails partly`() {
        let world = World()
        world.refused = ["20002", "30003"]
        let text = "for n in [10001, 20002, 30003, 40004] { refresh $n\n print $n }\nprint 'after'"
        let result = run(text, in: world)
        #expect(result.lines == ["10001", "40004"])
        #expect(result.rowFailures == ["there is no 20002", "there is no 30003"])
        #expect(result.code == "E0332")
        #expect(result.status == 3)
        #expect(result.message == "2 rows failed")
    }

    @Test func `try for goes on after it and keeps the failures`() {
        let world = World()
        world.refused = ["20002"]
        let text = """
            try for n in [10001, 20002] { refresh $n } otherwise print $error.kind
            print len($failures), $failures[0].number
            """
        let result = run(text, in: world)
        #expect(result.lines == ["partial", "1 20002"])
        #expect(result.status == 0)
    }

    @Test func `one by one stops at the first failure`() {
        let world = World()
        world.refused = ["20002"]
        let result = run("for n one by one in [10001, 20002, 30003] { refresh $n }", in: world)
        #expect(world.asked == ["refresh 10001", "refresh 20002"])
        #expect(result.code == "4031")
    }

    @Test func `40 failures in a row from the start stop the loop`() {
        let result = run("for i in 1 .. 1000 { fail 'no' }")
        #expect(result.code == "E0333")
        #expect(result.rowFailures.count == 40)
        let late = run("for i in 1 .. 100 { if $i > 1 { fail 'no' } }")
        #expect(late.code == "E0332")
        #expect(late.rowFailures.count == 99)
        #expect(run("for i in [1, 2] | where $it > 0 { fail 'no' }").message == "2 rows failed")
    }

    @Test func `expect fails with status 4, and says what was expected`() {
        let result = run("let n = 1\nexpect $n is 2")
        #expect(result.status == 4)
        #expect(result.message == "`$n is 2` is not so")
        #expect(run("expect 1 is 1\nexpect 1 is 2, 'one is not two'").message == "one is not two")
    }

    @Test(arguments: [
        ("(list | count) is 99", ["`(list | count)` is 5"]),
        ("not (list | count) + 1 is 6", ["`(list | count) + 1` is 6"]),
        ("(list | count) in 1, 2", ["`(list | count)` is 5"]),
        ("$n * 2 over $n + 5", ["`$n * 2` is 2", "`$n + 5` is 6"]),
        ("\"{$n}\" is '2'", ["`\"{$n}\"` is \"1\""]), ("[1, 2] is empty", []), ("$n in [3, 4]", ["`$n` is 1"]),
    ])
    func `a false expectation tells what it compared, which is worked out once`(condition: String, notes: [String]) {
        let world = World()
        let result = run("let n = 1\nexpect \(condition)", in: world)
        #expect(result.status == 4)
        #expect(result.failure?.diagnostic.notes == notes)
        #expect(world.asked.count { $0 == "list" } == (condition.contains("list") ? 1 : 0))
    }

    @Test func `exit ends with its status and releases what is open`() {
        let world = World()
        let result = run("for p in list { exit 9 }", in: world)
        #expect(result.status == 9)
        #expect(world.asked == ["list", "close 1"])
    }

    @Test func `params take what was given, their default, or fail`() {
        #expect(run("param days = 10 'x'\nprint $days").lines == ["10"])
        #expect(run("param days = 10 'x'\nprint $days", arguments: ["days": .integer(3)]).lines == ["3"])
        let result = run("param who 'x'\nprint $who")
        #expect(result.code == "E0321")
        #expect(result.status == 2)
    }

    @Test func `variables of the shell come in and go out`() {
        let result = run("let b = $a + 1\n$a = 7", globals: ["a": .integer(1)])
        #expect(result.globals["b"]?.text(in: World.environment) == "2")
        #expect(result.globals["a"]?.text(in: World.environment) == "7")
    }

    @Test func `wait and limit are asked of the world`() {
        let world = World()
        run(
            "wait 5 min\nlimit 200 calls, 30 min { print 1 }\ntry limit 1 calls { fail 'x' } otherwise print 2",
            in: world)
        #expect(world.asked == ["wait 300", "limit 200 1800", "endLimit", "limit 1 0", "endLimit"])
    }

    @Test(arguments: ["plan", "explain", "curl"])
    func `under a prefix nobody waits, in a definition neither`(prefix: String) {
        let world = World()
        let result = run("\(prefix) wait 5 min\n\(prefix) pause\ndefine pause() { wait 1 h }\nprint 1", in: world)
        #expect(result.lines == ["1"])
        #expect(!world.asked.contains { $0.hasPrefix("wait") }, "\(world.asked)")
    }

    @Test func `a condition that is neither true nor false fails`() {
        #expect(run("if 5 { print 1 }").code == "E0306")
        #expect(run("let x = 'a'\nwhile $x { print 1 }").code == "E0306")
    }

    @Test func `a failure points at the words to blame`() {
        let failure = run("let a = 1\nprint 5, $a + 'x' * 2").failure
        #expect(failure?.diagnostic.location?.file.line(at: failure?.diagnostic.location?.range.lower ?? 0) == 2)
        #expect(failure.map { $0.diagnostic.location?.file.slice($0.diagnostic.location?.range ?? .none) } == "'x' * 2")
    }

    @Test func `a list has no fields, and says what to do`() {
        let failure = run("let rows = [[a: 1]]\nprint $rows.a").failure
        #expect(failure?.diagnostic.code == "E0307")
        #expect(failure?.diagnostic.hint?.contains("$rows[0].a") == true)
    }

    @Test func `every function the language declares is carried out`() {
        for function in Function.all {
            let arguments = Array(repeating: "[1]", count: function.minimumCount).joined(separator: ", ")
            #expect(run("let x = \(function.name)(\(arguments))").code != "E0322", "\(function.name)")
        }
    }
}
