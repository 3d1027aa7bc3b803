import TMSCommands
import TMSSemantics
import TMSShell
import TMSSyntax

/// `tms check`: mistakes, and how each loop will run. Reads files and nothing else.
struct CheckTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String]) -> Int {
        composition.eachFile(paths) { (_, file) throws(Diagnostic) in check(file) }
    }

    private func check(_ file: SourceFile) -> Int {
        let checked = Session.check(file, vocabulary: Catalogue.standard.vocabulary)
        for diagnostic in checked.diagnostics { composition.tell(diagnostic) }
        if checked.hasErrors { return ExitStatus.usage }
        guard !composition.options.isQuiet else { return ExitStatus.ok }
        let report = CheckReport(checked, Catalogue.standard.vocabulary)
        let isForMachines = composition.options.format.map { $0 == .json || $0 == .jsonl } ?? false
        composition.output.line(isForMachines ? report.json : report.text)
        return ExitStatus.ok
    }
}
