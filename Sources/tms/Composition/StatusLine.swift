import Glibc
import LineEditor
import Synchronization
import TMSBase
import TMSEngine
import TMSShell
import TrackingMore

/// A line on the terminal behind standard error that says what tms waits for, and goes when the waiting ends.
final class StatusLine: Sendable {
    private let isShown = Mutex(false)

    /// `nil` where there is no terminal that can take a line back.
    init?() {
        guard Terminal.takesSequences(STDERR_FILENO) else { return nil }
    }

    /// What does not fit on a line is cut: a second line could not be taken back.
    func show(_ text: String) {
        let text = DisplayWidth.truncate(text, to: Terminal.width(STDERR_FILENO) - 1)
        isShown.withLock { isShown in
            write("\r\u{1B}[K\(text)")
            isShown = true
        }
    }

    func clear() {
        isShown.withLock { isShown in
            if isShown { write("\r\u{1B}[K") }
            isShown = false
        }
    }

    /// Past the cleaner of what goes to terminals, which takes away what moves the cursor: all of this is our own.
    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// Tells that a call is being waited for, once it takes longer than calls do.
struct WaitingTransport: Transport {
    let base: any Transport
    let line: StatusLine
    var patience = Duration.seconds(2)

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let (line, patience) = (line, patience)
        let notice = Task {
            try await Task.sleep(for: patience)
            line.show("waiting for the service…")
        }
        defer {
            notice.cancel()
            line.clear()
        }
        return try await base.send(request)
    }
}

/// A clock that counts down where a wait is long, and says what has been done until then.
struct CountingClock: EngineClock {
    let base: any EngineClock
    let line: StatusLine
    let statistics: CallStatistics
    /// Waits from this many seconds on are shown.
    var shortest = 5.0

    func now() -> Double { base.now() }

    func sleep(seconds: Double) async throws(CancellationError) {
        guard seconds >= shortest else { return try await base.sleep(seconds: seconds) }
        let end = base.now() + seconds
        defer { line.clear() }
        while true {
            let left = end - base.now()
            guard left > 0 else { return }
            let calls = statistics.snapshot.calls
            let done = calls == 0 ? "" : " · \(calls) call\(calls == 1 ? "" : "s") so far"
            line.show("going on in \(Int(left.rounded(.up))) s" + done)
            try await base.sleep(seconds: min(1, left))
        }
    }
}
