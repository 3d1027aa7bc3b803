import TMSBase
import TMSRuntime
import TrackingMore

/// What an answer holds of a parcel, as a letter to the customer says it.
///
/// What the answer does not hold is left out: no fact is made of a default, of a code nobody knows, or of a date that cannot
/// be read.
struct ReplyFacts {
    let situation: ReplySituation
    /// By the name of the place they fill.
    private(set) var places: [String: String] = [:]

    private let parcel: Record
    private let environment: Environment
    private let language: SpokenLanguage

    /// - Parameter addressee: how the customer is to be called; `nil` for the name the parcel has.
    init(
        _ parcel: Record, _ names: FieldRoles, _ environment: Environment, _ language: SpokenLanguage,
        addressee: String?
    ) {
        self.parcel = parcel
        self.environment = environment
        self.language = language
        let status = parcel.value(of: "status", environment).plainText
        let scan = ReplyScan(newestOf: parcel, names, environment)
        var silentDays: Int?
        if case .duration(let seconds) = parcel.value(of: "silent", environment) { silentDays = seconds / 86_400 }
        situation = ReplySituation(
            status: status, substatus: parcel.value(of: "substatus", environment).plainText, hasScan: scan != nil,
            silentDays: silentDays)
        add("number", text("number"))
        add("title", text("title"))
        add("order", text("order"))
        add("name", self.addressee(addressee ?? text("customer")))
        add("carrier", Carrier(code: text("via"))?.name ?? "")
        if let country = Country(text("to")) {
            add("to", country.goal(in: language))
            add("country", country.name(in: language))
        }
        if let scan { add(scan) }
        if situation == .silent || situation == .expired, let scan, let today = environment.clock.today() {
            // As people count: from the one date to the other.
            let days = today - scan.day.daysSinceEpoch
            if days > 1 { add("days", String(days)) }
        }
        addDayOfAnswer()
    }

    private mutating func add(_ name: String, _ value: String) {
        if !value.isEmpty { places[name] = value }
    }

    private mutating func add(_ scan: ReplyScan) {
        // Of a delivered parcel only the delivery itself is dated.
        guard situation != .delivered || scan.isDelivery else { return }
        add("date", scan.day.text(in: language))
        add("place", scan.place.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// When the answer is from, if that is another day than today and the situation may have passed.
    private mutating func addDayOfAnswer() {
        guard situation.passes, let today = environment.clock.today(),
            case .text(let text) = parcel.value(of: "updated", environment),
            let moment = WrittenDate(text.string)?.secondsSinceEpoch(),
            let day = environment.clock.day(at: moment), day < today, let date = CivilDay(daysSinceEpoch: day)
        else { return }
        add("answered", date.text(in: language))
    }

    /// On one line, without marks of web pages.
    private func text(_ field: String) -> String {
        let text = RecordKind.plain(parcel.value(of: field, environment)).plainText
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Japanese texts add the title of respect themselves.
    private func addressee(_ name: String) -> String {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return language == .japanese && name.hasSuffix("様") ? String(name.dropLast()) : name
    }
}

/// The scan that a letter dates: the newest one, or of a delivered parcel that of the delivery.
private struct ReplyScan {
    let day: CivilDay
    let place: String
    let isDelivery: Bool

    /// Nil where the answer has none whose date can be read.
    init?(newestOf parcel: Record, _ names: FieldRoles, _ environment: Environment) {
        if let delivery = DeliveryScan(of: parcel, names) {
            guard let written = WrittenDate(delivery.date.plainText) else { return nil }
            self.init(day: written.day, place: delivery.place ?? "", isDelivery: true)
            return
        }
        let scans = parcel.scans(names).compactMap { scan -> (seconds: Int, day: CivilDay, place: String)? in
            guard let date = scan.wire(names.scan.date), let written = WrittenDate(date.plainText) else { return nil }
            let place = RecordKind.plain(scan.wire(names.scan.place) ?? .nothing).plainText
            return (written.civil.secondsSinceEpoch, written.day, place)
        }
        if let newest = scans.max(by: { $0.seconds < $1.seconds }) {
            self.init(day: newest.day, place: newest.place, isDelivery: false)
        } else if let written = WrittenDate(parcel.value(of: "moved", environment).plainText) {
            self.init(day: written.day, place: "", isDelivery: false)
        } else {
            return nil
        }
    }

    private init(day: CivilDay, place: String, isDelivery: Bool) {
        self.day = day
        self.place = place
        self.isDelivery = isDelivery
    }
}
