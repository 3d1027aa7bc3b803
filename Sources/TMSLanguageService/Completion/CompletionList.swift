public import TMSSyntax

/// The candidates for one place of a text.
public struct CompletionList: Sendable, Equatable {
    /// What a candidate replaces: the word before the place, perhaps nothing.
    public let replaces: SourceRange
    public let items: [CompletionItem]

    static let none = CompletionList(replaces: .none, items: [])
}

/// One candidate.
public struct CompletionItem: Sendable, Equatable {
    public let text: String
    /// What is said of it, perhaps nothing.
    public let summary: String
    /// What people call it, by whose words it is found too; empty where its text says it.
    let name: String
    /// What it is coloured as.
    public let tokenClass: TokenClass
    /// Whether a space follows once it is taken: not where more may be glued to it.
    public let appendsSpace: Bool

    init(
        _ text: String, _ tokenClass: TokenClass, _ summary: String = "", name: String = "", appendsSpace: Bool = true
    ) {
        self.text = text
        self.tokenClass = tokenClass
        self.summary = summary
        self.name = name
        self.appendsSpace = appendsSpace
    }
}
