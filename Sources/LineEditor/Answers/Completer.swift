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
