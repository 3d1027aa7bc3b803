import TMSSyntax

// A record beside text: it is its fields that have a word or a number in them.
extension Checker {
    /// `origin is china`: the field that other screens call so is another, or one that takes such a word.
    mutating func reportIfRecord(_ left: ExpressionSyntax, beside text: String, at range: SourceRange) {
        // A record prints as JSON, and so may be compared with it.
        guard !text.hasPrefix("{") else { return }
        var meant: Proposal?
        if let (name, nameRange, row) = field(of: left) {
            let field = fields(thatMayBeMeantBy: name, in: row).first { takes(text, $0) }
            meant = field.map { .meant($0.name, at: nameRange) }
        }
        report(CheckDiagnostics.recordCompared(file.slice(left.range), at: place(left.range), meant: meant))
    }

    private func field(of value: ExpressionSyntax) -> (name: String, range: SourceRange, row: RowType)? {
        let value = value.unparenthesized
        switch value.kind {
        case .field(let name): return row?.row.map { (name, value.range, $0) }
        case .member(let base, let name, let nameRange):
            return type(of: base)?.row.map { (name, nameRange, $0) }
        // No other value is a field.
        default: return nil
        }
    }

    private func fields(thatMayBeMeantBy name: String, in row: RowType) -> [Field] {
        let otherName = vocabulary.otherWords.fields[name].flatMap { row.declaration(of: $0) }
        return (otherName.map { [$0] } ?? []) + row.names.compactMap { row.declaration(of: $0) }
    }

    /// Whether the word is one of those that the field is known to hold.
    private mutating func takes(_ text: String, _ field: Field) -> Bool {
        field.kind.form == .code && literals.verdict(on: text, as: field.kind, isWord: false) == .valid
    }
}
