import TMSBase
import TMSRuntime
import TrackingMore

/// Points in time as the API writes them.
enum Instant {
    /// Seconds since 1970 of `2019-06-01T08:00:00+08:00`, of an instant, or `nil`.
    static func read(_ value: Value) -> Int? {
        switch value {
        case .instant(let seconds): seconds
        case .text(let text): WrittenDate(text.string)?.secondsSinceEpoch()
        default: nil
        }
    }
}
