// `separator ";" encoding cp1252`: what is said of a file, behind its path.
extension Parser {
    /// The clauses that follow, in any order.
    func fileClauses(besides known: [FileClauseSyntax]) -> [FileClauseSyntax] {
        var clauses = known
        while !isPanicking, kind == .word, let label = FileClause(rawValue: text(token).lowercased()) {
            if let clause = fileClause(label) { clauses.append(clause) }
        }
        if !isPanicking, kind == .word, isPlainWord(token),
            let near = FileClause.meant(by: text(token).lowercased())
        {
            fail(.misspeltFileClause(text(token), near, token.range))
        }
        expectFileClauses(besides: clauses)
        return clauses
    }

    func expectFileClauses(besides given: [FileClauseSyntax]) {
        for label in FileClause.allCases where !given.contains(where: { $0.label == label }) {
            expects(.fileClause(label))
        }
    }

    /// A label that stands here, and its value; `nil` where that is missing.
    func fileClause(_ label: FileClause) -> FileClauseSyntax? {
        let labelRange = token.range
        advance()
        guard startsValue(token) else {
            demands(.fileValue(label))
            if let mark = separatorMark, label == .separator {
                let range = token.range
                report(.bareSeparator(mark, range), at: range)
                advance()
                return nil
            }
            if kind != .bad { report(.needsValue(label.rawValue, found: describe(token)), at: labelRange) }
            if kind == .bad || !isAtCommandEnd { panic() }
            return nil
        }
        let value = primary(.text, units: false)
        return FileClauseSyntax(
            label: label, labelRange: labelRange, value: value, range: range(from: labelRange.lower))
    }

    /// A mark that parts cells and that the language reads otherwise.
    private var separatorMark: String? {
        switch kind {
        case .semicolon: ";"
        case .comma: ","
        case .pipe: "|"
        default: nil
        }
    }
}

extension FileClause {
    /// What a word near a label, or its beginning, was meant to be: `sep`.
    fileprivate static func meant(by word: String) -> String? {
        let labels = allCases.map(\.rawValue)
        if let near = Suggestions.nearest(word, in: labels) { return near }
        let begun = labels.filter { word.count >= 3 && $0.hasPrefix(word) }
        return begun.count == 1 ? begun.first : nil
    }
}
