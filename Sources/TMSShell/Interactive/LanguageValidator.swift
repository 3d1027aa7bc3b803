public import LineEditor
public import TMSLanguageService

/// Breaks the line where the statement cannot end yet: an open brace or parenthesis, a trailing pipe.
public struct LanguageValidator: Validator {
    private let service: LanguageService

    public init(_ service: LanguageService) { self.service = service }

    public func validate(_ text: String) -> Validity {
        guard let open = service.openBlocks(in: text) else { return .complete }
        // Deeper blocks would leave no room for what is typed.
        return .incomplete(indent: 2 * min(open, 20))
    }
}
