/// What stands before the text being edited.
public struct Prompt: Sendable, Equatable {
    public var spans: [Span]

    /// A piece of text in one style.
    public struct Span: Sendable, Equatable {
        public var text: String
        public var style: Style

        public init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    public init(_ spans: [Span]) {
        self.spans = spans
    }

    public init(_ text: String, _ style: Style = .plain) {
        self.init([Span(text, style)])
    }

    /// The prompt without its styles.
    public var text: String { spans.map(\.text).joined() }
}
