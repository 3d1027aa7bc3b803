/// Which parcels a pair of bounds lets through, read as the service documents their defaults: no lower bound is the
/// beginning of time, no upper bound is now. Bounds that say so in words narrow nothing, so that a parcel without
/// the date in question stays.
struct TimeWindow {
    /// The sandbox's clock, in seconds since 1970.
    let now: Int
    /// The clock of this machine. A client that writes "now" out takes it from there.
    let machineTime: Double

    /// How long a request may have been on its way since its client looked at the clock, in seconds.
    private static let patience = 300.0

    func span(min: Int?, max: Int?) -> ParcelFilter.Span {
        ParcelFilter.Span(min: min.flatMap { $0 > 0 ? $0 : nil }, max: max.flatMap { isNow($0) ? nil : $0 })
    }

    private func isNow(_ moment: Int) -> Bool {
        moment >= now || abs(machineTime - Double(moment)) <= TimeWindow.patience
    }
}
