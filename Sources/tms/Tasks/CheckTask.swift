import TMSBase
import TMSCommands
import TMSEngine
import TMSRuntime
import TMSSemantics
import TMSShell
import TMSSyntax

/// `tms check`: mistakes, and how each loop will run. Reads files and nothing else.
struct CheckTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String]) -> ExitStatus {
        composition.eachFile(paths) { (_, file) throws(Diagnostic) in check(file) }
    }

    private func check(_ file: SourceFile) -> ExitStatus {
        let checked = Session.check(file, vocabulary: Catalogue.standard.vocabulary)
        for diagnostic in checked.diagnostics { composition.tell(diagnostic) }
        if checked.hasErrors { return ExitStatus.usage }
        let status = checkRows(checked, file)
        guard !composition.options.run.isQuiet else { return status }
        let report = CheckReport(checked, Catalogue.standard.vocabulary)
        let isForMachines = composition.options.run.format.map { $0 == .json || $0 == .jsonl } ?? false
        composition.output.line(isForMachines ? report.json : report.text)
        return status
    }

    /// The rows of files that the script names and that would fail: nothing has to be sent to know it.
    private func checkRows(_ checked: CheckedProgram, _ file: SourceFile) -> ExitStatus {
        let check = FileRowCheck(
            catalogue: .standard, environment: .standard(now: { Zone.now() }), directory: ".")
        var status = ExitStatus.ok
        for command in checked.fileCommands {
            guard let findings = check.findings(of: command, in: file) else { continue }
            for note in findings.notes { composition.tell(note) }
            for failure in findings.failures { composition.tell(failure.told) }
            guard !findings.failures.isEmpty else { continue }
            status = ExitStatus.partial
            composition.tell(
                Diagnostic(
                    .error, "E0744",
                    "\(findings.failures.count) of \(findings.rows) rows of \(findings.file) will fail",
                    at: SourceLocation(file, command.range)))
        }
        return status
    }
}
