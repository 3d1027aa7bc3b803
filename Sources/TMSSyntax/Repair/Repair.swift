/// What a mistaken line was meant to be, or what is said of it in place of the mistake that the parser met first.
public struct Repair: Sendable {
    /// The line as it should read; `nil` where nothing can be proposed and only the words are better.
    public var proposal: Proposal?
    /// In place of the code and the message of the first mistake.
    public var code: String?
    public var message: String?
    /// Where, in place of the first mistake.
    public var range: SourceRange?
    /// What stands beside the carets.
    public var hint: String?
    public var notes: [String] = []
    /// No further line is looked for once this one holds.
    public var isLast = true

    public init(_ proposal: Proposal?) { self.proposal = proposal }

    /// Says its words in place of those of the first mistake.
    public func reword(_ diagnostic: inout Diagnostic) {
        if let code { diagnostic.code = code }
        if let message { diagnostic.message = message }
        if let range, let location = diagnostic.location {
            diagnostic.location = SourceLocation(location.file, range)
            diagnostic.labels = []
        }
        if let hint { diagnostic.hint = hint }
        if hint != nil || message != nil { diagnostic.notes = notes }
    }
}

/// A line that has a mistake, with what is known where it stands: gives the lines it may have been meant to be, the
/// likeliest first. None of them is checked here: all pass the gate of proposals.
public struct MistakenLine {
    let file: SourceFile
    /// The statement, and the part of it between pipes and braces that holds the mistake.
    let statement: SourceRange
    let part: SourceRange
    /// The words of the part, and of the statement.
    let words: [LineWord]
    let vocabulary: Vocabulary
    let isInteractive: Bool

    public init(
        file: SourceFile, statement: SourceRange, place: SourceRange, vocabulary: Vocabulary, isInteractive: Bool
    ) {
        self.file = file
        self.vocabulary = vocabulary
        self.isInteractive = isInteractive
        // What was skipped behind a statement belongs to its line.
        let line = file.lineRange(file.line(at: place.lower))
        self.statement = SourceRange(
            min(statement.lower, max(line.lower, statement.lower)), max(statement.upper, place.upper))
        part = LineWord.part(of: self.statement, around: place.lower, in: file)
        words = LineWord.words(in: part, of: file)
    }

    /// What is surer than any word in place of another; the likeliest first.
    public var certainRepairs: [Repair] {
        promptRepairs + absentVerbRepairs + linkRepairs + groupedNumberRepairs + carrierRepairs + verbRepairs
            + orderRepairs
            + fillerRepairs
    }

    /// What is tried where no word in place of another makes the line right.
    public var furtherRepairs: [Repair] { listRepairs + conditionRepairs + searchRepairs + nameRepairs }

    /// What is tried last, and only where no verb was found.
    public var textRepairs: [Repair] { sentenceRepairs }

    /// A proposal that writes `text` in place of a range.
    func proposal(_ text: String, at range: SourceRange, hint: String? = nil) -> Proposal? {
        guard file.slice(range) != text else { return nil }
        return Proposal("write `\(text)`", [Diagnostic.Edit(range, text)], hint: hint)
    }
}
