import TMSBase
import TMSRuntime
import TrackingMore

/// The scan of a delivered parcel that says so. Clocks of several places stand in one list, so that it need not be the
/// one with the latest time.
struct DeliveryScan {
    /// When it was made, on the clock of its place; as the service sends it.
    let date: Value
    /// What it says; `nil` if only the line of the newest scan is known.
    private let text: String?
    let place: String?
    private let newest: Value

    /// `nil` unless the parcel is delivered.
    init?(of parcel: Record, _ names: FieldRoles) {
        guard parcel.wire(names.parcel.status)?.plainText == Status.delivered.rawValue else { return nil }
        newest = parcel.wire(names.parcel.event) ?? .nothing
        let scans = parcel.scans(names)
        let marked = scans.filter { scan in
            scan.wire(names.scan.status)?.plainText == Status.delivered.rawValue
                || scan.wire(names.scan.substatus)?.plainText.hasPrefix(Status.delivered.rawValue) ?? false
        }
        if let last = marked.max(by: { $0.clockSeconds(names) < $1.clockSeconds(names) }),
            let date = last.wire(names.scan.date)
        {
            self.date = date
            text = last.wire(names.scan.text)?.plainText
            place = last.wire(names.scan.place)?.plainText
            return
        }
        // Scans of some carriers have no status of their own: then the newest is all that tells.
        guard scans.allSatisfy({ $0.wire(names.scan.status)?.isEmpty ?? true }),
            let date = parcel.wire(names.parcel.moved), !date.isEmpty
        else { return nil }
        self.date = date
        text = nil
        place = nil
    }

    /// What it says, where and when, as the service writes the newest scan.
    var line: Value {
        guard let text else { return newest }
        let written = newest.plainText
        if written.hasPrefix(text), written.hasSuffix(date.plainText) { return newest }
        return .string([text, place ?? "", date.plainText].filter { !$0.isEmpty }.joined(separator: ","))
    }
}

extension Record {
    /// The events of both parts of a parcel's way, those of the first carrier first.
    func scans(_ names: FieldRoles) -> [Record] {
        names.parcel.legs.flatMap { leg -> [Record] in
            guard case .record(let info) = wire(leg) ?? .nothing,
                case .list(let events) = info.wire(names.parcel.scans) ?? .nothing
            else { return [] }
            return events.items.compactMap { if case .record(let event) = $0 { event } else { nil } }
        }
    }

    /// Of a scan: what the clock of its place showed, as seconds since 1970; before everything where it has no date.
    fileprivate func clockSeconds(_ names: FieldRoles) -> Int { wire(names.scan.date)?.clockSeconds ?? .min }
}

extension Value {
    /// A date of the wire as seconds since 1970 on the clock it was read off.
    var clockSeconds: Int? {
        guard case .text(let text) = self else { return nil }
        return WrittenDate(text.string)?.civil.secondsSinceEpoch
    }
}
