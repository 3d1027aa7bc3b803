/// The text of `range` after the edits that lie in it.
public func applying(_ edits: [Diagnostic.Edit], to file: SourceFile, in range: SourceRange) -> String {
    var result = ""
    var position = range.lower
    // Stable, so that insertions at one place keep their order.
    let ordered = edits.enumerated().sorted {
        ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset)
    }
    for (_, edit) in ordered where edit.range.lower >= position && edit.range.upper <= range.upper {
        result += file.slice(SourceRange(position, edit.range.lower)) + edit.replacement
        position = edit.range.upper
    }
    return result + file.slice(SourceRange(position, range.upper))
}

extension Diagnostic.FixIt {
    /// The line, or lines, that the fix-it touches, as they read after it; without the last newline.
    public func correctedText(in file: SourceFile) -> String? { edits.correctedText(in: file) }
}

extension Proposal {
    /// The line, or lines, that it touches, as they would read.
    public func correctedText(in file: SourceFile) -> String? { edits.correctedText(in: file) }
}

extension [Diagnostic.Edit] {
    fileprivate func correctedText(in file: SourceFile) -> String? {
        guard let lower = map(\.range.lower).min(), let upper = map(\.range.upper).max() else { return nil }
        let first = file.lineRange(file.line(at: lower))
        let last = file.lineRange(file.line(at: upper))
        return TMSSyntax.applying(self, to: file, in: first.joined(with: last))
    }
}

extension SourceFile {
    /// The extent of a line, counted from 1, without its newline.
    public func lineRange(_ line: Int) -> SourceRange {
        let index = min(max(line - 1, 0), lineStarts.count - 1)
        let lower = lineStarts[index]
        var upper = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : utf8.count
        if upper > lower, utf8[upper - 1] == 0x0D { upper -= 1 }
        return SourceRange(lower, upper)
    }
}
