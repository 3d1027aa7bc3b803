public import TMSCommands
public import TMSRuntime
public import TMSSyntax

/// Checks the rows of the file that a command names, as the run would before it sends anything.
public struct FileRowCheck {
    /// What was found in one file.
    public struct Findings {
        public let file: String
        public var rows = 0
        public var failures: [Failure] = []
        public var notes: [Diagnostic] = []
    }

    private let lowering: Lowering
    private let directory: String

    public init(catalogue: Catalogue, environment: Environment, directory: String) {
        lowering = Lowering(catalogue: catalogue, environment: environment)
        self.directory = directory
    }

    /// - Returns: nil where only the run knows which file it is, or where it cannot be read: that is told elsewhere.
    public func findings(of command: CommandSyntax, in script: SourceFile) -> Findings? {
        guard case .verb(let verb) = command.callee, let file = command.file, let path = file.literalText else {
            return nil
        }
        var call = CommandCall(
            verb: verb, columns: command.columns, location: SourceLocation(script, command.range),
            verbRange: command.verbRange)
        call.file = CallArgument([.string(path)], file.range)
        for clause in command.fileClauses {
            guard let text = clause.value.literalText else { return nil }
            call.fileOptions[clause.label] = text
        }
        var assumed: Set<Int> = []
        for clause in command.clauses {
            switch clause.value {
            case .flag:
                call.clauses.append(
                    CallClause(
                        index: clause.index, value: .flag, labelRange: clause.labelRange, range: clause.labelRange))
            case .value(let value):
                guard let text = value.literalText else {
                    assumed.insert(clause.index)
                    continue
                }
                call.clauses.append(
                    CallClause(
                        index: clause.index, value: .values([.string(text)]), labelRange: clause.labelRange,
                        range: value.range))
            case .list, .range: assumed.insert(clause.index)
            }
        }
        do {
            return try read(path, call, assumed)
        } catch {
            return nil
        }
    }

    private func read(_ path: String, _ call: CommandCall, _ assumed: Set<Int>) throws(Failure) -> Findings? {
        let location = SourceLocation(call.location.file, call.file?.range ?? call.verbRange)
        let resolved = FilePath.resolve(path, script: location.file.name, directory: directory)
        guard let rows = try lowering.rows(of: call, assuming: assumed),
            let source = try FileRows.open(resolved, as: path, call.fileOptions, location) as? any FileRowSource
        else { return nil }
        var findings = Findings(file: path)
        var isLast = false
        while !isLast {
            let chunk = try source.nextRows()
            isLast = chunk.isLast
            findings.notes += chunk.notes
            for target in try rows.targets(of: chunk.rows).merged(with: chunk.failed) {
                findings.rows += 1
                if case .failed(let failure) = target { findings.failures.append(failure) }
            }
        }
        findings.notes += rows.notes()
        return findings
    }
}
