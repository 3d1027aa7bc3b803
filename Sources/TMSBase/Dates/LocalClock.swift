import Glibc

/// The clock on the wall at one place: what it shows at a moment, and when it shows something. Moments are seconds since
/// 1970 UTC, days are counted from 1970-01-01.
///
/// Where clocks are put back, an hour comes twice: a time in it means the first. Where they are put forward, an hour is
/// left out: a time in it is read as before the change, so that 02:30 is 03:30.
public struct LocalClock: Sendable {
    /// The present moment.
    public let now: @Sendable () -> Int
    /// Seconds east of UTC at a moment.
    public let offset: @Sendable (Int) -> Int

    public init(now: @escaping @Sendable () -> Int, offset: @escaping @Sendable (Int) -> Int) {
        self.now = now
        self.offset = offset
    }

    /// What the clock shows; nil outside the years 1 to 9999.
    public func shown(at moment: Int) -> CivilTime? {
        guard LocalClock.moments.contains(moment) else { return nil }
        return CivilTime(secondsSinceEpoch: moment, offset: offset(moment))
    }

    /// The calendar day at a moment; nil outside the years 1 to 9999.
    public func day(at moment: Int) -> Int? {
        guard LocalClock.moments.contains(moment) else { return nil }
        let day = floorDivide(moment + offset(moment), 86_400)
        return CivilDay.range.contains(day) ? day : nil
    }

    /// Whether a moment has a date, which is one of the years 1 to 9999 on this clock.
    public func hasDate(_ moment: Int) -> Bool { day(at: moment) != nil }

    /// Today.
    public func today() -> Int? { day(at: now()) }

    /// The first moment whose date is that day, or, where the place left the day out, the first after it.
    /// - Parameter day: one of `CivilDay.range`, or the day after it.
    public func start(ofDay day: Int) -> Int {
        let local = day * 86_400
        let (before, after) = offsets(around: local)
        if before == after { return local - before }
        if offset(local - before) == before { return local - before }
        if offset(local - after) == after { return local - after }
        // Midnight itself is left out: the day begins where the offset changes.
        var low = local - max(before, after)
        var high = local - min(before, after)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if middle + offset(middle) >= local { high = middle } else { low = middle }
        }
        return high
    }

    /// The moment at which the clock shows so many seconds since 1970.
    public func moment(showing local: Int) -> Int {
        let (before, after) = offsets(around: local)
        if before == after || offset(local - before) == before { return local - before }
        return offset(local - after) == after ? local - after : local - before
    }

    /// The offsets a day before and a day after; clocks are not changed twice within two days.
    private func offsets(around local: Int) -> (Int, Int) { (offset(local - 86_400), offset(local + 86_400)) }

    /// The moments that have a date somewhere: offsets are less than a day.
    private static let moments =
        (CivilDay.range.lowerBound - 1) * 86_400...(CivilDay.range.upperBound + 2) * 86_400
}

/// The machine's clock: every process that shares an account reads the same.
public enum RealTime {
    /// Seconds since 1970.
    @Sendable public static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
