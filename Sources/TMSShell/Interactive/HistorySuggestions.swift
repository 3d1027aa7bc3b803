import LineEditor
import TMSLanguageService

/// The lines of the history that may be suggested: those that worked and do no harm when they are run again.
final class HistorySuggestions {
    private let history: History
    private let service: LanguageService
    private let lines: SessionLines
    /// What lines would do, reviewed since the last one has run.
    private var verdicts: [String: Bool] = [:]
    private var reviewedAt = -1
    /// The last question and the place of its answer: a longer beginning is not found at a newer place.
    private var last: (beginning: String, index: Int)?
    private var size = 0

    /// So many lines are reviewed for one key; beyond them nothing is suggested.
    private static let budget = 20

    init(_ history: History, service: LanguageService, lines: SessionLines) {
        self.history = history
        self.service = service
        self.lines = lines
    }

    func newest(beginningWith text: String) -> String? {
        if reviewedAt != lines.count || size != history.entries.count {
            (verdicts, last, reviewedAt, size) = ([:], nil, lines.count, history.entries.count)
        }
        var index = size
        if let last, text.utf8.starts(with: last.beginning.utf8) { index = min(size, last.index + 1) }
        var left = Self.budget
        while left > 0, let found = history.newest(beginningWith: text, before: index) {
            index = found.index
            if verdicts[found.text] == nil { left -= 1 }
            if maySuggest(found.text) {
                last = (text, index)
                return found.text
            }
        }
        last = (text, left > 0 ? -1 : index)
        return nil
    }

    private func maySuggest(_ line: String) -> Bool {
        if let verdict = verdicts[line] { return verdict }
        // Nobody knows what became of lines that an older tms has kept.
        let hasWorked = history.outcome(of: line).map { $0 == .worked } ?? true
        let verdict = hasWorked && service.review(of: line).maySuggest
        verdicts[line] = verdict
        return verdict
    }
}
