import TMSRuntime
import TrackingMore

/// What happened to a parcel, newest first, from both of its legs.
struct Timeline {
    struct Event {
        /// The clock of the place.
        var time: CivilTime?
        var place: String
        var text: String
    }

    let events: [Event]

    /// Silences of half a week and more are marked.
    private static let gap = 7 * 43_200

    init(_ parcel: Record, _ environment: Environment) {
        var events: [Event] = []
        for leg in ["destination_info", "origin_info"] {
            guard case .record(let leg) = parcel.value(leg, environment),
                case .list(let scans) = leg.value("trackinfo", environment)
            else { continue }
            for case .record(let scan) in scans.items {
                events.append(
                    Event(
                        time: WireTime(scan.string("Date", environment))?.civil,
                        place: CellText.oneLine(scan.string("Details", environment)),
                        text: CellText.oneLine(scan.string("StatusDescription", environment))))
            }
        }
        // Stable, so that scans of the same minute keep the order of the wire.
        self.events = events.enumerated()
            .sorted { left, right in
                let (newer, older) = (
                    left.element.time?.secondsSinceEpoch ?? .min, right.element.time?.secondsSinceEpoch ?? .min
                )
                return newer == older ? left.offset < right.offset : newer > older
            }
            .map(\.element)
    }

    /// The days between two scans where nothing was heard, if they are worth a mark.
    static func silence(from older: Event, to newer: Event) -> Int? {
        guard let older = older.time?.secondsSinceEpoch, let newer = newer.time?.secondsSinceEpoch, newer - older >= gap
        else { return nil }
        return (newer - older + 43_200) / 86_400
    }
}
