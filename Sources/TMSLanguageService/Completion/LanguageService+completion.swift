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
            if file.isUnclosedString(last) { return quoted(last.range, written, file) }
            guard file.slice(last.range) == "$" else { return list("", from: end, in: file) }
            return CompletionList(replaces: last.range, items: variableItems("$", in: file))
        case .stringOpen, .stringText:
            // The first part of a string that is open; further on values of braces stand in it.
            guard isInString, let opener = written.last(where: { $0.kind == .stringOpen }),
                !written.contains(where: { $0.kind == .fillOpen && $0.lower > opener.lower })
            else { return .none }
            let upToOpener = written.filter { $0.lower <= opener.lower }
            return quoted(SourceRange(opener.lower, end), upToOpener, file)
        case .string, .literalString, .stringClose: return .none
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
        let match = CompletionMatch(prefix)
        if let topics = helpTopics(after: file) { return match.filter(topics) }
        if isPath(file) { return prefix.isEmpty ? files("") : [] }
        var seen: Set<String> = []
        let own = document(file).parsed.program.definitions.merging(definitions()) { text, _ in text }
        let expected = expectations(atEndOf: file, vocabulary: vocabulary).map { resolved($0, own) }
        let found = expected.flatMap { items(prefix, $0, own) }.filter { seen.insert($0.text).inserted }
        guard found.isEmpty, prefix.count >= 2, findsParts else { return found }
        let all = expected.flatMap { items("", $0, own) }
        let loose = match.loosely(all).filter { seen.insert($0.text).inserted }
        guard loose.isEmpty, prefix.count >= 3 else { return loose }
        // `courier` is `via` here.
        let meant = vocabulary.otherWords.meant(byPrefix: prefix)
        return expected.flatMap { items("", $0, own) }
            .filter { meant.contains($0.text) && seen.insert($0.text).inserted }
    }

    /// A value of the kind that a definition declares, of the session or of the text itself.
    func resolved(_ expectation: Expectation, _ own: [String: DefineSyntax]) -> Expectation {
        guard case .argument(let name, let place) = expectation else { return expectation }
        let kind = own[name]?.parameters.element(at: place)?.kind?.kind
        return kind.map { .value($0.valueKind) } ?? expectation
    }

    private func items(
        _ prefix: String, _ expectation: Expectation, _ own: [String: DefineSyntax]
    ) -> [CompletionItem] {
        if case .value(let kind) = expectation { return values(kind, prefix) + ownValues(kind, prefix) }
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
        guard tokens.count > 1, case let variable = tokens[tokens.count - 2], variable.upper == word.lower,
            variable.kind == .variable || variable.kind == .rightBracket, case let path = file.slice(word.range),
            path.hasPrefix(".")
        else { return nil }
        let prefix = path.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        let lower = word.upper - prefix.utf8.count
        if let path = FieldPath(endingAt: tokens.count - 1, in: tokens, of: file) {
            let known = fields(behind: path, in: file)
            if !known.isEmpty {
                return CompletionList(
                    replaces: SourceRange(lower, word.upper),
                    items: CompletionMatch(String(prefix)).filter(
                        known.map { CompletionItem($0.text, .field, $0.summary, appendsSpace: false) }))
            }
        }
        guard variable.kind == .variable, lower == word.lower + 1 else { return CompletionList.none }
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

// What the session has seen and left.
extension LanguageService {
    /// Tracking numbers that were seen, the numbered rows in sight, and files.
    private func ownValues(_ kind: ValueKind, _ prefix: String) -> [CompletionItem] {
        switch kind {
        case .parcel where prefix.hasPrefix("@"):
            return surroundings.rows().enumerated().map { CompletionItem("@\($0 + 1)", .number, $1) }
                .filter { $0.text.hasPrefix(prefix) }
        case .parcel, .trackingNumber:
            let small = prefix.lowercased()
            return surroundings.parcels().map { CompletionItem($0.text, .number, $0.summary, name: $0.summary) }
                .filter { $0.text.lowercased().hasPrefix(small) }
        case .path: return prefix.isEmpty ? files("") : []
        default: return []
        }
    }

    /// The fields behind a path: those of the value that the session holds, or of what the checker knows it to be.
    func fields(behind path: FieldPath, in file: SourceFile) -> [Surroundings.Known] {
        let held = surroundings.fields(path.name, path.steps)
        if !held.isEmpty { return held }
        guard path.steps.allSatisfy({ if case .place = $0 { true } else { false } }) else { return [] }
        let before = SourceFile(name: "line", text: file.slice(SourceRange(0, path.variable.upper)))
        guard let type = document(before).symbol(at: path.variable.lower)?.type else { return [] }
        if path.steps.isEmpty { return type.fields.map { Surroundings.Known($0.name, $0.summary) } }
        let schema = type.schema.flatMap { vocabulary.schema(named: $0) } ?? vocabulary.parcelSchema
        return (schema?.fields ?? []).map { Surroundings.Known($0.name, $0.summary) }
    }
}
