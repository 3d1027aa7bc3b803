import TMSBase
import TMSRuntime
import TMSSyntax
import TrackingMore

extension RecordKind {
    /// The names of the wire that a computed field of a parcel is worked out of; none for another field.
    static func sources(of field: String, _ names: FieldRoles) -> [String] {
        switch field {
        case "silent": names.parcel.legs + [names.parcel.moved, names.parcel.silentDays]
        case "travelling": names.parcel.legs + [names.parcel.moved, names.parcel.travellingDays]
        case "to": [names.parcel.destinationName]
        default: []
        }
    }

    /// Text that carriers write, as people read it.
    static let plain: @Sendable (Value) -> Value = { value in
        guard case .text(let text) = value else { return value }
        let plain = MarkupText.plain(text.string)
        return plain == text.string ? value : .string(plain)
    }

    /// A kind whose parcels also say how long they travel and are silent, when they were delivered, and always where
    /// they go.
    ///
    /// - Parameter inner: the records its fields hold, by wire name.
    convenience init(parcelsAware schema: Schema, of dialect: Dialect, inner: [String: InnerKind] = [:]) {
        let names = dialect.fields
        var computed: [String: @Sendable (Record, Environment) -> Value] = [:]
        if schema.field(named: names.parcel.moved) != nil {
            computed["silent"] = { record, environment in ParcelTimes(record, names).silent(environment) }
            computed["travelling"] = { record, environment in ParcelTimes(record, names).travelling(environment) }
            computed["delivered"] = { record, _ in DeliveryScan(of: record, names)?.date ?? .nothing }
            computed["event"] = { record, _ in latestEvent(of: record, names) }
        }
        if let wire = schema.field(named: "to")?.wireName, names.parcel.destinations.contains(wire) {
            computed["to"] = { record, _ in destination(of: record, names) }
        }
        self.init(schema: schema, computed: computed, inner: inner)
    }
}

/// The line of the newest scan, or of a delivered parcel that of the delivery: a later clock time may stand on a scan
/// that was made before.
private func latestEvent(of record: Record, _ names: FieldRoles) -> Value {
    RecordKind.plain(DeliveryScan(of: record, names)?.line ?? record.wire(names.parcel.event) ?? .nothing)
}

/// The code of the country a parcel goes to: as sent, else by the name of the country.
private func destination(of record: Record, _ names: FieldRoles) -> Value {
    for key in names.parcel.destinations {
        if let value = record.wire(key), !value.isEmpty { return value }
    }
    guard case .text(let name) = record.wire(names.parcel.destinationName) ?? .nothing, !name.string.isEmpty else {
        return .nothing
    }
    return .string(Country(name.string)?.wire ?? name.string)
}

/// How long a parcel travels and is silent, in whole days: what is 6 days and 5 hours is 6 days. Events name no zone:
/// they are read on the profile's clock.
private struct ParcelTimes {
    private let record: Record
    private let names: FieldRoles

    init(_ record: Record, _ names: FieldRoles) {
        self.record = record
        self.names = names
    }

    /// From the newest event to now.
    func silent(_ environment: Environment) -> Value {
        guard let newest = times.max() else { return days(record.wire(names.parcel.silentDays)) }
        return days(from: newest, to: clock(environment))
    }

    /// From the oldest event to now, or to the delivery.
    func travelling(_ environment: Environment) -> Value {
        let times = self.times
        guard let oldest = times.min(), let newest = times.max() else {
            return days(record.wire(names.parcel.travellingDays))
        }
        guard record.wire(names.parcel.status)?.plainText == Status.delivered.rawValue else {
            return days(from: oldest, to: clock(environment))
        }
        let delivered = DeliveryScan(of: record, names)?.date.clockSeconds ?? newest
        return days(from: oldest, to: max(oldest, delivered))
    }

    private func clock(_ environment: Environment) -> Int {
        let now = environment.now()
        return now + environment.zoneOffset(now)
    }

    private func days(from start: Int, to end: Int) -> Value {
        .duration(max(0, (end - start) / 86_400) * 86_400)
    }

    /// A count of the service itself; its 0 says that nothing has happened yet.
    private func days(_ count: Value?) -> Value {
        switch count {
        case .integer(let count)? where (1...1_000_000).contains(count): .duration(count * 86_400)
        // In a file of saved rows it is read as what it stands for.
        case .duration(let seconds)? where seconds > 0: .duration(seconds)
        default: .nothing
        }
    }

    /// What clocks at the events' places showed, as seconds since 1970.
    private var times: [Int] {
        var dates = record.scans(names).compactMap { $0.wire(names.scan.date) }
        if dates.isEmpty, let last = record.wire(names.parcel.moved) { dates.append(last) }
        return dates.compactMap(\.clockSeconds)
    }
}

extension Record {
    /// The value under a key of the wire, without friendly names.
    func wire(_ key: String) -> Value? {
        switch shape.lookup(key) {
        case .slot(let slot):
            return shape.keys.indices.contains(slot) && shape.keys[slot] == key ? value(at: slot) : nil
        case .cell(let slot, let read):
            return shape.keys.indices.contains(slot) && shape.keys[slot] == key ? read(value(at: slot)) : nil
        case .computed, .absent: return nil
        }
    }
}
