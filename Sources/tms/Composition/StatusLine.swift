import Glibc
import TMSEngine
import TMSShell
import TrackingMore

extension StatusLine {
    /// The line of a run that is watched: `nil` where standard error is no terminal that can take a line back, or the
    /// machine builds for others (`CI`).
    static func ofTerminal() -> StatusLine? {
        guard Terminal.takesSequences(STDERR_FILENO), (environmentVariable(.continuousIntegration) ?? "").isEmpty else {
            return nil
        }
        return StatusLine(on: STDERR_FILENO) { Terminal.width(STDERR_FILENO) }
    }
}

/// Tells that a call is being waited for.
struct WaitingTransport: Transport {
    let base: any Transport
    let line: StatusLine
    let clock: any EngineClock

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try await line.waiting(for: .service(since: clock.now())) { () async throws(TransportError) in
            try await base.send(request)
        }
    }
}

/// A clock whose long waits are counted down.
struct CountingClock: EngineClock {
    let base: any EngineClock
    let line: StatusLine
    /// Waits from this many seconds on are shown.
    var shortest = 5.0

    func now() -> Double { base.now() }

    func sleep(seconds: Double) async throws(CancellationError) {
        guard seconds >= shortest else { return try await base.sleep(seconds: seconds) }
        try await line.waiting(for: .pause(until: base.now() + seconds)) { () async throws(CancellationError) in
            try await base.sleep(seconds: seconds)
        }
    }
}
