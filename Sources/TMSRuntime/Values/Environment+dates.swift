public import TMSBase
import TMSSyntax

extension Environment {
    /// The clock of the profile's zone.
    public var clock: LocalClock { LocalClock(now: now, offset: zoneOffset) }

    /// The calendar day at an instant, in the profile's zone. An instant outside the calendar lies before or after all its
    /// days.
    func day(at instant: Int) -> Int {
        if let day = clock.day(at: instant) { return day }
        return instant < 0 ? CivilDay.range.lowerBound - 1 : CivilDay.range.upperBound + 1
    }

    /// The instant a day begins in the profile's zone.
    func start(ofDay day: Int) -> Int { clock.start(ofDay: day) }

    /// The last second of a day in the profile's zone.
    func end(ofDay day: Int) -> Int { clock.start(ofDay: day + 1) - 1 }

    /// `2026-03-05 14:30`, with seconds where there are any.
    func text(ofInstant instant: Int) -> String {
        clock.shown(at: instant)?.text ?? "\(instant) s after 1970"
    }
}

extension Environment {
    /// Reads what stands for a date, wherever it stands.
    func date(_ value: Value) throws(Fault) -> Value {
        switch value {
        case .day, .instant: return value
        default: break
        }
        do {
            return try clock.date(value.dateText(in: self)).value
        } catch {
            throw .notADate(value.quoted(in: self), error)
        }
    }
}

extension Environment {
    /// The value of a field that holds a date or a duration, kept in whatever form.
    ///
    /// A date that names its zone, and the service's own forms, are a date on the profile's clock; seconds since 1970 too,
    /// and 0 is none. What names no zone, such as the time of a scan, stays as it is written. A duration is kept as a
    /// number of days.
    @inline(never)
    func fieldValue(_ value: Value, _ kind: ValueKind?) -> Value {
        switch (kind, value) {
        case (.date, .integer(let seconds)):
            return seconds == 0 ? .nothing : clock.hasDate(seconds) ? .instant(seconds) : value
        case (.date, .text(let text)):
            if text.string.utf8.count == 10, let seconds = Int(text.string), clock.hasDate(seconds) {
                return .instant(seconds)
            }
            guard let written = WrittenDate(text.dateText) else { return value }
            let isLocal = written.offset == nil && text.string.utf8.dropFirst(4).first == UInt8(ascii: "-")
            return isLocal ? value : ((try? clock.value(of: written))?.value ?? value)
        case (.duration, .integer(let days)):
            let (seconds, overflow) = days.multipliedReportingOverflow(by: 86_400)
            return overflow ? value : .duration(seconds)
        case (.duration, .decimal), (.duration, .text):
            return (try? WrittenDuration.readDays(value.text(in: self))).map { .duration($0) } ?? value
        default: return value
        }
    }
}

extension DateValue {
    public var value: Value {
        switch self {
        case .day(let day): .day(day)
        case .moment(let moment): .instant(moment)
        }
    }
}
