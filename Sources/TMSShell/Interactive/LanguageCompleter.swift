public import LineEditor
public import TMSLanguageService
import TMSSyntax

/// What the language service offers, as the editor's menu wants it.
public struct LanguageCompleter: Completer {
    private let service: LanguageService

    public init(_ service: LanguageService) { self.service = service }

    public func completions(for text: String, cursor: Int) -> Completions {
        let list = service.completions(in: text, at: cursor)
        return Completions(
            replaces: list.replaces.lower..<list.replaces.upper,
            candidates: list.items.map {
                Completion($0.text, description: $0.summary, appendsSpace: $0.appendsSpace)
            })
    }
}
