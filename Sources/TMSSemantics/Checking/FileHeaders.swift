import TMSSyntax

/// The columns of the files that a script names, each asked for once.
struct FileHeaders {
    private let file: SourceFile
    private let vocabulary: Vocabulary
    private let context: any CheckContext
    private var known: [FileQuestion: RowType?] = [:]

    /// - Parameter file: the script; paths are relative to it.
    init(_ file: SourceFile, _ vocabulary: Vocabulary, _ context: any CheckContext) {
        self.file = file
        self.vocabulary = vocabulary
        self.context = context
    }

    /// The fields of the rows of a file, where its name and its form are written out and its header can be read.
    mutating func header(of opened: FileSyntax) -> RowType? {
        guard let path = opened.path.literalText else { return nil }
        var said: [FileClause: String] = [:]
        for clause in opened.clauses {
            guard let text = clause.value.literalText else { return nil }
            said[clause.label] = text
        }
        let question = FileQuestion(path: path, said: said)
        if let known = known[question] { return known }
        let row = context.header(of: question, relativeTo: file).map {
            RowType(ofFile: path, columns: $0, vocabulary)
        }
        known[question] = .some(row)
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
