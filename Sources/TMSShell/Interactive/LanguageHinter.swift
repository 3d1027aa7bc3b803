public import LineEditor
public import TMSLanguageService

/// Suggests how a line may go on: as a line of the history did, or with what the verb still needs.
public struct LanguageHinter: Hinter {
    private let service: LanguageService
    private let history: HistoryHinter

    public init(_ service: LanguageService, history: History) {
        self.service = service
        self.history = HistoryHinter(history)
    }

    public func hint(for text: String) -> String? {
        if text.isEmpty { return nil }
        if let earlier = history.hint(for: text) { return earlier }
        // The usual example shows most.
        return text.hasSuffix(" ") ? service.usualArguments(after: text) : nil
    }
}
