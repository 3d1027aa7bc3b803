import TMSBase
import TMSRuntime
import TMSSyntax

/// What happened to a parcel, newest first, from both of its legs.
struct Timeline {
    struct Event: Equatable {
        /// The clock of the place.
        var time: CivilTime?
        /// As the service wrote it.
        var date: String
        var place: String
        /// What happened, in the carrier's words.
        var text: String
        /// What the scan tells beside it.
        var others: [String] = []
    }

    let events: [Event]
    /// Whether the row has a place for scans at all: one of which `show` left other fields says nothing about them.
    let isTold: Bool
    /// Whether the newest scan stands here, so that the newest event need not be told again.
    let hasNewest: Bool

    /// Silences of half a week and more are marked.
    private static let gap = 7 * 43_200
    private static let legs = ["arrival", "origin"]

    init(_ parcel: Record, _ environment: Environment) {
        var events: [Event] = []
        for leg in Self.legs {
            guard case .record(let leg) = parcel.value(leg, environment),
                case .list(let scans) = leg.value("events", environment)
            else { continue }
            for case .record(let scan) in scans.items {
                let event = Event(scan, environment)
                // The second carrier often repeats what the first one said.
                if !events.contains(event) { events.append(event) }
            }
        }
        let last = CellText.oneLine(parcel.string("event", environment))
        if events.isEmpty, !last.isEmpty {
            let date = parcel.string("moved", environment)
            events.append(Event(time: WrittenDate(date)?.civil, date: date, place: "", text: last))
        }
        hasNewest = events.contains { !$0.text.isEmpty && last.hasPrefix($0.text) }
        let eventNames = parcel.shape.kind?.schema.field(named: "event")?.names ?? ["event"]
        isTold = (Self.legs + eventNames).contains { name in
            // What is worked out of fields that the row has lost says nothing either.
            switch parcel.shape.lookup(name) {
            case .slot, .cell: true
            case .computed, .absent: false
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

extension Timeline.Event {
    fileprivate init(_ scan: Record, _ environment: Environment) {
        date = CellText.plainLine(scan.string("date", environment))
        time = WrittenDate(date)?.civil
        place = CellText.plainLine(scan.string("place", environment))
        text = CellText.plainLine(scan.string("text", environment))
        others = zip(scan.shape.keys, scan.values).compactMap { key, value -> String? in
            // The declared ones are told, or are marks for programs that say again what the text says.
            guard scan.shape.kind?.schema.field(named: key) == nil, !value.isBlank else { return nil }
            return "\(CellText.oneLine(key)) \(CellText.plainLine(PrintedText.of(value, environment)))"
        }
    }

    /// `30 Nov 14:02`; a date that cannot be read stands as it came.
    func clock(seenFrom today: CivilTime?) -> String {
        guard let time else { return date }
        return "\(time.short(seenFrom: today)) \(time.time)"
    }
}
