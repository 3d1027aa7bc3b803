import TMSSyntax

/// What definitions give back, each found out when it is first called. One for a check.
final class DefinitionResults {
    fileprivate var known: [String: StaticType] = [:]
    /// Those that are being found out: a definition may call itself, or one that calls it back.
    fileprivate var open: Set<String> = []

    /// So many definitions are followed into each other.
    fileprivate static let depth = 24
}

extension Checker {
    /// What is certain of the value a definition gives back, whatever it is given.
    func result(of name: String) -> StaticType {
        if let known = input.results.known[name] { return known }
        guard let definition = definitions[name], input.results.open.count < DefinitionResults.depth,
            input.results.open.insert(name).inserted
        else { return .unknown }
        defer { input.results.open.remove(name) }
        let statement = StatementSyntax(.define(definition.syntax), definition.syntax.body.range)
        // Its mistakes are told where its file is checked.
        var checker = Checker(
            ProgramSyntax(file: definition.file, statements: [statement]), input, parserErrors: [], isLibrary: true)
        let type = checker.result(of: definition.syntax)
        input.results.known[name] = type
        return type
    }

    private mutating func result(of definition: DefineSyntax) -> StaticType {
        returned = []
        check(definition)
        // One that can come to its end without a `return` gives nothing there.
        guard case .return? = definition.body.statements.last?.kind, let first = returned.first else { return .unknown }
        return returned.dropFirst().reduce(first) { $0.union($1) }
    }

    /// What rows that a definition was called for, one by one, become.
    func resultOfStage(_ name: String) -> StaticType {
        switch result(of: name) {
        case .record(let row), .oneOrMany(let row): .rows(row)
        case .list(let element): .list(element)
        default: .unknown
        }
    }
}
