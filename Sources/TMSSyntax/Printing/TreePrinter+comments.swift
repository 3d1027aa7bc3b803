extension TreePrinter {
    /// A comment that begins on the line of `lower`, with the gap before it.
    func trailingComment(from lower: Int, to upper: Int) -> String {
        guard let comment = comments.next(from: lower, to: upper), file.line(at: comment.lower) == file.line(at: lower)
        else { return "" }
        comments.take(from: lower, to: comment.upper)
        return gap(before: comment) + file.comment(comment)
    }

    /// The end of a line between two parts of a statement, with the comments between them: one stays beside the part
    /// before it, the others have lines of their own.
    func lineEnd(from lower: Int, to upper: Int) -> String {
        let beside = trailingComment(from: lower, to: upper)
        let between = comments.take(from: lower, to: upper).map { margin + file.comment($0) + "\n" }
        return beside + "\n" + between.joined()
    }

    /// The same, and the margin of the next line.
    func lineBreak(from lower: Int, to upper: Int) -> String { lineEnd(from: lower, to: upper) + margin }

    func isBroken(from lower: Int, to upper: Int) -> Bool { file.line(at: lower) < file.line(at: upper) }

    /// Comments of neighbouring lines may have been aligned.
    private func gap(before comment: SourceRange) -> String {
        var lower = comment.lower
        while lower > 0, file.utf8[lower - 1] == 0x20 { lower -= 1 }
        return lower == comment.lower ? " " : String(repeating: " ", count: comment.lower - lower)
    }
}

/// The comments of a text that have not been written yet.
final class PendingComments {
    /// The next one last.
    private var ranges: [SourceRange]

    init(_ comments: [SourceRange]) { ranges = comments.reversed() }

    /// The first that begins between the two.
    func next(from lower: Int, to upper: Int) -> SourceRange? {
        ranges.last { $0.lower >= lower }.flatMap { $0.lower < upper ? $0 : nil }
    }

    func stand(from lower: Int, to upper: Int) -> Bool { next(from: lower, to: upper) != nil }

    /// Takes those that begin between the two, in order.
    @discardableResult
    func take(from lower: Int, to upper: Int) -> [SourceRange] {
        guard let end = ranges.lastIndex(where: { $0.lower >= lower }) else { return [] }
        var start = end + 1
        while start > 0, ranges[start - 1].lower < upper { start -= 1 }
        guard start <= end else { return [] }
        defer { ranges.removeSubrange(start...end) }
        return ranges[start...end].reversed()
    }
}

extension SourceFile {
    /// The text of a comment, without the blanks at its end.
    func comment(_ range: SourceRange) -> String {
        var upper = range.upper
        while upper > range.lower, [0x20, 0x09, 0x0D].contains(utf8[upper - 1]) { upper -= 1 }
        return slice(SourceRange(range.lower, upper))
    }
}
