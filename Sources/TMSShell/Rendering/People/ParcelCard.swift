import LineEditor
import TMSRuntime
import TMSSyntax
import TrackingMore

/// One parcel: where it goes, how it is, and its journey, newest first.
struct ParcelCard {
    let parcel: Record
    let presentation: Presentation

    private var environment: Environment { presentation.environment }

    func write(to output: OutputBuffer) {
        let timeline = Timeline(parcel, environment)
        output.line("")
        for line in heading(hasScans: !timeline.events.isEmpty) { output.line(line) }
        output.line("")
        if timeline.events.isEmpty {
            output.line("  no scans yet")
        } else {
            for line in lines(of: timeline) { output.line(line) }
            output.line("")
        }
        output.line(dim(DisplayWidth.truncate("  " + remarks(timeline), to: presentation.width)))
    }

    // MARK: - Heading

    private func heading(hasScans: Bool) -> [String] {
        let number = field("number")
        let status = field("status")
        let shown = StatusColor.style(status).apply(to: CellText.status(status), colors: presentation.colors)
        let route = Route(parcel, presentation).text
        let title = [field("title"), field("order").isEmpty ? "" : "order \(field("order"))", customer]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let clock = [("travelling", "travelling"), ("silent", "silent")].compactMap { name, word -> String? in
            guard hasScans, case .duration(let seconds) = parcel.value(name, environment) else { return nil }
            return "\(word) \(CellText.longDuration(seconds))"
        }
        let first = spread(
            "\(Style.bold.apply(to: number, colors: presentation.colors))   \(route)",
            width: DisplayWidth.of(number) + 3 + DisplayWidth.of(route), shown,
            DisplayWidth.of(CellText.status(status)))
        let times = clock.joined(separator: " · ")
        guard !title.isEmpty || !times.isEmpty else { return first }
        return first + spread(title, width: DisplayWidth.of(title), times, DisplayWidth.of(times))
    }

    private var customer: String { field("customer") }

    /// Left and right on one line where they fit, on two where they do not.
    private func spread(_ left: String, width: Int, _ right: String, _ rightWidth: Int) -> [String] {
        guard rightWidth > 0 else { return [left] }
        guard width > 0 else { return [right] }
        let room = presentation.width - width - rightWidth
        return room >= 2 ? [left + String(repeating: " ", count: room) + right] : [left, right]
    }

    // MARK: - Journey

    private func lines(of timeline: Timeline) -> [String] {
        let today = CivilTime(secondsSinceEpoch: environment.now())
        let times = timeline.events.map { event in
            event.time.map { "\($0.short(seenFrom: today)) \($0.time)" } ?? ""
        }
        let timeWidth = times.map { DisplayWidth.of($0) }.max() ?? 0
        let isNarrow = presentation.width < 60
        let widest = timeline.events.map { DisplayWidth.of($0.place) }.max() ?? 0
        let placeWidth = min(widest, isNarrow ? 0 : max(presentation.width / 4, 12))
        var lines: [String] = []
        for (index, event) in timeline.events.enumerated() {
            if index > 0, let days = Timeline.silence(from: event, to: timeline.events[index - 1]) {
                lines.append(dim(String(repeating: " ", count: timeWidth + 4) + "┊ \(days) days"))
            }
            let time = DisplayWidth.fit(times[index], to: timeWidth, alignRight: true)
            let place = placeWidth == 0 ? "" : DisplayWidth.fit(event.place, to: placeWidth) + "  "
            let text = isNarrow && !event.place.isEmpty ? "\(event.text), \(event.place)" : event.text
            lines += wrapped("  \(time)  \(place)", text)
        }
        return lines
    }

    /// Long texts go on under their own beginning.
    private func wrapped(_ head: String, _ text: String) -> [String] {
        let indent = DisplayWidth.of(head)
        let room = max(presentation.width - indent, 16)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > room {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.enumerated().map { ($0.offset == 0 ? head : String(repeating: " ", count: indent)) + $0.element }
    }

    private func remarks(_ timeline: Timeline) -> String {
        var remarks: [String] = []
        if let updated = Instant.read(parcel.value("updated_at", environment)) {
            let age = max(environment.now() - updated, 0)
            remarks.append("answer \(age < 60 ? "0 min" : CellText.duration(age)) old")
        }
        if !timeline.events.isEmpty { remarks.append("scan times are local to the place") }
        return remarks.joined(separator: " · ")
    }

    private func field(_ name: String) -> String { CellText.oneLine(parcel.string(name, environment)) }

    private func dim(_ text: String) -> String { Style.dim.apply(to: text, colors: presentation.colors) }
}

/// `4PX → United States`.
struct Route {
    let text: String

    /// - Parameter schema: says what `to` is: after `change carrier` another courier.
    init(_ parcel: Record, _ presentation: Presentation, schema: Schema? = nil) {
        let environment = presentation.environment
        let via = CellText.oneLine(parcel.string("via", environment))
        let to = CellText.oneLine(parcel.string("to", environment))
        let carrier = presentation.names.carrier(via) ?? via
        let isCarrier = schema?.field(named: "to")?.kind == .carrier
        let end = (isCarrier ? presentation.names.carrier(to) : presentation.names.country(to)) ?? to
        text = [carrier, end].filter { !$0.isEmpty }.joined(separator: " → ")
    }
}
