import TMSCommands
import TMSSemantics
import TMSSyntax

// Offers what could stand at a place. The parser reads the text before it and says what it looks for there; this knows
// the words.
extension LanguageService {
    /// - Parameter offset: in UTF-8; only the text before it is looked at.
    public func completions(in text: String, at offset: Int) -> CompletionList {
        let file = SourceFile(name: "line", text: String(decoding: text.utf8.prefix(offset), as: UTF8.self))
        let end = file.utf8.count
        let (tokens, comments) = file.lexicalTokens
        if let comment = comments.last, comment.upper == end { return .none }
        let written = tokens.filter { $0.lower < $0.upper }
        // The lexer closes what is open with marks of no extent. In the braces of a string only variables are completed.
        let isInString = tokens.contains { $0.kind == .stringClose && $0.lower == $0.upper }
        guard let last = written.last, last.upper == end else {
            return isInString ? .none : list("", from: end, in: file)
        }
        switch last.kind {
        case .bad:
            if file.isUnclosedString(last) { return .none }
            guard file.slice(last.range) == "$" else { return list("", from: end, in: file) }
            return CompletionList(replaces: last.range, items: variableItems("$", in: file))
        case .string, .literalString, .stringOpen, .stringText, .stringClose: return .none
        case .variable:
            let prefix = file.slice(last.range)
            return CompletionList(replaces: last.range, items: variableItems(prefix, in: file))
        case .word:
            if let members = members(before: last, written, file) { return members }
            return isInString ? .none : list(file.slice(last.range), from: last.lower, in: file)
        case .fillOpen, .fillClose, .leftParen, .rightParen, .leftBracket, .rightBracket, .leftBrace, .rightBrace,
            .comma, .pipe, .semicolon, .newline, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater,
            .greaterOrEqual, .star, .percent, .question, .doubleQuestion, .end:
            return isInString ? .none : list("", from: end, in: file)
        }
    }

    private func list(_ prefix: String, from lower: Int, in file: SourceFile) -> CompletionList {
        let before = SourceFile(name: "line", text: file.slice(SourceRange(0, lower)))
        return CompletionList(
            replaces: SourceRange(lower, file.utf8.count), items: items(prefix, after: before))
    }

    private func items(_ prefix: String, after file: SourceFile) -> [CompletionItem] {
        if let topics = helpTopics(after: file) { return topics.filter { $0.text.hasPrefix(prefix.lowercased()) } }
        var seen: Set<String> = []
        let own = document(file).parsed.program.definitions.merging(definitions()) { text, _ in text }
        let expected = expectations(atEndOf: file, vocabulary: vocabulary).map { resolved($0, own) }
        let found = expected.flatMap { items(prefix, $0, own) }.filter { seen.insert($0.text).inserted }
        guard found.isEmpty, prefix.count >= 3 else { return found }
        // `courier` is `via` here.
        let meant = vocabulary.otherWords.meant(byPrefix: prefix)
        return expected.flatMap { items("", $0, own) }
            .filter { meant.contains($0.text) && seen.insert($0.text).inserted }
    }

    /// A value of the kind that a definition declares, of the session or of the text itself.
    private func resolved(_ expectation: Expectation, _ own: [String: DefineSyntax]) -> Expectation {
        guard case .argument(let name, let place) = expectation else { return expectation }
        let kind = own[name]?.parameters.element(at: place)?.kind?.kind
        return kind.map { .value($0.valueKind) } ?? expectation
    }

    private func items(
        _ prefix: String, _ expectation: Expectation, _ own: [String: DefineSyntax]
    ) -> [CompletionItem] {
        if case .value(let kind) = expectation { return values(kind, prefix) }
        if case .beside(let field, let schema) = expectation { return values(besides: field, of: schema, prefix) }
        let lower = prefix.lowercased()
        return words(expectation, isBegun: !prefix.isEmpty, own: own).filter { $0.text.lowercased().hasPrefix(lower) }
    }
}

// Variables and their fields.
extension LanguageService {
    private func variableItems(_ prefix: String, in file: SourceFile) -> [CompletionItem] {
        var names = VisibleNames(at: file.utf8.count)
        names.add(document(file).parsed.program.statements)
        return names.variables.union(variables()).filter { $0.hasPrefix(prefix.dropFirst()) }.sorted()
            .map { CompletionItem("$" + $0, .variable, appendsSpace: false) }
    }

    /// `$p.sil`: the fields of what the checker knows the variable to be, or of a parcel, as likely as not.
    private func members(before word: Token, _ tokens: [Token], _ file: SourceFile) -> CompletionList? {
        guard tokens.count > 1, case let variable = tokens[tokens.count - 2], variable.kind == .variable,
            variable.upper == word.lower, case let path = file.slice(word.range), path.hasPrefix(".")
        else { return nil }
        let prefix = path.dropFirst()
        guard !prefix.contains(".") else { return CompletionList.none }
        let before = SourceFile(name: "line", text: file.slice(SourceRange(0, variable.upper)))
        let type = document(before).symbol(at: variable.lower)?.type
        let own = type.map { $0.fields.map { CompletionItem($0.name, .field, $0.summary, appendsSpace: false) } } ?? []
        let parcel = vocabulary.parcelSchema?.fields ?? []
        let items =
            own.isEmpty ? parcel.map { CompletionItem($0.name, .field, $0.summary, appendsSpace: false) } : own
        return CompletionList(
            replaces: SourceRange(word.lower + 1, word.upper), items: items.filter { $0.text.hasPrefix(prefix) })
    }
}
