public import TMSSyntax

/// Judges a parsed text before anything is sent: names, arguments, fields, kinds, structure.
///
/// The diagnostics of the parser come first in the result; where it has complained, this says nothing more.
public func check(_ parsed: ParseResult, vocabulary: Vocabulary, context: any CheckContext) -> CheckedProgram {
    let program = parsed.program
    var libraries = Libraries(vocabulary: vocabulary, context: context)
    libraries.load(usedBy: program)
    var diagnostics = parsed.diagnostics + libraries.diagnostics

    var table = DefinitionTable(vocabulary: vocabulary, known: context.definitions)
    for library in libraries.programs { table.add(library) }
    table.add(program)
    diagnostics += table.diagnostics

    var walk = DeedsWalk(vocabulary: vocabulary, definitions: table.definitions)
    walk.walk(program)

    for library in libraries.programs {
        let complained = libraries.complained[library.file.name] ?? []
        var checker = Checker(
            library, vocabulary: vocabulary, context: context, definitions: table.definitions, deeds: walk.deeds,
            complained: complained, isLibrary: true)
        checker.checkProgram(library)
        diagnostics += checker.diagnostics
    }
    var checker = Checker(
        program, vocabulary: vocabulary, context: context, definitions: table.definitions, deeds: walk.deeds,
        complained: parsed.diagnostics.complaints, isLibrary: false)
    checker.checkProgram(program)
    let results = ShownResult.all(of: program, in: context.outputFormat)
    checker.checkResults(results)
    diagnostics += checker.diagnostics.sorted { ($0.location?.range.lower ?? 0) < ($1.location?.range.lower ?? 0) }

    return CheckedProgram(
        program: program, libraries: libraries.programs, definitions: table.definitions,
        parameters: program.parameters, isReadOnly: checker.promise != nil, loops: walk.loops,
        effects: walk.effects, results: results, diagnostics: diagnostics)
}

extension ProgramSyntax {
    fileprivate var parameters: [ParamSyntax] {
        statements.compactMap { if case .param(let parameter) = $0.kind { parameter } else { nil } }
    }
}
