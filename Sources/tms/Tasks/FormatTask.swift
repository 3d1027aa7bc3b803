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
        var status = ExitStatus.ok
        for path in paths {
            do {
                let file = try composition.read(path)
                let parsed = parse(file, vocabulary: Catalogue.standard.vocabulary)
                parsed.diagnostics.filter { $0.severity == .error }.forEach(say)
                if parsed.hasErrors || parsed.isIncomplete {
                    status = ExitStatus.usage
                    continue
                }
                let text = format(file, vocabulary: Catalogue.standard.vocabulary)
                if path == "-", !isCheck {
                    composition.output.write(text)
                } else if text != file.text {
                    if isCheck {
                        composition.output.line("\(path) would change")
                        status = max(status, ExitStatus.failed)
                    } else {
                        try FileReplacement.replace(path, with: text)
                    }
                }
            } catch {
                say(error)
                status = ExitStatus.usage
            }
        }
        composition.output.flush()
        composition.errors.flush()
        return status
    }

    private func say(_ diagnostic: Diagnostic) {
        composition.errors.write(composition.diagnose(diagnostic))
    }
}
