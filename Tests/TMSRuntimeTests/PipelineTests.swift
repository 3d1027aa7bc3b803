import TMSRuntime
import TMSSyntax
import Testing

@Suite struct PipelineTests {
    private let rows: [String: Value] = [
        "rows": .items([
            World.record(["n": .integer(1), "via": .string("ups"), "days": .integer(4)]),
            World.record(["n": .integer(2), "via": .string("dhl"), "days": .integer(10)]),
            World.record(["n": .integer(3), "via": .string("ups"), "days": .null]),
            World.record(["n": .integer(4), "via": .string("dhl"), "days": .integer(7)]),
        ])
    ]

    private func numbers(_ pipeline: String) -> [String] {
        run("for r in $rows | \(pipeline) { print $r.n }", globals: rows).lines
    }

    @Test func `where keeps the rows that fit`() {
        #expect(numbers("where via is UPS") == ["1", "3"])
        #expect(numbers("where days over 5") == ["2", "4"])
        #expect(numbers("where days is not 4") == ["2", "3", "4"])
        #expect(numbers("where days not in 4, 7") == ["2", "3"])
        #expect(numbers("where days is empty") == ["3"])
        #expect(numbers("where via is ups and not (days is empty)") == ["1"])
        #expect(numbers("where days under 5 or n is 4") == ["1", "4"])
        #expect(numbers("where $it.n + $it.days is 5").isEmpty == false)
    }

    @Test func `sort has a total order and keeps what is equal in place`() {
        #expect(numbers("sort by days") == ["3", "1", "4", "2"])
        #expect(numbers("sort by via, n down") == ["4", "2", "3", "1"])
        let mixed = run(
            "for x in [[v: b], [v: 2], [v: 2026-01-01], [v: '10'], [v: empty], [v: A]] | sort by v { print $x.v }")
        #expect(mixed.lines == ["", "2", "10", "2026-01-01", "A", "b"])
    }

    @Test func `take, skip, first, last and unique`() {
        #expect(numbers("take 2") == ["1", "2"])
        #expect(numbers("skip 3") == ["4"])
        #expect(numbers("take 0") == [])
        #expect(numbers("unique by via") == ["1", "2"])
        #expect(numbers("first") == ["1"])
        #expect(run("let r = $rows | last\nprint $r.n", globals: rows).lines == ["4"])
        #expect(run("let r = $rows | where n over 9 | first\nprint $r is empty", globals: rows).lines == ["true"])
        #expect(run("$rows | take 'x'", globals: rows).code == "E0320")
    }

    @Test func `aggregates over all rows give one value`() {
        #expect(
            run("print ($rows | count), ($rows | sum days), ($rows | average days)", globals: rows).lines == ["4 21 7"])
        #expect(
            run("print ($rows | median days), ($rows | min days), ($rows | max via)", globals: rows).lines == [
                "7 4 ups"
            ])
        #expect(run("print ($rows | where n over 9 | sum days)", globals: rows).lines == ["0"])
    }

    @Test func `groups give rows with named columns`() {
        let result = run("$rows | group by via | count, median days", globals: rows)
        #expect(result.results == [["via: ups, count: 2, median_days: 4", "via: dhl, count: 2, median_days: 8.5"]])
        #expect(run("$rows | count by via", globals: rows).results == [["via: ups, count: 2", "via: dhl, count: 2"]])
    }

    @Test func `set, show, drop and rename reshape rows`() {
        #expect(run("$rows | take 1 | set m = n + 1", globals: rows).results == [["n: 1, via: ups, days: 4, m: 2"]])
        #expect(run("$rows | take 1 | set n = n * 5", globals: rows).results == [["n: 5, via: ups, days: 4"]])
        #expect(run("$rows | take 1 | show via, n", globals: rows).results == [["via: ups, n: 1"]])
        #expect(run("$rows | take 1 | drop via", globals: rows).results == [["n: 1, days: 4"]])
        #expect(
            run("$rows | take 1 | rename n to id, via to carrier", globals: rows).results == [
                ["id: 1, carrier: ups, days: 4"]
            ])
    }

    @Test func `join adds the fields of the partner, and keeps rows without one where all are asked for`() {
        let text = "let names = [[via: UPS, name: Brown]]\n$rows | take 2 | show n, via | join"
        #expect(run("\(text) $names on via", globals: rows).results == [["n: 1, via: ups, name: Brown"]])
        #expect(
            run("\(text) all $names on via", globals: rows).results == [
                ["n: 1, via: ups, name: Brown", "n: 2, via: dhl"]
            ])
    }

    @Test func `friendly names, computed fields and normal forms are known to conditions`() {
        #expect(run("for p in list | where silent over 10 days { print $p.number }").lines == ["RB1CN", "RB4CN"])
        #expect(
            run("for p in list | where via is 'United Parcel Service' { print $p.number }").lines == ["1Z2", "1Z3"])
        #expect(run("for p in list | where status in 'In Transit', exception { print $p.number }").lines.count == 4)
        #expect(run("print (list | where ordered is empty | count)").lines == ["1"])
    }

    @Test func `rows stream page by page and no page is asked for early`() {
        let world = World()
        run("for p in list { print $p.number }", in: world)
        #expect(world.asked == ["list", "next 1", "next 2"])
    }

    @Test func `take lets the cursor go`() {
        let world = World()
        let result = run("list | take 2 | show number", in: world)
        #expect(world.asked == ["list", "close 1"])
        #expect(result.results == [["number: RB1CN", "number: 1Z2"]])
        let first = World()
        run("let p = list | first", in: first)
        #expect(first.asked == ["list", "close 1"])
    }

    @Test func `break, return and a failure let the cursor go`() {
        let broken = World()
        run("for p in list { break }", in: broken)
        #expect(broken.asked == ["list", "close 1"])
        let returned = World()
        run("define f() { for p in list { return 1 } }\nprint f()", in: returned)
        #expect(returned.asked == ["list", "close 1"])
        let failed = World()
        run("for p one by one in list { fail 'x' }", in: failed)
        #expect(failed.asked == ["list", "close 1"])
        let caught = World()
        run("try for p one by one in list { fail 'x' } otherwise print 'on'", in: caught)
        #expect(caught.asked == ["list", "close 1"])
    }

    @Test func `a body that writes reads its source whole, each parcel once`() {
        let world = World()
        world.pages.append([World.parcel("1z2", "ups", "delivered", 3)])
        run("for p in list | where via is ups { refresh $p }", in: world)
        #expect(world.asked == ["list", "next 1", "next 2", "next 3", "refresh 1Z2", "refresh 1Z3"])
        let through = World()
        run("define again(p) { refresh $p }\nfor p in list { again $p }", in: through)
        #expect(Array(through.asked.prefix(4)) == ["list", "next 1", "next 2", "refresh RB1CN"])
    }

    @Test func `a verb in a pipeline gets all rows in one call`() {
        let world = World()
        let result = run("list status transit | where via is ups | delete", in: world)
        #expect(world.asked == ["list", "next 1", "next 2", "delete 1Z2 1Z3"])
        #expect(result.results.first?.count == 2)
    }

    @Test func `no rows, no call`() {
        let world = World()
        run("let none = list | where via is nobody\ndelete $none\n$none | delete", in: world)
        #expect(world.asked == ["list", "next 1", "next 2"])
    }

    @Test func `a verb that takes one parcel is called row by row`() {
        let world = World()
        run("list | where via is ups | refresh | count", in: world)
        #expect(world.asked.suffix(2) == ["refresh 1Z2", "refresh 1Z3"])
    }

    @Test func `an empty value is refused where it would widen, and left out where it may be`() {
        #expect(run("let s = ''\nlist status $s").code == "E0316")
        #expect(run("let n = empty\nrefresh $n").code == "E0316")
        #expect(run("let s = []\nlist status $s").code == "E0316")
        let world = World()
        run("let t = ''\ntrack 12345 via ups title $t", in: world)
        #expect(world.calls[0].clauses.count == 1)
        #expect(run("let t = ''\nedit 12345 title $t").code == "E0316")
        #expect(run("edit 12345 title \"\"").code == nil)
    }

    @Test func `let runs once and keeps all pages`() {
        let world = World()
        let result = run("let all = list\nprint len($all), len($all)\nprint $all[4].number", in: world)
        #expect(result.lines == ["5 5", "9400110200881234567"])
        #expect(world.asked == ["list", "next 1", "next 2"])
    }

    @Test func `a result of one value is a value, of many rows`() {
        #expect(run("account").results == [["email: ops@example.com, quota: 480"]])
        #expect(run("list").results.first?.count == 5)
        #expect(run("1 + 1").results == [["2"]])
        #expect(run("if true { account }").results == [])
    }

    @Test func `save writes in pieces and commits`() {
        let world = World()
        run("list | save 'out.csv'", in: world)
        #expect(world.asked == ["list", "save out.csv", "next 1", "next 2", "write 5", "commit"])
        let many = World()
        run("1 .. 1200 | save 'n.csv'", in: many)
        #expect(many.asked == ["save n.csv", "write 500", "write 500", "write 200", "commit"])
    }

    @Test func `a failure abandons the file`() {
        let world = World()
        let result = run(
            "$rows | set x = 1 / days | save 'out.csv'", in: world,
            globals: ["rows": .items([World.record(["days": .integer(0)])])])
        #expect(result.code == "E0304")
        #expect(world.asked == ["save out.csv", "abandon"])
        let full = World()
        full.failuresOfWrite = true
        #expect(run("list | save 'out.csv'", in: full).code == "E0402")
        #expect(full.asked.suffix(2) == ["write 5", "abandon"])
    }

    @Test func `open gives the rows of a file, or fails at its name`() {
        let world = World()
        world.files["a.csv"] = [World.record(["number": .string("0012345678905")])]
        #expect(run("open 'a.csv' | show number", in: world).results == [["number: 0012345678905"]])
        #expect(run("open 'b.csv'", in: world).code == "E0401")
    }

    @Test func `plan marks every command and saves nothing`() {
        let world = World()
        run("plan for p in list { refresh $p }\nplan list | save 'x.csv'", in: world)
        #expect(world.calls.allSatisfy { $0.prefix == .plan })
        #expect(!world.asked.contains("save x.csv"))
    }

    @Test func `rows of the last answer are taken by number`() {
        let last: [String: Value] = ["last": .items([.string("aaa11"), .string("bbb22"), .string("ccc33")])]
        let world = World()
        run("show @2\nrefresh @3\nshow @1-2\nshow those", in: world, globals: last)
        #expect(world.asked == ["show bbb22", "refresh ccc33", "show aaa11 bbb22", "show aaa11 bbb22 ccc33"])
        #expect(run("show @9", globals: last).code == "E0323")
    }

    @Test func `dates become ranges of seconds`() {
        let world = World()
        run("list created last 7 days\nlist created 2026-03-01 .. 2026-03-02\nlist created since 2026-03-01", in: world)
        let ranges = world.calls.map { call -> String in
            if case .range(let from, let to) = call.clauses[0].value { return "\(from ?? 0) \(to ?? 0)" }
            return ""
        }
        #expect(ranges == ["1772116200 1772721000", "1772316000 1772488799", "1772316000 0"])
    }

    @Test func `a page that was gone through is not kept`() {
        final class Probe { var count = 0 }
        let world = World()
        weak var firstPage: AnyObject?
        do {
            let row = Record(
                shape: World.parcelShape, values: [.string("AA11"), .string("ups"), .string("transit"), .integer(1)])
            firstPage = row.identity
            world.pages = [[.record(row)], [World.parcel("BB22", "ups", "transit", 1)]]
        }
        let machine = Machine(
            compiled("for p in list { print $p.number }"), environment: World.environment)
        var outcome = machine.run()
        var wasFreed = false
        while case .wants(let effect) = outcome {
            let answer = world.answer(effect)
            if case .next = effect { world.pages = [[], world.pages[1]] }
            outcome = machine.resume(answer)
            if case .next = effect { wasFreed = firstPage == nil }
        }
        #expect(wasFreed)
    }
}
