/// How long a parcel has been on its way and without news, in whole days begun, as the service counts them.
public struct TrackingDays: Sendable, Equatable {
    /// From the oldest event to now, or to the delivery; nil where nothing tells.
    public let travelling: Int?
    /// From the newest event to now.
    public let silent: Int?

    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - offset: seconds east of UTC of the clock event dates are read on; they name no zone of their own.
    public init(of tracking: JSON, now: Int, offset: Int = 0) {
        let times = TrackingEvent.all(of: tracking).compactMap(\.time)
        let clock = CivilTime(secondsSinceEpoch: now, offset: offset)
        let newest = times.max() ?? WireTime(tracking["lastUpdateTime"]?.string ?? "")?.civil
        let isDelivered = tracking["status"]?.string == Status.delivered.rawValue
        silent = newest.map { TrackingDays.between($0, clock) } ?? tracking["stayTimeLength"]?.integer
        if let oldest = times.min() {
            travelling = TrackingDays.between(oldest, isDelivered ? times.max() ?? clock : clock)
        } else {
            travelling = tracking["itemTimeLength"]?.integer
        }
    }

    /// Days begun between two readings of one clock; none where the second is not later.
    private static func between(_ start: CivilTime, _ end: CivilTime) -> Int {
        max(0, (end.secondsSinceEpoch - start.secondsSinceEpoch + 86_399) / 86_400)
    }
}
