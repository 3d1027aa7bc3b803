/// Time as the engine sees it; injected, so that tests wait for nothing.
public protocol EngineClock: Sendable {
    /// Seconds on a clock that only runs forward.
    func now() -> Double
    /// Throws when the run is cancelled meanwhile.
    func sleep(seconds: Double) async throws(CancellationError)
}

/// The machine's own clock.
public struct SystemClock: EngineClock {
    /// One beginning for all, so that what one clock has written another can read.
    private static let start = ContinuousClock.now

    public init() {}

    public func now() -> Double {
        let passed = Self.start.duration(to: .now).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }

    public func sleep(seconds: Double) async throws(CancellationError) {
        do {
            try await Task.sleep(for: .seconds(max(0, seconds)))
        } catch {
            throw CancellationError()
        }
    }
}
