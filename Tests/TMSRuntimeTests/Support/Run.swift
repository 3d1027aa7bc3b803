import TMSBase
import TMSRuntime
import TMSSemantics
import TMSSyntax
import Testing

/// How a script went in a world.
struct Run {
    var lines: [String] = []
    var results: [[String]] = []
    var rowFailures: [String] = []
    var outcome: Outcome
    var globals: [String: Value]
    var machine: Machine
    let world: World

    var failure: Failure? {
        if case .failed(let failure) = outcome { failure } else { nil }
    }
    var code: String? { failure?.diagnostic.code }
    var message: String? { failure?.diagnostic.message }
    var status: Int {
        switch outcome {
        case .finished(let status): status.rawValue
        case .failed(let failure): failure.status.rawValue
        case .wants: -1
        }
    }
}

@discardableResult
func run(
    _ text: String, in world: World = World(), globals: [String: Value] = [:], arguments: [String: Value] = [:],
    maxSteps: Int = 1_000_000, inFlight: Int = 1, interruptAfter effects: Int? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Run {
    let program = compiled(text, sourceLocation: sourceLocation)
    let machine = Machine(program, environment: World.environment, globals: globals, arguments: arguments)
    machine.maxSteps = maxSteps
    machine.maxRowsInFlight = inFlight
    var outcome = machine.run()
    var events = machine.takeOutput()
    var count = 0
    while case .wants = outcome {
        count += 1
        if let effects, count > effects { machine.interruptor.interrupt() }
        // What begins and ends the telling of rows asks for nothing.
        if machine.wanted.contains(where: { $0.asksForAnswer }) { world.rounds.append(machine.wanted.count) }
        outcome = machine.resume(all: machine.wanted.map(world.answer))
        events += machine.takeOutput()
    }
    world.events = events
    var run = Run(outcome: outcome, globals: machine.globals, machine: machine, world: world)
    for event in events {
        switch event {
        case .lines(let lines):
            run.lines += String(decoding: lines, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast().map(String.init)
        case .beginResult: run.results.append([])
        case .row(let row): run.results[run.results.count - 1].append(row.text(in: World.environment))
        case .value(let value, _, _): run.results.append([value.text(in: World.environment)])
        case .rowFailed(let failure): run.rowFailures.append(failure.diagnostic.message)
        case .resultAhead, .endResult, .diagnostic, .rowLeft, .summary, .plan, .saved: break
        }
    }
    return run
}

func compiled(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> CompiledProgram {
    let file = SourceFile(name: "test", text: text)
    let parsed = parse(file, vocabulary: World.vocabulary)
    #expect(parsed.diagnostics.filter { $0.severity == .error } == [], sourceLocation: sourceLocation)
    var checked = CheckedProgram(
        program: parsed.program, loops: check(parsed, vocabulary: World.vocabulary, context: NothingElse()).loops)
    for statement in parsed.program.statements {
        if case .define(let syntax) = statement.kind {
            checked.definitions[syntax.name.name] = Definition(syntax: syntax, file: file)
        }
        if case .param(let syntax) = statement.kind { checked.parameters.append(syntax) }
    }
    return CompiledProgram.compile(checked, vocabulary: World.vocabulary)
}

/// A checker's world without files, variables or definitions of before.
struct NothingElse: CheckContext {
    var variables: Set<String> { [] }
    var definitions: [String: Definition] { [:] }
    var isInteractive: Bool { false }
    func library(_ path: String, relativeTo file: SourceFile) -> SourceFile? { nil }
    func header(of question: FileQuestion, relativeTo file: SourceFile) -> [String]? { nil }
    func validate(_ literal: String, as kind: ValueKind) -> LiteralVerdict { .valid }
}

/// What `print EXPRESSION` prints.
func printed(
    _ expression: String, globals: [String: Value] = [:], sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> String {
    let result = run("print \(expression)", globals: globals, sourceLocation: sourceLocation)
    return result.lines.first ?? result.code ?? ""
}

extension Effect {
    var asksForAnswer: Bool {
        switch self {
        case .rowsBegin, .rowsEnd, .rowsHave: false
        default: true
        }
    }
}
