import TMSCommands
import TMSShell
import TMSSyntax

/// `tms fmt`: scripts in the usual layout. A file is replaced whole or not at all.
struct FormatTask {
    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String], isCheck: Bool) -> Int {
        composition.eachFile(paths) { (path, file) throws(Diagnostic) in
            let parsed = parse(file, vocabulary: Catalogue.standard.vocabulary)
            for diagnostic in parsed.diagnostics where diagnostic.severity == .error { composition.tell(diagnostic) }
            if parsed.hasErrors || parsed.isIncomplete { return ExitStatus.usage }
            let text = format(file, vocabulary: Catalogue.standard.vocabulary)
            if isCheck {
                guard text != file.text else { return ExitStatus.ok }
                composition.output.line("\(path) would change")
                return ExitStatus.failed
            }
            if text != file.text || path == "-" {
                try composition.replace(path, with: text)
            }
            return ExitStatus.ok
        }
    }
}
