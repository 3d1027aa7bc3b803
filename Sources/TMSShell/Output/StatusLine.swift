import Glibc
import Synchronization
import TMSBase
import TMSEngine

/// The line on the terminal behind standard error that says how far a run has come and what it waits for. It is rewritten
/// in place, makes room for whatever else is written there, and goes when the run ends.
public final class StatusLine: Sendable {
    /// What a run waits for.
    public enum Wait: Sendable, Equatable {
        /// An answer, since this time on the clock of the engine.
        case service(since: Double)
        /// The account's limit, until this time.
        case pause(until: Double)
    }

    private struct State {
        var progress: Progress?
        var clock: any EngineClock = SystemClock()
        var began = 0.0
        /// Calls may overlap.
        var waits: [Int: Wait] = [:]
        var nextWait = 0
        var isShown = false
        /// So many are writing, or asking, on the terminal.
        var writers = 0
        /// The terminal stands in the middle of a line that is somebody else's.
        var isInLine = false
        var turn = 0
        var ticker: Task<Void, Never>?
    }

    private let state = Mutex(State())
    private let width: @Sendable () -> Int
    private let write: @Sendable (String) -> Void

    /// Seconds of work before there is a line, and between two forms of it.
    private static let patience = 0.3
    private static let interval = 0.1

    /// - Parameters:
    ///   - width: columns of the terminal, now.
    ///   - write: to it, past the cleaner of what goes to terminals, which takes away what moves the cursor: all of this is our own.
    init(width: @escaping @Sendable () -> Int, write: @escaping @Sendable (String) -> Void) {
        self.width = width
        self.write = write
    }

    /// The line of a terminal that takes it back.
    ///
    /// - Parameters:
    ///   - descriptor: of the terminal.
    ///   - width: its columns, now.
    public convenience init(on descriptor: Int32, width: @escaping @Sendable () -> Int) {
        self.init(width: width) { FileBytes.write(Array($0.utf8), to: descriptor) }
    }

    /// A run begins.
    func begin(_ progress: Progress, _ clock: any EngineClock) {
        let ticker = Task.detached(priority: .background) { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(Self.interval))
                self?.paint()
            }
        }
        state.withLock { state in
            state.ticker?.cancel()
            state.progress = progress
            state.clock = clock
            state.began = clock.now()
            state.waits = [:]
            state.turn = 0
            state.ticker = ticker
        }
    }

    /// The run is over: the line goes.
    func end() {
        state.withLock { state in
            state.ticker?.cancel()
            state.ticker = nil
            state.progress = nil
            clear(&state)
        }
    }

    /// Something is waited for until `body` is through.
    public func waiting<Result, Failure: Error>(
        for wait: Wait, _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let place = state.withLock { state in
            state.nextWait += 1
            state.waits[state.nextWait] = wait
            return state.nextWait
        }
        defer { state.withLock { $0.waits[place] = nil } }
        return try await body()
    }

    /// Somebody writes on the terminal: the line goes, and stays away until they come back.
    func makeRoom() {
        state.withLock { state in
            state.writers += 1
            clear(&state)
        }
    }

    /// - Parameter belowLine: what was written ended with a line feed.
    func comeBack(belowLine: Bool) {
        state.withLock { state in
            state.writers = max(0, state.writers - 1)
            state.isInLine = !belowLine
        }
    }

    private func clear(_ state: inout State) {
        if state.isShown { write("\r\u{1B}[K") }
        state.isShown = false
    }

    private func paint() {
        state.withLock { state in
            guard let progress = state.progress, state.writers == 0, !state.isInLine else { return }
            let now = state.clock.now()
            guard now - state.began >= Self.patience else { return }
            let words = ProgressWords(
                progress.snapshot, Wait.longest(of: state.waits.values), now: now, turn: state.turn)
            state.turn += 1
            // A line that fills the terminal wraps, and could not be taken back.
            write("\r\u{1B}[K" + words.text(width: width() - 1))
            state.isShown = true
        }
    }
}

extension StatusLine.Wait {
    /// What is told of several: a pause, which holds up all, before the answer that is waited for longest.
    fileprivate static func longest(of waits: some Sequence<StatusLine.Wait>) -> StatusLine.Wait? {
        var pause: Double?
        var service: Double?
        for wait in waits {
            switch wait {
            case .pause(let until): pause = max(pause ?? until, until)
            case .service(let since): service = min(service ?? since, since)
            }
        }
        return pause.map { .pause(until: $0) } ?? service.map { .service(since: $0) }
    }
}
