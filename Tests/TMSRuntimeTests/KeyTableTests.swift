import Testing

@testable import TMSRuntime

/// The stores of steps that see all rows.
@Suite struct KeyTableTests {
    private func key(_ number: Int) -> GroupKey { GroupKey(.integer(number), in: World.environment) }

    @Test(arguments: [7, 30_011]) func `it numbers keys as a dictionary would`(others: Int) throws {
        let table = KeyTable()
        var places: [Int: Int] = [:]
        for turn in 0..<20_000 {
            let number = turn % 3 == 0 ? turn % 100 : turn &* 7_919 % others
            #expect(table.place(of: key(number)) == places[number])
            let place = try table.place(meeting: key(number), Watch())
            #expect(place == places[number] ?? places.count)
            places[number] = place
        }
        #expect(table.count == places.count)
        for (number, place) in places { #expect(table.place(of: key(number)) == place) }
    }

    @Test func `doubling is interrupted, and the table is as it was`() throws {
        let interruption = Interruption()
        let watch = Watch(interruption: interruption)
        let table = KeyTable()
        var met = 0
        interruption.interrupt()
        let fault = #expect(throws: Fault.self) {
            while met < 100 {
                _ = try table.place(meeting: key(met), watch)
                met += 1
            }
        }
        #expect(fault?.code == "E0340")
        #expect((1..<100).contains(met))
        #expect(table.count == met)
        interruption.clear()
        for number in 0..<100 { #expect(try table.place(meeting: key(number), watch) == number) }
    }

    @Test func `texts that are equal are one key, however they are spelt`() throws {
        let table = KeyTable()
        for text in ["é", "e\u{301}"] {
            #expect(try table.place(meeting: GroupKey(.string(text), in: World.environment), Watch()) == 0)
        }
    }

    @Test func `a stack of segments holds every element where it was put, and releases all`() {
        final class Token {}
        weak var first: Token?
        weak var last: Token?
        do {
            let stack = SegmentedStack<(Int, Token)>()
            #expect(stack.pointer(to: 0) == nil)
            for number in 0..<1_000 {
                stack.append((number, Token()))
                #expect(stack.count == number + 1)
            }
            let pointer = stack.pointer(to: 0)
            for number in 1_000..<5_000 { stack.append((number, Token())) }
            #expect(stack.pointer(to: 0) == pointer)
            for number in 0..<5_000 { #expect(stack.pointer(to: number)?.pointee.0 == number) }
            #expect(stack.pointer(to: 5_000) == nil)
            #expect(stack.pointer(to: -1) == nil)
            first = stack.pointer(to: 0)?.pointee.1
            last = stack.pointer(to: 4_999)?.pointee.1
            #expect(first != nil && last != nil)
        }
        #expect(first == nil && last == nil)
    }
}
