import TMSSyntax
import Testing

@testable import TMSRuntime

/// A step that must see all rows does its work between two turns of the program: it looks up by itself.
@Suite struct InterruptionTests {
    private static let columns = [
        CollectorSpecification.AggregateColumn(function: .median, field: "size", name: "median")
    ]
    private static let shape = Shape(keys: ["name", "size"])
    private static let rows = (0..<5_000).map { place in
        Value.record(
            Record(shape: shape, values: [.string("N\(place &* 7_919 % 5_003)"), .integer(place &* 4_729 % 5_003)]))
    }

    private func expectInterruptible(_ specification: CollectorSpecification) throws {
        let interruption = Interruption()
        let collector = Collector(
            specification, .nothing, FieldLog(), ParcelNames(), room: .max, Watch(interruption: interruption))
        for row in Self.rows { try collector.add(row, in: World.environment) }
        #expect(try collector.rows(in: World.environment).isEmpty == false)
        interruption.interrupt()
        let fault = #expect(throws: Fault.self) { try collector.rows(in: World.environment) }
        #expect(fault?.code == "E0340")
    }

    @Test(arguments: ["name", "size"], [false, true])
    func `a sort is interrupted between two comparisons`(field: String, isDescending: Bool) throws {
        let order = CollectorSpecification.SortOrder(field: field, isDescending: isDescending)
        try expectInterruptible(.sort([order]))
    }

    @Test func `writing many groups is interrupted between two groups`() throws {
        try expectInterruptible(.aggregate(by: ["name"], Self.columns))
    }

    @Test func `a median over all rows is interrupted while it sorts`() throws {
        try expectInterruptible(.aggregate(by: [], Self.columns))
    }

    @Test func `a join is interrupted while it reads its right side`() throws {
        let interruption = Interruption()
        let partners = PartnerRows(
            .items(Self.rows), on: "name", keepsAll: false, FieldLog(), Watch(interruption: interruption))
        interruption.interrupt()
        let fault = #expect(throws: Fault.self) { try partners.join(Self.rows[0], in: World.environment) }
        #expect(fault?.code == "E0340")
    }

    @Test func `a grouping is interrupted while it is released, and keeps the rest`() throws {
        let stack = SegmentedStack<Value>()
        for row in Self.rows { stack.append(row) }
        let interruption = Interruption()
        interruption.interrupt()
        #expect(throws: Fault.self) { try stack.removeAll(Watch(interruption: interruption)) }
        #expect((1...Self.rows.count).contains(stack.count))
        #expect(stack.pointer(to: stack.count - 1) != nil)
        try stack.removeAll(Watch(interruption: Interruption()))
        #expect(stack.count == 0)
    }

    @Test func `a long list is interrupted while it is released, and keeps the rest`() throws {
        let list = List(Self.rows)
        let interruption = Interruption()
        interruption.interrupt()
        #expect(throws: Fault.self) { try list.release(Watch(interruption: interruption)) }
        #expect(list.count > 0)
        try list.release(Watch(interruption: Interruption()))
        #expect(list.count == 0)
    }

    @Test func `a list that somebody else holds is not released`() {
        let text = """
            let kept = ($rows | sort by size)
            for turn in 1 .. 3 {
              let again = $kept
              let sorted = ($again | sort by name)
              let first = ($kept | unique by name | first)
              print len($again), len($sorted), $first.size
            }
            print len($kept), len($rows)
            """
        let result = run(text, globals: ["rows": .items(Self.rows)])
        #expect(result.lines == ["5000 5000 0", "5000 5000 0", "5000 5000 0", "5000 5000"])
    }

    @Test(arguments: ["group by name | count", "unique by name", "join $all on name", "sort by name"])
    func `what a definition holds is not released when it is interrupted`(stage: String) {
        let text = """
            define work(all) {
              let kept = ($all | \(stage))
              refresh 10001
              while true { refresh 10001 }
              return len($kept)
            }
            print work($rows)
            """
        let result = run(text, globals: ["rows": .items(Self.rows)], interruptAfter: 0)
        #expect(result.code == "E0340")
        #expect(result.machine.root.frames.isEmpty)
        let held = (0..<result.machine.root.capacity).contains { place in
            if case .list(let list) = result.machine.root.stack[place] { list.count == 5_000 } else { false }
        }
        #expect(held)
    }

    @Test(arguments: ["$s + 'x'", "\"{$s}x\"", "upper($s)"])
    func `a long value is looked up from, a short one is not`(expression: String) {
        for (length, code) in [(10, nil), (5_000, "E0340")] {
            let machine = Machine(
                compiled("let t = \(expression)"), environment: World.environment,
                globals: ["s": .string(String(repeating: "a", count: length))])
            machine.interruptor.interrupt()
            let outcome = machine.run()
            let failure: Failure? = if case .failed(let failure) = outcome { failure } else { nil }
            #expect(failure?.diagnostic.code == code)
        }
    }

    @Test func `a sort that nobody interrupts gives every row in its place`() {
        let result = run("for p in $rows | sort by size { print $p.size }", globals: ["rows": .items(Self.rows)])
        let sizes = result.lines.compactMap { Int($0) }
        #expect(sizes.count == Self.rows.count)
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy(<))
    }

    /// What a stage does with all rows at once costs as much as going through them.
    @Test(arguments: [
        "let all = ($rows)\nlet more = ($rows | sort by size)\nprint len($more)",
        "$rows | take 1 | join $rows on name", "for n in 1 .. 3 { let list = 1 .. 4000 }",
    ])
    func `the step limit counts the rows of whole sets`(text: String) {
        let rows: [String: Value] = ["rows": .items(Self.rows)]
        #expect(run(text, globals: rows, maxSteps: 3_000).failure?.diagnostic.code == "E0341")
        #expect(run(text, globals: rows, maxSteps: 100_000).failure == nil)
    }
}
