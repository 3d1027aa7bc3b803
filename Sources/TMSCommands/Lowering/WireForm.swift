import TMSRuntime
import TrackingMore

/// Writes values the way the wire wants them: one form for people, the service's own for each field.
struct WireForm {
    let environment: Environment

    func json(_ value: Value, as kind: Kind) throws(KindError) -> JSON {
        switch (kind, value) {
        case (.list(let element, _), _):
            var items: [JSON] = []
            for item in value.flattened { items.append(try json(item, as: element)) }
            return .array(items)
        case (.record, _), (.map, _), (.dateRange, _): return value.json
        case (_, .list), (_, .record):
            throw KindError(value.plainText, "is a \(value.kindName), and one value is wanted here")
        case (.date(let form), .day(let day)): return wire(CivilTime(day: day), form)
        case (.date(let form), .instant(let instant)):
            let offset = environment.zoneOffset(instant)
            return form.wire(CivilTime(secondsSinceEpoch: instant, offset: offset), offset: offset)
        default:
            let text = value.plainText
            return try kind.wire(text, offset: offset(for: text, kind))
        }
    }

    /// A time that names no zone is one of the profile's.
    private func wire(_ time: CivilTime, _ form: DateForm) -> JSON {
        form.wire(time, offset: environment.zoneOffset(time.secondsSinceEpoch))
    }

    private func offset(for text: String, _ kind: Kind) -> Int {
        guard case .date = kind, let time = WireTime(text) else { return 0 }
        return environment.zoneOffset(time.secondsSinceEpoch())
    }
}

extension CivilTime {
    /// Midnight of a day since 1970; days outside the years 1 to 9999 are cut to them.
    init(day: Int) {
        self.init(secondsSinceEpoch: max(-800_000, min(day, 3_000_000)) * 86_400)
    }
}
