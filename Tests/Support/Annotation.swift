import TMSSyntax

/// Writes what a run said into the text of its script, in place of what stood there.
public struct Annotation {
    private let lines: [Substring]

    public init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        self.lines = lines
    }

    /// The script as it is run: what is expected of it is left empty, line by line, and cannot change what it means.
    public var source: String {
        lines.indices.map { isExpectation($0) ? "#" : String(lines[$0]) }.joined(separator: "\n") + "\n"
    }

    public func with(_ run: ScriptRun) -> String {
        let diagnostics = Dictionary(grouping: run.diagnostics, by: line)
        let outputs = Dictionary(grouping: run.outputs, by: \.line)
        var result: [String] = []
        for (offset, line) in lines.enumerated() where !isExpectation(offset) {
            result.append(String(line))
            let number = offset + 1
            let found = (diagnostics[number] ?? []).sorted { start($0) < start($1) }
            for diagnostic in found {
                result.append(rendition(of: diagnostic, under: line, number))
                result += correctedLines(of: diagnostic)
            }
            result += (outputs[number] ?? []).flatMap(\.lines).map(comment)
        }
        result += (diagnostics[0] ?? []).map { comment(words(of: $0)) }
        if run.status != 0 { result.append(comment("exit \(run.status)")) }
        return result.joined(separator: "\n") + "\n"
    }
}

// MARK: - What is an expectation

extension Annotation {
    /// A comment at the start of its line that follows a statement, with nothing but such comments between.
    private func isExpectation(_ offset: Int) -> Bool {
        guard lines[offset].hasPrefix("#"), offset > 0 else { return false }
        var above = offset - 1
        while above >= 0, lines[above].hasPrefix("#") { above -= 1 }
        return above >= 0 && lines[above].contains { $0 != " " }
    }
}

// MARK: - The form

extension Annotation {
    /// Without the spaces at its end, which editors take away.
    private func comment(_ text: String) -> String {
        var line = "# " + text
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The line a diagnostic belongs to; 0 where it lies in no line of this script.
    private func line(of diagnostic: Diagnostic) -> Int {
        guard let location = diagnostic.location else { return 0 }
        let number = location.file.line(at: location.range.lower)
        guard number <= lines.count, location.file.lineStarts[number - 1] <= location.range.lower else { return 0 }
        return isSame(location.file) ? number : 0
    }

    private func isSame(_ file: SourceFile) -> Bool {
        file.text.utf8.elementsEqual(source.utf8)
    }

    private func start(_ diagnostic: Diagnostic) -> Int { diagnostic.location?.range.lower ?? 0 }

    /// `#       ^^^ error: …`, the carets under the words. In the first column the `#` stands for a caret.
    private func rendition(of diagnostic: Diagnostic, under line: Substring, _ number: Int) -> String {
        guard let location = diagnostic.location else { return comment(words(of: diagnostic)) }
        let lineStart = location.file.lineStarts[number - 1]
        let from = column(location.range.lower - lineStart, in: line)
        let to = max(column(location.range.upper - lineStart, in: line), from + 1)
        let padding = String(repeating: " ", count: max(from - 1, 0))
        let carets = String(repeating: "^", count: max(to - max(from, 1), 1))
        return "#" + padding + carets + " " + words(of: diagnostic)
    }

    /// `#   = track 300403513351 via 4px`, in scripts that begin with `# With the corrected lines`.
    private func correctedLines(of diagnostic: Diagnostic) -> [String] {
        guard lines.first?.hasPrefix("# With the corrected lines") ?? false, let file = diagnostic.location?.file else {
            return []
        }
        return diagnostic.fixIts.compactMap { $0.correctedText(in: file) }
            .flatMap { $0.split(separator: "\n") }.map { comment("  = \($0)") }
    }

    private func column(_ bytes: Int, in line: Substring) -> Int {
        String(decoding: line.utf8.prefix(max(bytes, 0)), as: UTF8.self).count
    }

    private func words(of diagnostic: Diagnostic) -> String {
        "\(diagnostic.severity.rawValue): \(diagnostic.message)" + (diagnostic.hint.map { "; \($0)" } ?? "")
    }
}
