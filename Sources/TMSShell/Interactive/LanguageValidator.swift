public import LineEditor

/// Breaks the line where the statement cannot end yet: an open brace or parenthesis, a trailing pipe.
public struct LanguageValidator: Validator {
    private let isIncomplete: (String) -> Bool

    public init(isIncomplete: @escaping (String) -> Bool) {
        self.isIncomplete = isIncomplete
    }

    public func validate(_ text: String) -> Validity {
        isIncomplete(text) ? .incomplete(indent: 2 * Self.depth(text)) : .complete
    }

    /// How many braces are open.
    private static func depth(_ text: String) -> Int {
        let depth = LineScan(text).pieces.reduce(0) { depth, piece in
            guard piece.kind == .separator else { return depth }
            return piece.text == "{" ? depth + 1 : piece.text == "}" ? max(depth - 1, 0) : depth
        }
        return min(depth, 20)
    }
}
