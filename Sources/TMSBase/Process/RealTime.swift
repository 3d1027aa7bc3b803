import Glibc

/// The machine's clock: every process that shares an account reads the same.
public enum RealTime {
    /// Seconds since 1970.
    @Sendable public static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
