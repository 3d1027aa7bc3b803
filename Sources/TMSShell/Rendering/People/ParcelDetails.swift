import TMSBase
import TMSRuntime
import TMSSyntax
import TrackingMore

/// What a parcel's card tells below its journey: every field that is not empty and stands nowhere else on the card.
struct ParcelDetails {
    /// Pieces in lines that fit.
    let lines: [String]
    /// What holds records, by name.
    let parts: [(String, Value)]

    /// On the card already, in a heading, in the journey or as the age of the answer, or of use to programs alone.
    private static let told: Set<String> = [
        "number", "via", "to", "status", "title", "order", "customer", "travelling", "silent", "updated", "id",
    ]

    init(_ parcel: Record, _ timeline: Timeline, _ presentation: Presentation) {
        let text = CellText(presentation)
        let schema = parcel.shape.kind?.schema
        let end = Route(parcel, presentation).end
        let isDelivered = parcel.string("status", presentation.environment) == Status.delivered.rawValue
        var pieces: [String] = []
        var legs: [String] = []
        var parts: [(String, Value)] = []
        for (key, value) in zip(parcel.shape.keys, parcel.values) where !value.isBlank {
            let field = schema?.field(named: key)
            let name = field?.name ?? CellText.oneLine(key)
            if Self.told.contains(name) || Self.isUsual(name, value, isDelivered) { continue }
            switch name {
            case "event" where timeline.hasNewest: continue
            case "moved" where !timeline.events.isEmpty: continue
            case "destination" where text.text(value).lowercased() == end.lowercased(): continue
            case "origin", "arrival":
                guard case .record(let leg) = value else { break }
                let (plain, more) = Self.leg(leg, of: parcel, timeline, presentation)
                if !plain.isEmpty { legs += WordWrap.pieces(plain, width: presentation.width, indent: 2) }
                parts += more.map { ("\(name) \($0.0)", $0.1) }
                continue
            default: break
            }
            if value.isPart {
                parts.append((name, value))
                continue
            }
            let shown = text.text(value, kind: field?.kind, isOfService: true)
            pieces.append("\(name) \(Self.meaning(shown, of: name))")
        }
        lines = WordWrap.pieces(pieces, width: presentation.width, indent: 2) + legs
        self.parts = parts
    }

    /// What nearly every parcel has: it is followed until it is delivered, and not put away.
    private static func isUsual(_ name: String, _ value: Value, _ isDelivered: Bool) -> Bool {
        switch (name, value) {
        case ("archived", .boolean(false)): true
        case ("updating", .boolean(let goesOn)): goesOn != isDelivered
        default: false
        }
    }

    /// `transit001 (on the way)`.
    private static func meaning(_ text: String, of name: String) -> String {
        guard name == "substatus", let meaning = Substatus(text)?.label else { return text }
        return "\(text) (\(meaning))"
    }

    /// A carrier's part of the way, without its scans and the milestones that are among them.
    private static func leg(
        _ leg: Record, of parcel: Record, _ timeline: Timeline, _ presentation: Presentation
    ) -> (pieces: [String], parts: [(String, Value)]) {
        let environment = presentation.environment
        let text = CellText(presentation)
        let via = leg.string("via", environment)
        let carrier = CellText.oneLine(presentation.names.carrier(via) ?? via)
        let times = Set(timeline.events.compactMap { $0.time?.secondsSinceEpoch })
        var pieces: [String] = []
        var parts: [(String, Value)] = []
        for (key, value) in zip(leg.shape.keys, leg.values) where !value.isBlank {
            let field = leg.shape.kind?.schema.field(named: key)
            let name = field?.name ?? CellText.oneLine(key)
            if name == "events" || name == "via" { continue }
            if value.isPart {
                parts.append((name, value))
                continue
            }
            if field?.kind == .date, let time = WrittenDate(leg.string(key, environment))?.civil,
                times.contains(time.secondsSinceEpoch)
            {
                continue
            }
            pieces.append("\(name) \(text.text(value, kind: field?.kind == .date ? .date : nil, isOfService: true))")
        }
        guard !pieces.isEmpty || via != parcel.string("via", environment) && !via.isEmpty else { return ([], parts) }
        return ([carrier] + pieces, parts)
    }
}
