/// Answers what could stand at the cursor.
public protocol Completer {
    /// - Parameters:
    ///   - text: the whole statement being edited, newlines included.
    ///   - cursor: an offset into the UTF-8 of `text`.
    func completions(for text: String, cursor: Int) -> Completions
}

/// The candidates for one place of a text.
public struct Completions: Sendable, Equatable {
    /// The UTF-8 offsets of what a candidate replaces, usually the word before the cursor.
    public var replaces: Range<Int>
    public var candidates: [Completion]

    public static let none = Completions(replaces: 0..<0, candidates: [])

    public init(replaces: Range<Int>, candidates: [Completion]) {
        self.replaces = replaces
        self.candidates = candidates
    }
}

/// One candidate: what it inserts and what is said about it in the list.
public struct Completion: Sendable, Equatable {
    public var text: String
    public var description: String
    /// Whether a space follows once the candidate is taken: no for a folder that goes on, yes for a whole word.
    public var appendsSpace: Bool

    public init(_ text: String, description: String = "", appendsSpace: Bool = true) {
        self.text = text
        self.description = description
        self.appendsSpace = appendsSpace
    }
}

/// Answers how a text is coloured.
public protocol Highlighter {
    /// The coloured parts in the order of the text, not overlapping; the rest is drawn plain.
    ///
    /// - Parameter cursor: an offset into the UTF-8 of `text`; `nil` once the line has been left.
    func highlight(_ text: String, cursor: Int?) -> [StyledRun]
}

/// A part of a text, by UTF-8 offsets, and how it is drawn.
public struct StyledRun: Sendable, Equatable {
    public var range: Range<Int>
    public var style: Style

    public init(_ range: Range<Int>, _ style: Style) {
        self.range = range
        self.style = style
    }
}

/// Answers how the line may go on. The answer is drawn faintly after the cursor.
public protocol Hinter {
    /// What may follow `text`, which may be empty; `nil` for nothing. Asked only while the cursor is at the end.
    func hint(for text: String) -> Hint?
}

/// What stands faintly after the cursor.
public enum Hint: Sendable, Equatable {
    /// How the line may go on: the right arrow takes it.
    case rest(String)
    /// What may be written here. It is only to be read, and is cut at the end of the row.
    case note(String)
}

/// Suggests the rest of the newest history entry that begins with the text.
public struct HistoryHinter: Hinter {
    private let history: History

    public init(_ history: History) {
        self.history = history
    }

    public func hint(for text: String) -> Hint? {
        guard !text.isEmpty, let found = history.newest(beginningWith: text, before: history.entries.count) else {
            return nil
        }
        return .rest(String(decoding: found.text.utf8.dropFirst(text.utf8.count), as: UTF8.self))
    }
}

/// Answers whether Enter ends the statement or breaks the line.
public protocol Validator {
    func validate(_ text: String) -> Validity
}

public enum Validity: Sendable, Equatable {
    /// The text can be handed over, right or wrong.
    case complete
    /// The statement goes on; the next line starts with `indent` spaces.
    case incomplete(indent: Int)
}

/// Completes, colours and suggests nothing and takes every line as complete: the default of all four protocols.
public struct NoAnswers: Completer, Highlighter, Hinter, Validator {
    public init() {}

    public func completions(for text: String, cursor: Int) -> Completions { .none }

    public func highlight(_ text: String, cursor: Int?) -> [StyledRun] { [] }

    public func hint(for text: String) -> Hint? { nil }

    public func validate(_ text: String) -> Validity { .complete }
}
