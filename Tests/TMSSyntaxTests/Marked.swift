import TMSBase
import TMSSyntax

/// Parses `marked` without its `#` lines and writes them again from the diagnostics found: the text comes back the
/// same when the expectations hold. `#      ^^^ error E0107: message; hint` stands below the line it speaks of.
func annotated(_ marked: String) -> String {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let script = lines.filter { !isExpectation($0) }
    let file = SourceFile(name: "test", text: script.joined(separator: "\n"))
    let result = parse(file, vocabulary: Sample.vocabulary)
    var output: [String] = []
    for (index, line) in script.enumerated() {
        output.append(line)
        for diagnostic in result.diagnostics {
            guard let location = diagnostic.location, file.line(at: location.range.lower) == index + 1 else { continue }
            let start = file.position(at: location.range.lower)
            let length = max(1, DisplayWidth.of(file.slice(location.range).prefix { $0 != "\n" }.description))
            let column = DisplayWidth.of(String(line.prefix(start.column - 1)))
            let signs = String(repeating: "^", count: length)
            let hint = (diagnostic.proposals.first?.hint ?? diagnostic.hint).map { "; \($0)" } ?? ""
            // Under the first column there is no room for the `#`: the carets begin one later.
            let pad = column == 0 ? "#" : "#" + String(repeating: " ", count: column - 1)
            output.append(
                "\(pad)\(signs) \(diagnostic.severity.rawValue) \(diagnostic.code): \(diagnostic.message)\(hint)")
            if let proposal = diagnostic.proposals.first, let fix = proposal.correctedText(in: file),
                !fix.contains("\n")
            {
                output.append("#= \(fix)")
            }
        }
    }
    return output.joined(separator: "\n")
}

private func isExpectation(_ line: String) -> Bool {
    line.hasPrefix("#= ") || line.wholeMatch(of: /# *\^+ .*/) != nil
}
