import TMSBase

/// Shows a diagnostic to a person: the line, carets under the place, the hint beside them, the corrected line.
///
///     error E0107: `track` has no clause `vai`
///       1 │ track 300403513351 vai 4px
///         │                    ^^^ did you mean `via`?
///         = track 300403513351 via 4px
public struct DiagnosticRenderer: Sendable {
    public var usesColour: Bool
    /// Shows `file:line:column` after the header; a line typed in the shell needs none.
    public var showsFile: Bool
    /// Columns of the terminal; longer lines are cut around the place. At least 20.
    public var width: Int

    public init(usesColour: Bool = false, showsFile: Bool = false, width: Int = 100) {
        self.usesColour = usesColour
        self.showsFile = showsFile
        self.width = max(width, 20)
    }

    /// Lines without a newline at the end.
    public func render(_ diagnostic: Diagnostic) -> String {
        var lines = [header(diagnostic)]
        guard let location = diagnostic.location else {
            lines += diagnostic.hint.map { ["  = \(visible($0))"] } ?? []
            lines += diagnostic.notes.map { "  = \(visible($0))" }
            return lines.joined(separator: "\n")
        }
        let file = location.file
        let labels = diagnostic.labels.filter { $0.range.lower <= file.utf8.count }
        let lastLine = (labels.map(\.range.lower) + [location.range.lower]).map(file.line(at:)).max() ?? 1
        let gutter = String(lastLine).count
        var marks = labels.map { Mark(range: $0.range, text: visible($0.message), sign: "-", colour: Colour.blue) }
        let hint = visible(diagnostic.hint ?? "")
        marks.append(Mark(range: location.range, text: hint, sign: "^", colour: colour(diagnostic.severity)))
        var shown = 0
        for mark in marks.sorted(by: { $0.range.lower < $1.range.lower }) {
            let line = file.line(at: mark.range.lower)
            lines += excerpt(mark, file, line: line, gutter: gutter, repeats: line == shown)
            shown = line
        }
        let bar = String(repeating: " ", count: gutter + 3)
        for note in diagnostic.notes { lines.append(bar + paint(Colour.blue, "=") + " " + visible(note)) }
        for fix in diagnostic.fixIts.prefix(3) {
            guard let text = fix.correctedText(in: file) else { continue }
            let body = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(4)
            lines.append(contentsOf: body.map { bar + paint(Colour.green, "=") + " " + cut(visible(String($0))) })
        }
        return lines.joined(separator: "\n")
    }

    private struct Mark {
        var range: SourceRange
        var text: String
        var sign: Character
        var colour: Colour
    }

    private enum Colour: String {
        case red = "31"
        case yellow = "33"
        case green = "32"
        case blue = "34"
    }
}

extension DiagnosticRenderer {
    private func header(_ diagnostic: Diagnostic) -> String {
        var header =
            paint(colour(diagnostic.severity), "\(diagnostic.severity.rawValue) \(diagnostic.code)")
            + ": \(visible(diagnostic.message))"
        if showsFile, let location = diagnostic.location {
            let position = location.file.position(at: location.range.lower)
            header = "\(visible(location.file.name)):\(position.line):\(position.column): " + header
        }
        return header
    }

    /// The source line, once, and below it the signs under the place with its text.
    private func excerpt(_ mark: Mark, _ file: SourceFile, line: Int, gutter: Int, repeats: Bool) -> [String] {
        let extent = file.lineRange(line)
        let lower = min(max(mark.range.lower, extent.lower), extent.upper)
        let upper = min(max(mark.range.upper, lower), extent.upper)
        let before = visible(file.slice(SourceRange(extent.lower, lower)))
        let marked = visible(file.slice(SourceRange(lower, upper)))
        let after = visible(file.slice(SourceRange(upper, extent.upper)))
        let (head, indent) = start(of: before, room: width - gutter - 6 - min(DisplayWidth.of(marked), width / 2))
        let signs = String(
            repeating: mark.sign, count: max(1, min(DisplayWidth.of(marked), width - gutter - 5 - indent)))
        let number = String(line)
        let pad = String(repeating: " ", count: 2 + gutter - number.count)
        var result: [String] = []
        if !repeats { result.append(pad + paint(.blue, "\(number) │") + " " + cut(head + marked + after)) }
        let empty = String(repeating: " ", count: gutter + 3) + paint(.blue, "│") + " "
        let text = mark.text.isEmpty ? "" : " " + mark.text
        let caret = empty + String(repeating: " ", count: indent)
        if indent + signs.count + DisplayWidth.of(text) + gutter + 5 <= width || text.isEmpty {
            result.append(caret + paint(mark.colour, signs + text))
        } else {
            result.append(caret + paint(mark.colour, signs))
            result.append(empty + paint(mark.colour, cut(String(text.dropFirst()))))
        }
        return result
    }

    /// What is shown before the marked place: all of it, or its end where the line is too long.
    private func start(of text: String, room: Int) -> (String, indent: Int) {
        let total = DisplayWidth.of(text)
        if total <= max(room, 10) { return (text, total) }
        var kept: [Character] = []
        var columns = 1
        for character in text.reversed() {
            let size = DisplayWidth.of(character)
            if columns + size > max(room / 2, 10) { break }
            columns += size
            kept.append(character)
        }
        return ("…" + String(kept.reversed()), columns)
    }

    /// Control characters as blanks, so that a script cannot steer the terminal; a tab is two columns.
    private func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                result += "  "
            } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                result += "�"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func cut(_ text: String) -> String {
        let room = width - 6
        guard text.utf8.count > room, DisplayWidth.of(text) > room else { return text }
        var result = ""
        var columns = 1
        for character in text {
            columns += DisplayWidth.of(character)
            if columns > room { break }
            result.append(character)
        }
        return result + "…"
    }

    private func colour(_ severity: Diagnostic.Severity) -> Colour {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .blue
        }
    }

    private func paint(_ colour: Colour, _ text: String) -> String {
        usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
