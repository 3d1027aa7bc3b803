import LineEditor
import TMSBase
import TMSRuntime
import TMSSyntax
import TrackingMore

/// One parcel: where it goes, how it is, its journey, newest first, and below it what else is known.
struct ParcelCard {
    let parcel: Record
    let presentation: Presentation

    private var environment: Environment { presentation.environment }

    func write(to output: OutputBuffer) {
        let timeline = Timeline(parcel, environment)
        let details = ParcelDetails(parcel, timeline, presentation)
        output.line("")
        for line in heading { output.line(line) }
        if timeline.isTold {
            output.line("")
            let lines = timeline.events.isEmpty ? ["  no scans yet"] : lines(of: timeline)
            for line in lines { output.line(line) }
        }
        let lines = details.lines
        if !lines.isEmpty {
            output.line("")
            for line in lines { output.line(line) }
        }
        let remarks = WordWrap.pieces(remarks(timeline), width: presentation.width, indent: 2)
        if !remarks.isEmpty { output.line("") }
        for line in remarks { output.line(dim(line)) }
        for (name, value) in details.parts {
            PartWriter(presentation: presentation).write(value, named: name, depth: 1, to: output)
        }
    }

    // MARK: - Heading

    private var heading: [String] {
        let number = field("number")
        let status = field("status")
        let word = CellText.status(status, of: parcel)
        let shown = StatusColor.style(status).apply(to: word, colors: presentation.colors)
        let route = Route(parcel, presentation).text
        let title = [field("title"), field("order").isEmpty ? "" : "order \(field("order"))", field("customer")]
            .filter { !$0.isEmpty }
        let clock = ["travelling", "silent"].compactMap { name -> String? in
            guard case .duration(let seconds) = parcel.value(name, environment) else { return nil }
            return "\(name) \(CellText.longDuration(seconds))"
        }
        let first = spread(
            [Style.bold.apply(to: number, colors: presentation.colors), route].filter { !$0.isEmpty }
                .joined(separator: "   "),
            [number, route].filter { !$0.isEmpty }.joined(separator: "   "), shown, word)
        let titleText = title.joined(separator: " · ")
        let times = clock.joined(separator: " · ")
        guard !title.isEmpty || !times.isEmpty else { return first }
        return first + spread(titleText, titleText, times, times)
    }

    /// Left and right on one line where they fit, on lines of their own where they do not.
    ///
    /// - Parameters:
    ///   - left: with its colours; `plainLeft` is the same without.
    private func spread(_ left: String, _ plainLeft: String, _ right: String, _ plainRight: String) -> [String] {
        let (width, rightWidth) = (DisplayWidth.of(plainLeft), DisplayWidth.of(plainRight))
        let room = presentation.width - width - rightWidth
        if width > 0, rightWidth > 0, room >= 2 { return [left + String(repeating: " ", count: room) + right] }
        let lefts = width > presentation.width ? WordWrap.lines(plainLeft, width: presentation.width) : [left]
        let rights = rightWidth > presentation.width ? WordWrap.lines(plainRight, width: presentation.width) : [right]
        return (width > 0 ? lefts : []) + (rightWidth > 0 ? rights : [])
    }

    // MARK: - Journey

    private func lines(of timeline: Timeline) -> [String] {
        let today = environment.clock.shown(at: environment.now())
        let times = timeline.events.map { $0.clock(seenFrom: today) }
        // A date that could not be read may be of any length.
        let timeWidth = min(times.map { DisplayWidth.of($0) }.max() ?? 0, 20)
        let widest = timeline.events.map { DisplayWidth.of($0.place) }.max() ?? 0
        // Where a column would cut a place short, it stands behind the text.
        let hasColumn = presentation.width >= 60 && widest <= max(presentation.width / 3, 12)
        let placeWidth = hasColumn ? widest : 0
        var lines: [String] = []
        for (index, event) in timeline.events.enumerated() {
            if index > 0, let days = Timeline.silence(from: event, to: timeline.events[index - 1]) {
                lines.append(dim(String(repeating: " ", count: timeWidth + 4) + "┊ \(days) days"))
            }
            let isLong = DisplayWidth.of(times[index]) > timeWidth
            let time = DisplayWidth.fit(isLong ? "" : times[index], to: timeWidth, alignRight: true)
            let place = placeWidth == 0 ? "" : DisplayWidth.fit(event.place, to: placeWidth) + "  "
            let told = [isLong ? event.date : "", event.text, hasColumn ? "" : event.place]
                .filter { !$0.isEmpty }.joined(separator: ", ")
            let text = ([told] + event.others).filter { !$0.isEmpty }.joined(separator: " · ")
            lines += WordWrap.hanging("  \(time)  \(place)", text, width: presentation.width)
        }
        return lines
    }

    private func remarks(_ timeline: Timeline) -> [String] {
        var remarks: [String] = []
        if let updated = Instant.read(parcel.value("updated", environment)) {
            let age = max(environment.now() - updated, 0)
            remarks.append("answer \(age < 60 ? "0 min" : CellText.duration(age)) old")
        }
        if timeline.events.contains(where: { $0.time != nil }) {
            remarks.append("scan times are local to the place")
        }
        return remarks
    }

    private func field(_ name: String) -> String { CellText.plainLine(parcel.string(name, environment)) }

    private func dim(_ text: String) -> String { Style.dim.apply(to: text, colors: presentation.colors) }
}

/// `4PX → United States`.
struct Route {
    let text: String
    /// The end of it, as people call it.
    let end: String

    /// - Parameter schema: says what `to` is: after `change carrier` another carrier.
    init(_ parcel: Record, _ presentation: Presentation, schema: Schema? = nil) {
        let environment = presentation.environment
        let via = CellText.plainLine(parcel.string("via", environment))
        let to = CellText.plainLine(parcel.string("to", environment))
        let carrier = presentation.names.carrier(via) ?? via
        let isCarrier = schema?.field(named: "to")?.kind == .carrier
        end = (isCarrier ? presentation.names.carrier(to) : presentation.names.country(to)) ?? to
        text = [carrier, end].filter { !$0.isEmpty }.joined(separator: " → ")
    }
}
