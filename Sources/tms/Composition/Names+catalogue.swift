import TMSShell
import TrackingMore

extension Names {
    /// The names of the carriers and countries tms knows.
    static let catalogue = Names(
        carrier: { code in Carrier(code).map(\.name) },
        country: { code in Country(code).map(\.name) })
}
