import TMSSyntax

// A file from its first statement to its last, and its definitions after them.
extension Checker {
    mutating func checkProgram(_ program: ProgramSyntax) {
        give("failures", .unknown)
        if isInteractive { give("last", .unknown) }
        if !isLibrary { for name in context.variables { give(name, .unknown) } }
        promise = program.statements.lazy.compactMap { if case .readOnly = $0.kind { $0.range } else { nil } }.first

        if isLibrary { checkLibraryStatements(program.statements) } else { check(program.statements, isTop: true) }
        for statement in program.statements {
            if case .define(let definition) = statement.kind { check(definition) }
        }
        reportUnused()
    }

    /// A document holds one result; what a person asked for in the shell is read by a person.
    mutating func checkResults(_ results: [ShownResult]) {
        let documents = results.filter { $0.format?.holdsOneResult ?? false }
        guard documents.count > 1, let format = documents[1].format else { return }
        report(
            CheckDiagnostics.secondResult(format.rawValue, at: place(documents[1].range), first: documents[0].range))
    }

    /// Only definitions are taken from a library; the first other statement is named, once.
    private mutating func checkLibraryStatements(_ statements: [StatementSyntax]) {
        let ignored = statements.first {
            switch $0.kind {
            case .define, .use, .readOnly, .missing: false
            // Any other would be run.
            default: true
            }
        }
        if let ignored { report(CheckDiagnostics.ignoredInLibrary(at: place(ignored.range))) }
    }

    mutating func check(_ definition: DefineSyntax) {
        isInDefinition = true
        definitionFloor = scopes.bindings.count
        scopes.push()
        for formal in definition.parameters {
            let type = check(formal.defaultValue, of: formal.name, formal.kind)
            // A default says nothing of what a call gives.
            declare(formal.name, formal.kind == nil ? .unknown : type, .formal)
        }
        check(definition.body.statements, isTop: false)
        scopes.pop()
        isInDefinition = false
    }

    /// Where there are errors, what seems unused is often their consequence.
    private mutating func reportUnused() {
        guard log.errorCount == 0, !log.hasParserErrors else { return }
        for binding in scopes.bindings where !binding.isUsed && !binding.name.hasPrefix("_") {
            switch binding.origin {
            case .let: report(CheckDiagnostics.unusedVariable(binding.name, "variable", at: place(binding.range)))
            case .parameter:
                report(CheckDiagnostics.unusedVariable(binding.name, "parameter", at: place(binding.range)))
            case .loop, .formal, .given, .mistaken: break
            }
        }
    }
}
