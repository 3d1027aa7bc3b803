import TMSSyntax

/// What compiles one function: the program itself, or a definition. Each of its parts has the state that only it needs,
/// and is handed the parts that it writes with.
final class FunctionBuilder {
    let name: String
    let pool: ProgramPool
    /// The builder of the outermost frame; `nil` in that one.
    let main: FunctionBuilder?

    let code: CodeWriter
    let registers: RegisterFile
    let fields: RowFields
    let open: OpenScopes
    let teller: RowTeller
    // These compile what the others meet inside of their own: a value holds a pipeline, a pipeline holds values.
    private(set) lazy var values = ValueEmitter(self)
    private(set) lazy var commands = CommandEmitter(self)
    private(set) lazy var pipelines = PipelineEmitter(self)
    private(set) lazy var statements = StatementEmitter(self)

    /// Where to begin with so many optional arguments given; the last begins with all.
    private(set) var entries: [Int] = [0]
    private(set) var requiredCount = 0

    init(name: String, file: SourceFile, pool: ProgramPool, main: FunctionBuilder?) {
        self.name = name
        self.pool = pool
        self.main = main
        code = CodeWriter(file: file, pool: pool)
        registers = RegisterFile(isOutermost: main == nil)
        fields = RowFields(code)
        open = OpenScopes(code)
        teller = RowTeller(code, open)
    }

    var file: SourceFile { code.file }
}

extension FunctionBuilder {
    /// Gives each `param` its register; the machine fills in what was given at the start.
    func parameters(_ parameters: [ParamSyntax]) -> [ParameterTemplate] {
        parameters.map { parameter in
            let name = parameter.name.name
            let range = parameter.name.range
            let register = registers.declare(name)
            if let value = parameter.defaultValue {
                let given = code.makeLabel()
                code.jump(.jumpUnlessEmpty, to: given, register, at: range)
                values.expression(value, into: register)
                code.bind(given)
            }
            if let kind = parameter.readKind {
                code.convert(register, to: kind, for: name, parameter.mayBeEmpty, at: range)
            }
            return ParameterTemplate(
                name: name, register: register, isRequired: parameter.defaultValue == nil,
                location: SourceLocation(file, range))
        }
    }

    func program(_ statements: [StatementSyntax]) {
        for statement in statements { self.statements.statement(statement) }
        code.emit(.halt, at: statements.last?.range ?? .none)
    }

    func definition(_ syntax: DefineSyntax) {
        for parameter in syntax.parameters { _ = registers.declare(parameter.name.name) }
        requiredCount = syntax.parameters.count { $0.defaultValue == nil }
        entries = []
        for parameter in syntax.parameters {
            let name = parameter.name.name
            guard let value = parameter.defaultValue, let register = registers.local(name) else { continue }
            entries.append(code.here)
            values.expression(value, into: register)
            if let kind = parameter.kind?.kind {
                code.convert(register, to: kind, for: name, parameter.mayBeEmpty, at: value.range)
            }
        }
        entries.append(code.here)
        for statement in syntax.body.statements { statements.statement(statement) }
        let result = registers.take()
        code.constant(.nothing, into: result, syntax.name.range)
        code.emit(.giveBack, 0, result, at: syntax.name.range)
    }
}
