/// The statements of a history in memory, made from the lines of its file.
struct HistoryRecords: Sendable {
    /// Every statement, oldest first; the one at an index has the number after it.
    private(set) var all: [HistoryRecord] = []
    /// The different texts, oldest first, each at its newest place.
    private(set) var texts: [String] = []
    /// The newest record of each text, as an index of `all`.
    private var newest: [String: Int] = [:]

    /// The newest record of a text.
    func newest(of text: String) -> HistoryRecord? { newest[text].map { all[$0] } }

    /// - Parameter filter: whether a statement may be kept.
    mutating func add(_ lines: [HistoryLine], filter: (String) -> Bool) {
        if lines.count > 1 { return addMany(lines, filter) }
        guard let line = lines.first else { return }
        let isKnown = if case .statement(let text, _, _, _) = line { newest[text] != nil } else { false }
        guard let text = add(line, filter) else { return }
        if isKnown, let old = texts.lastIndex(of: text) {
            if old == texts.count - 1 { return }
            texts.remove(at: old)
        }
        texts.append(text)
    }

    private mutating func addMany(_ lines: [HistoryLine], _ filter: (String) -> Bool) {
        let before = all.count
        // A file that was put in the place of the old one is read from its beginning, and may hold the same statements.
        let known = Set(all.map(\.id))
        for line in lines {
            if case .statement(_, let id, _, _) = line, id != 0, known.contains(id) { continue }
            _ = add(line, filter)
        }
        guard all.count > before else { return }
        texts = all.indices.filter { newest[all[$0].text] == $0 }.map { all[$0].text }
    }

    /// - Returns: the text of a statement that was added.
    private mutating func add(_ line: HistoryLine, _ filter: (String) -> Bool) -> String? {
        switch line {
        case .statement(let text, let id, let when, let place):
            guard filter(text) else { return nil }
            newest[text] = all.count
            all.append(
                HistoryRecord(
                    number: all.count + 1, text: text, when: when, place: place, outcome: nil, rows: nil, id: id))
            return text
        case .outcome(let id, let outcome, let rows):
            // It stands soon after its statement, with what other sessions entered meanwhile in between.
            guard id != 0, let index = all.lastIndex(where: { $0.id == id }) else { return nil }
            all[index].outcome = outcome
            all[index].rows = rows
            return nil
        }
    }
}
