import Synchronization

/// A store that lasts as long as the process: for tests, and for work that nobody will go on with.
public final class MemoryStore: RunStore {
    private struct State {
        var runs: [RunRecord] = []
        var rows: [Int: [RowRecord]] = [:]
        /// By run and content: the places that its attempt has not claimed yet, the last first.
        var unclaimed: [Int: [RowContent: [Int]]] = [:]
        var lastDone: [String: Int] = [:]

        func index(_ number: Int) throws(StoreError) -> Int {
            guard let index = runs.firstIndex(where: { $0.number == number }) else { throw .noRun(number) }
            return index
        }

        func counted(_ run: RunRecord) -> RunRecord {
            var run = run
            run.tally = RowTally()
            for row in rows[run.number] ?? [] {
                switch row.state {
                case .done: run.tally.done += 1
                case .already: run.tally.already += 1
                case .failed: run.tally.failed += 1
                case .inDoubt, .intended: run.tally.inDoubt += 1
                }
            }
            return run
        }
    }

    private let state = Mutex(State())

    public init() {}

    public func begin(_ work: Work, kind: RunKind, owner: RunOwner, at time: Double, clock: Int) -> RunRecord {
        state.withLock { state in
            let number = (state.runs.last?.number ?? 0) + 1
            let run = RunRecord(
                number: number, work: work, kind: kind, owner: owner, began: time, clock: clock, seen: time)
            state.runs.append(run)
            return run
        }
    }

    public func goOn(with number: Int, owner: RunOwner, at time: Double) throws(StoreError) -> RunRecord {
        try attempt { state throws(StoreError) in
            let index = try state.index(number)
            guard !state.runs[index].isUnderWay || state.runs[index].owner == owner else {
                throw .inUse(state.counted(state.runs[index]))
            }
            state.runs[index].attempt += 1
            state.runs[index].owner = owner
            state.runs[index].seen = time
            state.runs[index].end = nil
            state.unclaimed[number] = Dictionary(
                grouping: (state.rows[number] ?? []).reversed(), by: \.row.content
            ).mapValues { $0.map(\.place) }
            return state.counted(state.runs[index])
        }
    }

    public func end(_ number: Int, _ end: RunEnd) throws(StoreError) {
        try attempt { state throws(StoreError) in
            let index = try state.index(number)
            state.runs[index].end = end
            state.runs[index].seen = end.time
        }
    }

    public func run(_ number: Int) -> RunRecord? {
        state.withLock { state in state.runs.first { $0.number == number }.map(state.counted) }
    }

    public func latest(of work: Work) -> RunRecord? {
        state.withLock { state in state.runs.last { $0.work == work }.map(state.counted) }
    }

    public func runs(atMost count: Int) -> [RunRecord] {
        state.withLock { state in state.runs.suffix(count).reversed().map(state.counted) }
    }

    public func claim(_ contents: [RowContent], in run: Int, attempt: Int) -> [RowRecord?] {
        state.withLock { state in
            contents.map { content in
                state.unclaimed[run]?[content]?.popLast().flatMap { state.rows[run]?[$0 - 1] }
            }
        }
    }

    public func intend(_ rows: [IntendedRow], in run: Int, attempt: Int) throws(StoreError) -> [Int] {
        try self.attempt { state throws(StoreError) in
            _ = try state.index(run)
            let first = (state.rows[run]?.count ?? 0) + 1
            let places = Array(first..<(first + rows.count))
            state.rows[run, default: []] += zip(places, rows).map {
                RowRecord(place: $0, row: $1, state: .intended)
            }
            return places
        }
    }

    public func intend(again places: [Int], in run: Int) throws(StoreError) {
        try attempt { state throws(StoreError) in
            for place in places where state.rows[run]?.indices.contains(place - 1) == true {
                state.rows[run]?[place - 1].state = .intended
            }
        }
    }

    public func settle(_ states: [(place: Int, state: RowState)], in run: Int, at time: Double) throws(StoreError) {
        try attempt { state throws(StoreError) in
            let index = try state.index(run)
            state.runs[index].seen = time
            for (place, became) in states where state.rows[run]?.indices.contains(place - 1) == true {
                state.rows[run]?[place - 1].state = became
            }
        }
    }

    public func rows(of run: Int, after place: Int, atMost count: Int) -> [RowRecord] {
        state.withLock { Array(($0.rows[run] ?? []).dropFirst(place).prefix(count)) }
    }

    public func lastDone(_ what: [String]) -> [Int?] { state.withLock { state in what.map { state.lastDone[$0] } } }

    public func noteDone(_ what: [String], at time: Int, forgettingBefore horizon: Int) {
        state.withLock { state in
            state.lastDone = state.lastDone.filter { $0.value >= horizon }
            for one in what { state.lastDone[one] = time }
        }
    }

    public func empty() { state.withLock { $0 = State() } }

    private func attempt<T: Sendable>(_ body: (inout State) throws(StoreError) -> T) throws(StoreError) -> T {
        let result: Result<T, StoreError> = state.withLock { state in
            do throws(StoreError) { return .success(try body(&state)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
