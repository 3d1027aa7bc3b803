import TMSRuntime
import TMSSyntax
import Testing

/// A definition that only computes stands, as its expression, where it is called: nobody may notice.
@Suite struct InliningTests {
    @Test func `rows go through a definition that makes a record`() {
        let result = run(
            """
            let names = ["a", "b"]
            define parcel(i) { return [id: $i, name: $names[$i % 2], twice: $i * 2] }
            let rows = 1 .. 3 | parcel
            print len($rows)
            for r in $rows { print "{$r.id} {$r.name} {$r.twice}" }
            """)
        #expect(result.lines == ["3", "1 b 2", "2 a 4", "3 b 6"])
    }

    @Test func `a parameter hides a name from outside and nothing else is seen`() {
        let result = run(
            """
            let i = 100
            let x = 7
            define f(i) { return $i + $x }
            for x in 1 .. 2 { print f($x), f($i) }
            """)
        #expect(result.lines == ["8 107", "9 107"])
    }

    @Test func `a value may be computed from itself`() {
        let result = run(
            "define step(n) { return [n: $n.n + 1, before: $n.n] }\nlet s = [n: 1]\n"
                + "for i in 1 .. 3 { $s = step($s) }\nprint $s.n, $s.before")
        #expect(result.lines == ["4 3"])
    }

    @Test func `what a definition returns for a row may be no row or several`() {
        let result = run(
            "define pair(i) { return [$i, $i] }\ndefine none(i) { return empty }\n"
                + "print len((1 .. 3 | pair)), len((1 .. 3 | none))")
        #expect(result.lines == ["6 0"])
    }

    @Test func `a parameter of a kind is read as that kind, whichever way it is called`() {
        let result = run(
            """
            define f(n: number) { return [n: $n + 1] }
            let rows = ["1", "2"] | f
            for r in $rows { print $r.n }
            let one = f("3")
            print $one.n
            """)
        #expect(result.lines == ["2", "3", "4"])
        #expect(run("define f(n: number) { return [n: 1] }\nlet rows = [\"x\"] | f").code == "E0324")
    }

    @Test func `a failure points into the definition`() throws {
        let text = "define f(i) { return [x: $i * \"no\"] }\nlet rows = 1 .. 3 | f"
        let location = try #require(run(text).failure?.diagnostic.location)
        #expect(location.file.line(at: location.range.lower) == 1)
    }

    @Test func `a definition that calls itself ends in an error`() {
        #expect(run("define f(i) { return f($i + 1) }\nprint f(1)").code == "E0311")
    }

    @Test func `one that is given fewer values than it takes uses its own`() {
        #expect(run("define f(a, b = 5) { return $a + $b }\nprint f(1), f(1, 2)").lines == ["6 3"])
    }
}

@Suite struct OutputOrderTests {
    @Test func `lines and results come in the order they were said`() {
        var seen: [String] = []
        let machine = Machine(
            compiled("print 'a'\nprint \"{1}\"\n[1, 2]\nprint 'b'\n3 + 4\nprint 'c'"), environment: World.environment)
        _ = machine.run()
        for event in machine.takeOutput() {
            switch event {
            case .lines(let lines): seen.append(String(decoding: lines, as: UTF8.self))
            case .row, .value: seen.append("row")
            default: break
            }
        }
        #expect(seen == ["a\n1\n", "row", "row", "b\n", "row", "c\n"])
    }

    @Test func `a program that says much is heard in between`() {
        let machine = Machine(
            compiled("let i = 0\nwhile $i < 100000 { print \"line {$i}\"; $i = $i + 1 }"),
            environment: World.environment)
        var outcome = machine.run()
        var pauses = 0
        var text: [UInt8] = []
        while true {
            for case .lines(let lines) in machine.takeOutput() {
                #expect(lines.count < 40_000)
                text += lines
            }
            guard case .wants(.flush) = outcome else { break }
            pauses += 1
            outcome = machine.resume(.done)
        }
        #expect(pauses > 10)
        #expect(text.split(separator: UInt8(ascii: "\n")).count == 100_000)
    }
}
