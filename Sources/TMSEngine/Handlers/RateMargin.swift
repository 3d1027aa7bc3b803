/// How much further apart calls are than the service asks for. It counts when they arrive, and the way there takes now
/// longer, now shorter.
///
/// Each time the service says that calls come too fast, the margin grows by a step, and for every hour in which it does
/// not say so again it shrinks by one.
struct RateMargin: Equatable {
    /// The share of a second between two calls that is added without any reason to.
    static let least = 0.05
    static let step = 0.02
    /// Seconds after which a step is taken back.
    static let lasting = 3_600.0

    /// Steps taken by `changed`.
    private(set) var steps = 0
    /// When the last step was taken.
    private(set) var changed = -Double.infinity

    init() {}

    /// - Returns: nil for what no process has noted: a step of the future, or more of them than a day has pauses.
    init?(steps: Int, changed: Double, now: Double) {
        guard (1...1_000).contains(steps), changed <= now else { return nil }
        self.steps = steps
        self.changed = changed
    }

    /// By how much the time between two calls is multiplied.
    func factor(at now: Double) -> Double { 1 + Self.least + Self.step * Double(stepsLeft(at: now)) }

    mutating func widen(at now: Double) {
        steps = stepsLeft(at: now) + 1
        changed = now
    }

    private func stepsLeft(at now: Double) -> Int {
        guard steps > 0 else { return 0 }
        let back = ((now - changed) / Self.lasting).rounded(.down)
        return back >= Double(steps) ? 0 : steps - Int(max(0, back))
    }
}
