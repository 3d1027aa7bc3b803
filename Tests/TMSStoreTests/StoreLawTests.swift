import Foundation
import TMSBase
import TMSStore
import Testing

/// A conformer of `RunStore`, by name.
enum Conformer: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    func make() throws -> any RunStore {
        switch self {
        case .memory: MemoryStore()
        case .sqlite: try SQLiteStore(at: Folder.new() + "/a/b/store.sqlite", isDurable: false)
        }
    }
}

enum Folder {
    static func new() -> String {
        let path = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}

/// What every store of runs must do, whatever it is made of.
@Suite("A store of runs") struct StoreLawTests {
    private static let me = RunOwner.current
    private static let other = RunOwner(host: "another.example", process: 1, start: 7)
    /// A process of this machine that is gone.
    private static let gone = RunOwner(host: RunOwner.current.host, process: 4_194_305, start: 1)
    private static let work = Work(.script("/home/x/import.tms"), parameters: ["days=10", "a=b c"])

    private static func row(_ number: String, _ payload: String = "{}", before: String? = nil) -> IntendedRow {
        IntendedRow(
            content: RowContent(["track", number, "4px", payload]), endpoint: "track", number: number, carrier: "4px",
            sent: payload, before: before)
    }

    @Test(arguments: Conformer.allCases) func `knows when something was last done, and forgets what is long ago`(
        kind: Conformer
    ) async throws {
        let store = try kind.make()
        try await store.noteDone(["a", "b"], at: 1_000, forgettingBefore: 0)
        try await store.noteDone(["b"], at: 5_000, forgettingBefore: 900)
        #expect(try await store.lastDone(["a", "b", "c"]) == [1_000, 5_000, nil])
        try await store.noteDone(["c"], at: 8_300, forgettingBefore: 1_100)
        #expect(try await store.lastDone(["a", "b", "c"]) == [nil, 5_000, 8_300])
        try await store.empty()
        #expect(try await store.lastDone(["b"]) == [nil])
    }

    @Test(arguments: Conformer.allCases) func `numbers runs from one on and finds them again`(kind: Conformer)
        async throws
    {
        let store = try kind.make()
        let first = try await store.begin(Self.work, kind: .work, owner: Self.me, at: 100, clock: 7)
        let second = try await store.begin(Work(.text("list")), kind: .undo(of: 1), owner: Self.me, at: 200, clock: 7)
        #expect(first.number == 1 && second.number == 2)
        #expect(try await store.run(1) == first)
        #expect(try await store.run(2)?.kind == RunKind.undo(of: 1))
        #expect(try await store.run(3) == nil)
        #expect(try await store.runs(atMost: 10).map(\.number) == [2, 1])
        #expect(try await store.runs(atMost: 1).map(\.number) == [2])
        #expect(
            try await store.latest(of: Work(.script("/home/x/import.tms"), parameters: ["a=b c", "days=10"])) == first)
        #expect(try await store.latest(of: Work(.script("/home/x/import.tms"))) == nil)
        #expect(try await store.latest(of: Work(.text("/home/x/import.tms"))) == nil)
    }

    @Test(arguments: Conformer.allCases) func `knows a work whatever its text holds`(kind: Conformer) async throws {
        let store = try kind.make()
        let texts = ["a", "a\u{1F}b", "a\\u b", "a\0b", "", "\\", "e\u{301}", "\r\n", "👩‍👩‍👧"]
        let works = texts.flatMap { [Work(.text($0)), Work(.script($0)), Work(.text("x"), parameters: [$0, "b"])] }
        for work in works { _ = try await store.begin(work, kind: .work, owner: Self.me, at: 1, clock: 7) }
        for (place, work) in works.enumerated() {
            #expect(try await store.run(place + 1)?.work == work)
            #expect(try await store.latest(of: work)?.number == place + 1)
        }
    }

    @Test(arguments: Conformer.allCases) func `ends a run once, with what it cost`(kind: Conformer) async throws {
        let store = try kind.make()
        _ = try await store.begin(Self.work, kind: .work, owner: Self.me, at: 100, clock: 7)
        #expect(try await store.run(1)?.isUnderWay == true)
        let end = RunEnd(time: 160, status: .temporary, calls: 12, quota: 480)
        try await store.end(1, end)
        let run = try await store.run(1)
        #expect(run?.end == end)
        #expect(run?.seen == 160)
        #expect(run?.isInterrupted == true)
        #expect(run?.isUnderWay == false)
        await #expect(throws: StoreError.noRun(9)) { try await store.end(9, end) }
    }

    @Test(arguments: Conformer.allCases, [TMSBase.ExitStatus.ok, .failed, .partial, .expectation, .needsYes])
    func `a run that ended by itself is not interrupted`(
        kind: Conformer, status: TMSBase.ExitStatus
    ) async throws {
        let store = try kind.make()
        _ = try await store.begin(Self.work, kind: .work, owner: Self.me, at: 100, clock: 7)
        try await store.end(1, RunEnd(time: 160, status: status, calls: 0, quota: 0))
        #expect(try await store.run(1)?.isInterrupted == false)
    }

    @Test(arguments: Conformer.allCases) func `keeps rows in their order, with what became of them`(
        kind: Conformer
    ) async throws {
        let store = try kind.make()
        _ = try await store.begin(Self.work, kind: .work, owner: Self.me, at: 100, clock: 7)
        let rows = (1...5).map { Self.row("N\($0)", before: $0 == 2 ? "{\"title\":\"lamp\"}" : nil) }
        #expect(try await store.intend(Array(rows[..<3]), in: 1, attempt: 1) == [1, 2, 3])
        #expect(try await store.intend(Array(rows[3...]), in: 1, attempt: 1) == [4, 5])
        let states: [(place: Int, state: RowState)] = [
            (1, .done(answer: "{\"id\":1}")), (2, .failed(code: "4016", message: "there \u{1B} already")),
            (3, .inDoubt),
        ]
        try await store.settle(states, in: 1, at: 150)
        let kept = try await store.rows(of: 1, after: 0, atMost: 100)
        #expect(kept.map(\.place) == [1, 2, 3, 4, 5])
        #expect(kept.map(\.row) == rows)
        let expected: [RowState] = states.map { $0.state } + [.intended, .intended]
        #expect(kept.map(\.state) == expected)
        try await store.intend(again: [1, 2], in: 1)
        #expect(try await store.rows(of: 1, after: 0, atMost: 2).allSatisfy { $0.state == .intended })
        try await store.settle(states, in: 1, at: 150)
        #expect(try await store.rows(of: 1, after: 2, atMost: 2).map(\.place) == [3, 4])
        #expect(try await store.rows(of: 2, after: 0, atMost: 2).isEmpty)
        let run = try await store.run(1)
        #expect(run?.tally == RowTally(done: 1, failed: 1, inDoubt: 3))
        try await store.settle([(4, .already)], in: 1, at: 150)
        #expect(try await store.run(1)?.tally == RowTally(done: 1, already: 1, failed: 1, inDoubt: 2))
        #expect(try await store.rows(of: 1, after: 3, atMost: 1).first?.state == .already)
        #expect(run?.seen == 150)
    }

    @Test(arguments: Conformer.allCases) func `gives each row of an earlier attempt to a later one once`(
        kind: Conformer
    ) async throws {
        let store = try kind.make()
        _ = try await store.begin(Self.work, kind: .work, owner: Self.gone, at: 100, clock: 7)
        let rows = ["A", "B", "A"].map { Self.row($0) }
        _ = try await store.intend(rows, in: 1, attempt: 1)
        try await store.settle([(3, .done(answer: "3"))], in: 1, at: 101)
        let resumed = try await store.goOn(with: 1, owner: Self.me, at: 200)
        #expect(resumed.attempt == 2)
        #expect(resumed.number == 1)
        let contents = ["B", "A", "C", "A", "A"].map { Self.row($0).content }
        let claimed = try await store.claim(contents, in: 1, attempt: 2)
        #expect(claimed.map { $0?.place } == [2, 1, nil, 3, nil])
        #expect(claimed[3]?.state == .done(answer: "3"))
        // What this attempt writes is not given to itself.
        _ = try await store.intend([Self.row("C")], in: 1, attempt: 2)
        #expect(try await store.claim([Self.row("C").content], in: 1, attempt: 2).allSatisfy { $0 == nil })
        try await store.end(1, RunEnd(time: 210, status: .cancelled, calls: 1, quota: 0))
        _ = try await store.goOn(with: 1, owner: Self.me, at: 220)
        let again = try await store.claim([Self.row("C").content, Self.row("A").content], in: 1, attempt: 3)
        #expect(again.map { $0?.place } == [4, 1])
    }

    @Test(arguments: Conformer.allCases) func `is not gone on with while another process works on it`(
        kind: Conformer
    ) async throws {
        let store = try kind.make()
        let run = try await store.begin(Self.work, kind: .work, owner: Self.other, at: 100, clock: 7)
        await #expect(throws: StoreError.inUse(run)) { try await store.goOn(with: 1, owner: Self.me, at: 200) }
        try await store.end(1, RunEnd(time: 160, status: .cancelled, calls: 1, quota: 0))
        #expect(try await store.goOn(with: 1, owner: Self.me, at: 200).owner == Self.me)
        await #expect(throws: StoreError.noRun(7)) { try await store.goOn(with: 7, owner: Self.me, at: 200) }
    }

    @Test(arguments: Conformer.allCases) func `empties`(kind: Conformer) async throws {
        let store = try kind.make()
        _ = try await store.begin(Self.work, kind: .work, owner: Self.me, at: 100, clock: 7)
        _ = try await store.intend([Self.row("A")], in: 1, attempt: 1)
        try await store.empty()
        #expect(try await store.runs(atMost: 9).isEmpty)
        #expect(try await store.begin(Self.work, kind: .work, owner: Self.me, at: 100, clock: 7).number == 1)
        #expect(try await store.rows(of: 1, after: 0, atMost: 9).isEmpty)
    }

    /// Random lines of work against the simplest model: a list of rows, and for each attempt those it has taken.
    @Test(arguments: Conformer.allCases, 0..<20) func `agrees with a list of rows`(kind: Conformer, seed: Int)
        async throws
    {
        var random = SeededRandom(seed: UInt64(seed))
        let store = try kind.make()
        _ = try await store.begin(Self.work, kind: .work, owner: Self.me, at: 1, clock: 7)
        var model: [(content: RowContent, state: RowState, attempt: Int)] = []
        var attempt = 1
        for time in 2..<60 {
            switch random.next() % 4 {
            case 0:
                let new = (0..<(random.next() % 5)).map { _ in Self.row("N\(random.next() % 6)") }
                let places = try await store.intend(new, in: 1, attempt: attempt)
                #expect(places == Array((model.count + 1)..<(model.count + 1 + new.count)))
                model += new.map { ($0.content, .intended, attempt) }
            case 1 where !model.isEmpty:
                let place = Int(random.next() % UInt64(model.count)) + 1
                let state: RowState = [.done(answer: "\(time)"), .failed(code: "1", message: "m"), .inDoubt][
                    Int(random.next() % 3)]
                try await store.settle([(place, state)], in: 1, at: Double(time))
                model[place - 1].state = state
            case 2:
                attempt = try await store.goOn(with: 1, owner: Self.me, at: Double(time)).attempt
            default:
                let content = Self.row("N\(random.next() % 6)").content
                let place = model.firstIndex { $0.content == content && $0.attempt < attempt }
                let claimed = try await store.claim([content], in: 1, attempt: attempt)[0]
                #expect(claimed?.place == place.map { $0 + 1 })
                #expect(claimed?.state == place.map { model[$0].state })
                if let place { model[place].attempt = attempt }
            }
        }
        let kept = try await store.rows(of: 1, after: 0, atMost: 1_000)
        #expect(kept.map(\.state) == model.map { $0.state })
    }
}
