import TMSBase
import TMSCommands
import TMSShell
import TMSSyntax

/// `tms fmt`: scripts in the usual layout. A file is replaced whole or not at all.
struct FormatTask {
    /// What becomes of the text.
    enum Action: Sendable, Equatable {
        /// It goes to standard output.
        case show
        /// It stands under the script's name.
        case write
        /// It is only compared.
        case check
    }

    private let composition: Composition

    init(_ composition: Composition) {
        self.composition = composition
    }

    func run(_ paths: [String], _ action: Action) -> ExitStatus {
        composition.eachFile(paths) { (path, file) throws(Diagnostic) in
            let parsed = parse(file, vocabulary: Catalogue.standard.vocabulary)
            for diagnostic in parsed.diagnostics where diagnostic.severity == .error { composition.tell(diagnostic) }
            if parsed.hasErrors || parsed.isIncomplete { return ExitStatus.usage }
            let text = format(file, vocabulary: Catalogue.standard.vocabulary)
            switch action {
            case .show: composition.output.write(text)
            case .write: if text != file.text || path == "-" { try composition.replace(path, with: text) }
            case .check:
                guard text != file.text else { return ExitStatus.ok }
                composition.output.foreignLine("\(file.name) would change")
                return ExitStatus.failed
            }
            return ExitStatus.ok
        }
    }
}
