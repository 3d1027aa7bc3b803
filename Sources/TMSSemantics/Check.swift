public import TMSSyntax

/// Checks a parsed text before anything is sent: names, arguments, fields, kinds, structure.
///
/// The diagnostics of the parser come first in the result; where it has reported an error, this says nothing more.
public func check(_ parsed: ParseResult, vocabulary: Vocabulary, context: any CheckContext) -> CheckedProgram {
    var checked = found(parsed, vocabulary: vocabulary, context: context)
    let gate = ProposalGate(vocabulary: vocabulary, isInteractive: context.isInteractive) { file in
        found(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: context)
    }
    checked.diagnostics = gate.pass(checked.diagnostics, of: checked)
    return checked
}

/// What a run says of a text that it ran, with fix-its in place of the proposals that hold.
public func settled(
    _ diagnostic: Diagnostic, of checked: CheckedProgram, vocabulary: Vocabulary, context: any CheckContext
) -> Diagnostic {
    let gate = ProposalGate(vocabulary: vocabulary, isInteractive: context.isInteractive) { file in
        found(parse(file, vocabulary: vocabulary), vocabulary: vocabulary, context: context)
    }
    return gate.pass(diagnostic, of: checked)
}

/// What the checker finds, with proposals that nobody has reviewed yet.
func found(_ parsed: ParseResult, vocabulary: Vocabulary, context: any CheckContext) -> CheckedProgram {
    let program = parsed.program
    var libraries = Libraries(vocabulary: vocabulary, context: context)
    libraries.load(usedBy: program)
    var diagnostics = parsed.diagnostics + libraries.diagnostics

    var table = DefinitionTable(vocabulary: vocabulary, known: context.definitions)
    for library in libraries.programs { table.add(library) }
    table.add(program)
    diagnostics += table.diagnostics

    let effects = ProgramEffects(of: program, vocabulary: vocabulary, definitions: table.definitions)
    let input = CheckInput(
        vocabulary: vocabulary, context: context, definitions: table.definitions,
        definitionEffects: effects.definitions, knowsDefinitions: !libraries.areIncomplete)

    for library in libraries.programs {
        let parserErrors = libraries.parserErrors[library.file.name] ?? []
        var checker = Checker(library, input, parserErrors: parserErrors, isLibrary: true)
        checker.checkProgram(library)
        diagnostics += checker.log.all
    }
    var checker = Checker(program, input, parserErrors: parsed.diagnostics.errorRanges, isLibrary: false)
    checker.checkProgram(program)
    let shown = ShownResult.all(of: program, in: context.outputFormat)
    checker.checkResults(shown)
    diagnostics += checker.log.all.sorted { ($0.location?.range.lower ?? 0) < ($1.location?.range.lower ?? 0) }

    var checked = CheckedProgram(
        program: program, libraries: libraries.programs, definitions: table.definitions,
        parameters: program.parameters, isReadOnly: checker.promise != nil, loops: effects.loops,
        effects: effects.whole, results: shown, diagnostics: diagnostics)
    checked.fileCommands = effects.fileCommands
    checked.symbols = SymbolTable(
        program.file, scopes: checker.scopes, calls: checker.calls, definitions: table.definitions)
    return checked
}

extension ProgramSyntax {
    fileprivate var parameters: [ParamSyntax] {
        statements.compactMap { if case .param(let parameter) = $0.kind { parameter } else { nil } }
    }
}
