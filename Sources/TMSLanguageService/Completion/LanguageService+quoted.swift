import TMSSyntax

// What stands in quotes that are still open: names of values, files, fields.
extension LanguageService {
    /// - Parameter string: the token that begins with the open quote and ends at the end of the file.
    func quoted(_ string: SourceRange, _ tokens: [Token], _ file: SourceFile) -> CompletionList {
        let typed = String(file.slice(string).dropFirst())
        let before = SourceFile(name: "line", text: file.slice(SourceRange(0, string.lower)))
        if let path = FieldPath(endingAt: tokens.count - 1, in: tokens, of: file) {
            let items = fields(behind: path, in: file).map { CompletionItem("\"\($0.text)\"]", .field, $0.summary) }
            return CompletionList(
                replaces: string, items: matching("\"" + typed, items.map { $0.without(space: true) }))
        }
        let expected = expectations(atEndOf: before, vocabulary: vocabulary)
        if expected.contains(.value(.path)) || isPath(before) {
            return CompletionList(replaces: string, items: files(typed))
        }
        let own = document(before).parsed.program.definitions.merging(definitions()) { text, _ in text }
        let values = expected.map { resolved($0, own) }.flatMap { expectation -> [CompletionItem] in
            switch expectation {
            case .value(let kind): self.values(kind, "")
            case .beside(let field, let schema): self.values(besides: field, of: schema, "")
            default: []
            }
        }
        let names = CompletionMatch(typed).filter(
            values.map { CompletionItem($0.name.isEmpty ? $0.text : $0.name, $0.tokenClass, $0.text) })
        let found = names.isEmpty ? CompletionMatch(typed).filter(values) : names
        return CompletionList(
            replaces: string, items: found.map { CompletionItem("\"\($0.text)\"", $0.tokenClass, $0.summary) })
    }

    /// Names of files, in quotes: what `open "orders` may become.
    func files(_ typed: String) -> [CompletionItem] {
        surroundings.files(typed).map { file in
            let isFolder = file.text.hasSuffix("/")
            return CompletionItem(
                "\"" + file.text + (isFolder ? "" : "\""), .string, file.summary, appendsSpace: !isFolder)
        }
    }

    /// Whether what asks for a file ends a text: `open`, `use`, `save`.
    func isPath(_ file: SourceFile) -> Bool {
        guard let last = file.lexicalTokens.tokens.last(where: { $0.kind != .end && $0.lower < $0.upper }),
            last.kind == .word
        else { return false }
        let word = file.slice(last.range).lowercased()
        return word == Self.open.text || StatementWord(rawValue: word) == .use || StageWord(rawValue: word) == .save
    }

    private func matching(_ typed: String, _ items: [CompletionItem]) -> [CompletionItem] {
        CompletionMatch(typed).filter(items)
    }
}

extension CompletionItem {
    fileprivate func without(space: Bool) -> CompletionItem {
        CompletionItem(text, tokenClass, summary, appendsSpace: !space)
    }
}
