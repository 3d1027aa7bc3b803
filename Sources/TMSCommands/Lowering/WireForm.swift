import TMSBase
import TMSRuntime
import TrackingMore

/// Writes values the way the wire wants them: one form for people, the service's own for each field.
///
/// What is to be told of how they were read is collected.
struct WireForm {
    let environment: Environment
    private var place = ReadingPlace()
    private(set) var notes: [KindNote] = []

    init(environment: Environment, knowsCarrier: @escaping @Sendable (String) -> Bool) {
        self.environment = environment
        place.knowsCarrier = knowsCarrier
    }

    mutating func json(_ value: Value, as kind: Kind) throws(KindError) -> JSON {
        switch (kind, value) {
        case (.list(let element, _), _):
            var items: [JSON] = []
            for item in value.flattened { items.append(try json(item, as: element)) }
            return .array(items)
        case (.record, _), (.map, _), (.dateRange, _): return value.json
        case (_, .list), (_, .record):
            throw KindError(value.plainText, "is a \(value.kindName), and one value is wanted here")
        case (.date(let form), .day(let day)):
            guard let date = CivilDay(daysSinceEpoch: day) else { throw .outsideCalendar(value.plainText) }
            return wire(CivilTime(date), form)
        case (.date(let form), .instant(let instant)):
            guard let time = environment.clock.shown(at: instant) else { throw .outsideCalendar(value.plainText) }
            return form.wire(time, offset: environment.zoneOffset(instant))
        default:
            let text = kind.isDate ? value.dateText(in: environment) : value.plainText
            place.offset = offset(for: text, kind)
            let reading = try kind.read(text, at: place)
            if let note = reading.note { notes.append(note) }
            return reading.wire
        }
    }

    /// A time that names no zone is one of the profile's.
    private func wire(_ time: CivilTime, _ form: DateForm) -> JSON {
        let moment = environment.clock.moment(showing: time.secondsSinceEpoch)
        return form.wire(time, offset: environment.zoneOffset(moment))
    }

    private func offset(for text: String, _ kind: Kind) -> Int {
        guard case .date = kind, let time = WrittenDate(text) else { return 0 }
        return environment.zoneOffset(environment.clock.moment(showing: time.secondsSinceEpoch()))
    }
}

extension Kind {
    fileprivate var isDate: Bool {
        if case .date = self { true } else { false }
    }
}

extension KindError {
    fileprivate static func outsideCalendar(_ text: String) -> KindError {
        KindError(text, "lies outside the years 1 to 9999")
    }
}
