/// When the service asks the carrier again: soon after the parcel is added, then every so often, until it stops.
struct RefreshRhythm: Sendable {
    /// When the parcel was added; seconds since 1970.
    let created: Int
    /// The last refresh of a parcel that is no longer refreshed.
    let stopped: Int?

    static let first = 600
    static let period = 6 * 3600
    /// Where in the period a parcel is refreshed, in SQL. The store has an index of it: a change asks for a migration.
    static let phase = "(created + \(first)) % \(period)"

    /// The last refresh so far; nil while there has been none.
    func last(at now: Int) -> Int? {
        if let stopped { return stopped > created ? stopped : nil }
        let since = now - created - RefreshRhythm.first
        guard since >= 0 else { return nil }
        return created + RefreshRhythm.first + since / RefreshRhythm.period * RefreshRhythm.period
    }

    /// The refresh that finds out what happens at `time`.
    func noticing(_ time: Int) -> Int {
        let since = time - created - RefreshRhythm.first
        guard since > 0 else { return created + RefreshRhythm.first }
        let periods = (since + RefreshRhythm.period - 1) / RefreshRhythm.period
        return created + RefreshRhythm.first + periods * RefreshRhythm.period
    }
}
