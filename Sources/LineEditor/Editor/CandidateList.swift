import TMSBase

/// The list of candidates below the text, and the chosen one.
struct CandidateList {
    let candidates: [Completion]
    let settings: LineEditor.Settings
    private var selected: Int?

    init(candidates: [Completion], settings: LineEditor.Settings) {
        self.candidates = candidates
        self.settings = settings
    }

    var selection: Completion? { selected.map { candidates[$0] } }

    /// Chooses the next or previous candidate, around the end.
    mutating func move(by step: Int) {
        guard let selected else {
            self.selected = step > 0 ? 0 : candidates.count - 1
            return
        }
        self.selected = (selected + step + candidates.count) % candidates.count
    }

    /// Chooses the first of the next or previous page.
    mutating func turnPage(by step: Int, lines: Int) {
        let next = (selected ?? (step > 0 ? -1 : 0)) + step * max(1, room(lines) - 1)
        selected = max(0, min(candidates.count - 1, next))
    }

    private func room(_ lines: Int) -> Int { max(1, min(settings.menuRows, lines / 2)) }

    /// At most as many rows as the settings and half of the screen allow, around the chosen candidate.
    func rows(columns: Int, lines: Int) -> [Prompt] {
        let all = candidates.contains { !$0.description.isEmpty } ? described(columns) : inColumns(columns)
        let room = room(lines)
        guard all.count > room else { return all.map(\.row) }
        let visible = max(1, room - 1)
        let chosen = all.firstIndex { $0.holds.contains(selected ?? 0) } ?? 0
        let top = max(0, min(chosen - visible / 2, all.count - visible))
        let hidden = all.prefix(top) + all.dropFirst(top + visible)
        let count = hidden.reduce(0) { $0 + $1.holds.count }
        return all[top..<top + visible].map(\.row) + [Prompt(Self.told(count, columns), settings.descriptionStyle)]
    }

    private static func told(_ count: Int, _ columns: Int) -> String {
        let (short, long) = ("… \(count) more", "… \(count) more: type to filter, PageDown goes on")
        return long.count < columns ? long : short
    }

    static func commonPrefix(of candidates: [Completion]) -> String {
        guard var prefix = candidates.first.map({ Substring($0.text) }) else { return "" }
        for candidate in candidates {
            while !candidate.text.hasPrefix(prefix) { prefix.removeLast() }
        }
        return String(prefix)
    }

    private typealias Listed = (row: Prompt, holds: Range<Int>)

    /// One candidate a row, descriptions behind the longest name.
    private func described(_ columns: Int) -> [Listed] {
        let widest = candidates.reduce(0) { max($0, DisplayWidth.of($1.text)) }
        let width = min(widest, max(8, columns / 2), columns)
        return candidates.enumerated().map { index, candidate in
            let name = Prompt.Span(DisplayWidth.fit(Self.oneLine(candidate.text), to: width), style(of: index))
            let room = columns - width - 2
            let description = room > 0 ? DisplayWidth.truncate(Self.oneLine(candidate.description), to: room) : ""
            let spans =
                [name] + (description.isEmpty ? [] : [.init("  "), .init(description, settings.descriptionStyle)])
            return (Prompt(spans), index..<index + 1)
        }
    }

    /// As many candidates a row as fit, read row by row.
    private func inColumns(_ columns: Int) -> [Listed] {
        let widest = candidates.reduce(1) { max($0, DisplayWidth.of($1.text)) }
        let width = min(widest, columns)
        let perRow = max(1, (columns + 2) / (width + 2))
        return stride(from: 0, to: candidates.count, by: perRow).map { start in
            let holds = start..<min(start + perRow, candidates.count)
            let spans = holds.flatMap { index in
                let cell = DisplayWidth.fit(Self.oneLine(candidates[index].text), to: width)
                return (index > start ? [Prompt.Span("  ")] : []) + [Prompt.Span(cell, style(of: index))]
            }
            return (Prompt(spans), holds)
        }
    }

    private func style(of index: Int) -> Style {
        index == selected ? settings.selectionStyle : .plain
    }

    private static func oneLine(_ text: String) -> String {
        text.unicodeScalars.contains { $0.value < 0x20 } ? String(text.map { $0.isNewline ? " " : $0 }) : text
    }
}
