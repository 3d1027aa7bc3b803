public import TMSSyntax

/// The words of a text that name nothing: variables, definitions, functions, fields, carriers and the like. Quick enough
/// for every key: no correction is looked for.
public func unknownNames(in parsed: ParseResult, vocabulary: Vocabulary, context: any CheckContext) -> [SourceRange] {
    let file = parsed.program.file
    return found(parsed, vocabulary: vocabulary, context: context).diagnostics.compactMap { diagnostic in
        guard let code = CheckCode(rawValue: diagnostic.code), code.isOfName, diagnostic.location?.file === file else {
            return nil
        }
        return diagnostic.location?.range
    }
}

extension CheckCode {
    /// Whether it says that a word names nothing.
    fileprivate var isOfName: Bool {
        switch self {
        case .unknownVariable, .unknownVerb, .unknownFunction, .unknownWord, .unknownField, .unknownColumn,
            .unknownFormat,
            .unknownLimit, .unknownEncoding:
            true
        default: false
        }
    }
}
