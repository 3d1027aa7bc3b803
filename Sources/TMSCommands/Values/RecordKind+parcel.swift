import TMSRuntime
import TMSSyntax
import TrackingMore

extension RecordKind {
    /// A kind whose parcels also say how long they travel and are silent, and always where they go.
    convenience init(parcelsAware schema: Schema) {
        var computed: [String: @Sendable (Record, Environment) -> Value] = [:]
        if schema.field(named: "lastUpdateTime") != nil {
            computed["silent"] = { record, environment in ParcelTimes(record).silent(environment) }
            computed["travelling"] = { record, environment in ParcelTimes(record).travelling(environment) }
        }
        if let wire = schema.field(named: "to")?.wireName, destinationKeys.contains(wire) {
            computed["to"] = { record, _ in destination(of: record) }
        }
        self.init(schema: schema, computed: computed)
    }
}

private let destinationKeys = ["destination_code", "destination"]

/// The code of the country a parcel goes to: as sent, else by the name of the country.
private func destination(of record: Record) -> Value {
    for key in destinationKeys {
        if let value = record.wire(key), !value.isEmpty { return value }
    }
    guard case .text(let name) = record.wire("destination_country") ?? .nothing, !name.string.isEmpty else {
        return .nothing
    }
    return .string(Country(name.string)?.wire ?? name.string)
}

/// How long a parcel travels and is silent, in days begun, as the service counts them. Events name no zone: they are
/// read on the profile's clock.
private struct ParcelTimes {
    private let record: Record

    init(_ record: Record) { self.record = record }

    /// From the newest event to now.
    func silent(_ environment: Environment) -> Value {
        guard let newest = times.max() else { return days(record.wire("stayTimeLength")) }
        return days(from: newest, to: clock(environment))
    }

    /// From the oldest event to now, or to the delivery.
    func travelling(_ environment: Environment) -> Value {
        let times = self.times
        guard let oldest = times.min(), let newest = times.max() else { return days(record.wire("itemTimeLength")) }
        return days(from: oldest, to: record.wire("status")?.plainText == "delivered" ? newest : clock(environment))
    }

    private func clock(_ environment: Environment) -> Int {
        let now = environment.now()
        return now + environment.zoneOffset(now)
    }

    private func days(from start: Int, to end: Int) -> Value {
        .duration(max(0, (end - start + 86_399) / 86_400) * 86_400)
    }

    /// A count of the service itself; its 0 says that nothing has happened yet.
    private func days(_ count: Value?) -> Value {
        if case .integer(let count)? = count, (1...1_000_000).contains(count) {
            .duration(count * 86_400)
        } else {
            .nothing
        }
    }

    /// What clocks at the events' places showed, as seconds since 1970.
    private var times: [Int] {
        var dates: [Value] = []
        for leg in ["origin_info", "destination_info"] {
            guard case .record(let info) = record.wire(leg) ?? .nothing,
                case .list(let events) = info.wire("trackinfo") ?? .nothing
            else { continue }
            for item in events.items {
                if case .record(let event) = item, let date = event.wire("Date") { dates.append(date) }
            }
        }
        if dates.isEmpty, let last = record.wire("lastUpdateTime") { dates.append(last) }
        return dates.compactMap { value in
            if case .text(let text) = value { WireTime(text.string)?.civil.secondsSinceEpoch } else { nil }
        }
    }
}

extension Record {
    /// The value under a key of the wire, without friendly names.
    func wire(_ key: String) -> Value? {
        guard case .slot(let slot) = shape.lookup(key), values.indices.contains(slot), shape.keys[slot] == key else {
            return nil
        }
        return values[slot]
    }
}
