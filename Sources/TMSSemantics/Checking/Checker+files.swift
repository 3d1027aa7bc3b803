import TMSSyntax

// `open "orders.csv" separator ";"`: what is said of a file, and the columns it has.
extension Checker {
    /// The rows of a file.
    mutating func rows(of file: FileSyntax) -> StaticType {
        checkFileClauses(of: file)
        guard let path = file.path.literalText else { return .unknown }
        if let row = header(of: file) { return .rows(row) }
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

    /// The fields of the rows of a file, where its name and its form are written out and its header can be read.
    mutating func header(of file: FileSyntax) -> RowType? {
        guard let path = file.path.literalText else { return nil }
        var said: [FileClause: String] = [:]
        for clause in file.clauses {
            guard let text = clause.value.literalText else { return nil }
            said[clause.label] = text
        }
        let question = FileQuestion(path: path, said: said)
        if let known = headers[question] { return known }
        let row = context.header(of: question, relativeTo: self.file).map {
            RowType(ofFile: path, columns: $0, vocabulary)
        }
        headers[question] = .some(row)
        return row
    }
}

extension RowType {
    /// Rows with these columns, which are text; those that the service knows also go by its names and their friendly
    /// ones.
    init(ofFile path: String, columns: [String], _ vocabulary: Vocabulary) {
        var types = Dictionary(columns.map { ($0, StaticType.text(.text)) }, uniquingKeysWith: { first, _ in first })
        if let part = FileSchema(keys: columns, vocabulary.schemas) {
            for field in part.fields {
                // A cell that holds records is known when it is read.
                let type: StaticType =
                    switch field.kind {
                    case .record, .list: .unknown
                    default: StaticType(field.kind)
                    }
                for name in field.names { types[name] = type }
            }
        }
        self.init(columns: types, named: "`\(path)`")
    }
}

extension OutputFormat {
    /// Whether it can be said of a file of this form.
    fileprivate func takes(_ clause: FileClause) -> Bool {
        clause != .separator || isTable || self == .txt || !canBeOpened
    }
}
