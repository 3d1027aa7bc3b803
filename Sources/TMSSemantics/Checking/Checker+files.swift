import TMSSyntax

// `open "orders.csv" separator ";"`: what is said of a file, and the columns it has.
extension Checker {
    /// The rows of a file.
    mutating func rows(of file: FileSyntax) -> StaticType {
        checkFileClauses(of: file)
        guard let path = file.path.literalText else { return .unknown }
        if let row = headers.header(of: file) { return .rows(row) }
        return OutputFormat(path: path)?.isTable ?? false ? .rows(.open) : .unknown
    }

    mutating func checkFileClauses(of file: FileSyntax) {
        var seen: [FileClause: SourceRange] = [:]
        for clause in file.clauses {
            let label = clause.label.rawValue
            if let first = seen[clause.label] {
                report(
                    CheckDiagnostics.repeatedClause(label, at: place(clause.labelRange), first: first, takesList: false)
                )
            }
            seen[clause.label] = clause.labelRange
            checkValue(clause.value, as: clause.label.kind, for: label)
            guard let text = clause.value.literalText else { continue }
            switch clause.label {
            case .separator:
                if !Separator.isKnown(text) {
                    report(CheckDiagnostics.noSeparator(text, at: place(clause.value.range)))
                }
            case .encoding:
                let verdict = context.validate(encoding: text)
                if case .invalid(let message, let suggestion, _) = verdict {
                    report(CheckDiagnostics.unknownEncoding(message, suggestion, at: place(clause.value.range)))
                }
            case .dates, .decimals: break
            }
            if let end = file.path.literalEnd, let format = OutputFormat(path: end), !format.takes(clause.label) {
                report(CheckDiagnostics.clauseOfTable(label, format.rawValue, at: place(clause.labelRange)))
            }
        }
    }
}

extension OutputFormat {
    /// Whether it can be said of a file of this form.
    fileprivate func takes(_ clause: FileClause) -> Bool {
        clause != .separator || isTable || self == .txt || !canBeOpened
    }
}
