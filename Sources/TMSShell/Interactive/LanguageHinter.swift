public import LineEditor
public import TMSLanguageService

/// Suggests how a line may go on: as the offered line does, as a line of the history did that worked, with a parcel in
/// sight, or with the word that is being written. What a suggestion would do is read from its checked tree; one that
/// deletes, stops, spends, edits in bulk or failed is none. Where nothing is suggested it tells what the verb may still be
/// given.
public final class LanguageHinter: Hinter {
    private let service: LanguageService
    private let history: HistorySuggestions
    private let lines: SessionLines

    public init(_ service: LanguageService, history: History, lines: SessionLines) {
        self.service = service
        self.history = HistorySuggestions(history, service: service, lines: lines)
        self.lines = lines
    }

    public func hint(for text: String) -> Hint? {
        if let offered = lines.offered, let rest = offered.rest(after: text) { return .rest(rest) }
        guard !text.isEmpty else { return nil }
        if let line = history.newest(beginningWith: text), let rest = line.rest(after: text) { return .rest(rest) }
        if let rest = service.end(after: text) { return .rest(rest) }
        let parts = service.openParts(after: text)
        return parts.isEmpty ? nil : .note(parts.joined(separator: " "))
    }
}

extension String {
    /// What follows a beginning; `nil` where this does not begin with it, or is no longer than it.
    fileprivate func rest(after beginning: String) -> String? {
        guard utf8.count > beginning.utf8.count, utf8.starts(with: beginning.utf8) else { return nil }
        return String(decoding: utf8.dropFirst(beginning.utf8.count), as: UTF8.self)
    }
}
